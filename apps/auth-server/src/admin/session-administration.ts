/** Which sessions are open, and ending them. Source: docs/protocol section 3.15. */
import type { Audit } from '../audit/audit.js';
import type { Clock } from '../clock/clock.js';
import type { EngineSession } from '../engine-sessions/engine-session.js';
import { Problem } from '../errors/problem.js';
import type { Sessions } from '../sessions/sessions.js';
import type { UserDirectory } from '../users/user-directory.js';
import { actorOf, mayAdminister, type Caller } from './caller.js';

/** An open session, as who may see it does. */
export interface OpenSession {
  readonly session: EngineSession;
  /** Since it was opened, and since it was last used. */
  readonly ageMs: number;
  readonly idleMs: number;
  /** Is it the one in which this is asked? */
  readonly current: boolean;
}

export class SessionAdministration {
  constructor(
    private readonly sessions: Sessions,
    private readonly users: UserDirectory,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The sessions that the caller may see, and end, oldest first. */
  async list(caller: Caller): Promise<readonly OpenSession[]> {
    const [now, monotonic] = [this.clock.now(), this.clock.monotonic()];
    return (await this.#visibleTo(caller)).map((session) => ({
      session,
      ageMs: Math.max(0, now - session.openedAt),
      idleMs: Math.max(0, monotonic - session.lastUsedAt),
      current: session.id === caller.session.id,
    }));
  }

  /**
   * Ends a session, with everything that shares it. What the caller may not see is not there.
   * @throws Problem userConnectionNotFound, serviceUnavailable
   */
  async end(caller: Caller, id: string): Promise<void> {
    const { ended } = await this.endAll(caller, [id]);
    if (ended.length === 0) throw new Problem('userConnectionNotFound');
  }

  /**
   * Ends several sessions; the caller's own is the last to go.
   * @returns the ids of those that have ended; of the others there was none
   * @throws Problem serviceUnavailable
   */
  async endAll(caller: Caller, ids: readonly string[]): Promise<{ readonly ended: readonly string[] }> {
    const wanted = new Set(ids);
    const found = (await this.#visibleTo(caller)).filter(({ id }) => wanted.has(id));
    const isOwn = ({ id }: EngineSession) => Number(id === caller.session.id);
    const ended: string[] = [];
    for (const session of found.sort((one, other) => isOwn(one) - isOwn(other))) {
      const sessionsEnded = await this.sessions.endEngine(session.id, 'administrator');
      if (sessionsEnded === 0) continue; // somebody else was first
      ended.push(session.id);
      const of = { userId: session.user.id, sessionId: session.id };
      this.audit.record({ event: 'sessionEnded', ...of, sessionsEnded, ...actorOf(caller) });
    }
    return { ended };
  }

  /** An administrator sees all; everybody else his own. Guests are many who are one user, so each sees one session. */
  async #visibleTo(caller: Caller): Promise<readonly EngineSession[]> {
    const { id, user } = caller.session;
    if (await mayAdminister(caller, this.users)) return this.sessions.list();
    const own = await this.sessions.list(user.id);
    return user.metadataUser ? own : own.filter((session) => session.id === id);
  }
}
