import { createHash } from 'node:crypto';
import type { Cluster, Redis } from 'ioredis';
import type { EngineSession, SessionCaps } from '../../../engine-sessions/engine-session.js';
import type { Ending, LifetimeRules } from '../../lifetime.js';
import type { EndedBy, EndFilter, EndingReport, OneUse, SessionStore } from '../../session-store.js';
import type { HttpSession, Session } from '../../session.js';
import { graceMs } from './lua.js';
import { keys, Questions } from './questions.js';
import { entryOf, fixedText, readEngine, readEntry, readProjects, readSession } from './record.js';
import { Registers } from './registers.js';

/** So long a session that is being opened cannot be opened any more, after it was ended. */
const graveMs = 60_000;
const sweptAtOnce = 10_000;

/**
 * Sessions in Redis, for several nodes. One record holds an Intelligence Server session and every HTTP session on it, so
 * that each question is judged and answered in one place, at once. Docs: docs/several-nodes.md, docs/decisions/0018.
 */
export class RedisSessionStore implements SessionStore {
  readonly #questions: Questions;
  readonly #registers: Registers;
  readonly #pointerMs: number;
  #report: EndingReport | undefined;

  constructor(client: Redis | Cluster, keyPrefix: string, rules: LifetimeRules) {
    this.#questions = new Questions(client, keyPrefix, rules);
    this.#registers = new Registers(this.#questions, rules, (entry, why, count) => this.#tell(entry, why, count));
    this.#pointerMs = Math.ceil(rules.absoluteMs + graceMs);
  }

  /** Nodes have clocks of their own, and others outlive this one. */
  latestMoment(): number {
    return 0;
  }

  async open({ http, engine }: Session, caps: SessionCaps): Promise<'opened' | 'serverFull' | 'userFull'> {
    const entry = entryOf(http.key, engine);
    const at = http.lastUsedAt;
    const [onServer, ofUser] = await Promise.all([
      this.#registers.enter(keys.allSessions, entry, caps.perServer, at),
      this.#registers.enter(keys.sessionsOf(engine.user.id), entry, caps.perUser, at),
      this.#questions.ask('sessionPoint', keys.engine(engine.id), http.key, this.#pointerMs),
      this.#registers.enterForMetrics(entry, at, http.endsAt),
    ]).catch(async (error: unknown) => {
      await this.#registers.leave(entry, []).catch(() => undefined); // one part of a Cluster may have taken it
      throw error;
    });
    if (!onServer || !ofUser) {
      await this.#registers.leave(entry, []);
      await this.#questions.remove([keys.engine(engine.id)]);
      return onServer ? 'userFull' : 'serverFull';
    }
    await this.#questions.ask(
      'sessionOpen',
      keys.session(http.key),
      at,
      http.key,
      fixedText(engine),
      http.endsAt,
      entry,
    );
    return 'opened';
  }

  async use(key: string, at: number): Promise<Session | undefined> {
    return this.#find(key, at, '1');
  }

  async peek(key: string, at: number): Promise<Session | undefined> {
    return this.#find(key, at, '0');
  }

  async share(parentKey: string, child: HttpSession, oneUse: OneUse | undefined, at: number) {
    const [id, until] = [oneUse?.id ?? '', oneUse?.until ?? 0];
    const args = [at, parentKey, child.key, child.endsAt, id, until];
    const answer = await this.#questions.askRecord('sessionShare', keys.session(parentKey), ...args);
    if (this.#isOver(answer)) return 'parentGone';
    const [outcome, entry = ''] = answer as readonly ('shared' | 'parentGone' | 'usedBefore')[]; // as the script has it
    if (outcome !== 'shared') return outcome ?? 'parentGone';
    await this.#questions.ask('sessionPoint', keys.session(child.key), readEntry(entry).rootKey, this.#pointerMs);
    return outcome;
  }

  async openProject(key: string, projectId: string, caps: SessionCaps, at: number): Promise<'open' | 'full' | 'gone'> {
    const cap = caps.perUserAndProject;
    const [found, entry = ''] = await this.#openProject(key, projectId, at, cap < 0);
    if (found !== 'closed') return found;
    const register = keys.sessionsIn(projectId, readEntry(entry).userId);
    if (!(await this.#registers.enter(register, entry, cap, at, projectId))) return 'full';
    const [opened] = await this.#openProject(key, projectId, at, true);
    return opened === 'open' ? opened : 'gone';
  }

  async end(key: string, why?: EndedBy): Promise<number> {
    return this.#end(keys.session(key), why);
  }

  async endEngine(engineId: string, why?: EndedBy): Promise<number> {
    return this.#end(keys.engine(engineId), why);
  }

  async endAllOf(userId: string, { exceptKey, loginMode }: EndFilter = {}, why?: EndedBy): Promise<number> {
    const entries = (await this.#questions.entries(keys.sessionsOf(userId))).map(readEntry);
    const meant = entries.filter((entry) => loginMode === undefined || entry.loginMode === loginMode);
    const ended = await Promise.all(
      meant.map(({ rootKey }) => this.#end(keys.session(rootKey), why, exceptKey, exceptKey === rootKey ? 0 : graveMs)),
    );
    return ended.reduce((sum, one) => sum + one, 0);
  }

  async list(at: number, userId?: string): Promise<readonly EngineSession[]> {
    const register = userId === undefined ? keys.allSessions : keys.sessionsOf(userId);
    const engines: EngineSession[] = [];
    for await (const { alive } of this.#registers.inspectAll(register, at, 'all', -1)) {
      const [fixed, projects = '', lastUsedAt] = alive ?? [];
      if (fixed !== undefined) engines.push(readEngine(fixed, projects, lastUsedAt));
    }
    return engines.sort((one, other) => one.openedAt - other.openedAt);
  }

  async useOnce({ id, until }: OneUse): Promise<boolean> {
    return (await this.#questions.ask('keepUntil', keys.used(hashOf(id)), '', until, '1')) === 1;
  }

  async park(handle: string, text: string, until: number): Promise<void> {
    await this.#questions.ask('keepUntil', keys.parked(hashOf(handle)), `${until} ${text}`, until, '0');
  }

  async takeParked(handle: string, at: number): Promise<string | undefined> {
    const [, until, text] =
      /^(\S+) ([^]*)$/.exec((await this.#questions.take(keys.parked(hashOf(handle)))) ?? '') ?? [];
    return at < Number(until) ? text : undefined;
  }

  async sweep(at: number): Promise<number> {
    let forgotten = 0;
    for await (const inspected of this.#registers.inspectAll(keys.allSessions, at, 'due', sweptAtOnce)) {
      forgotten += inspected.forgotten;
      if (inspected.alive === undefined) await this.#registers.leave(inspected.entry, []);
    }
    return forgotten;
  }

  async count(at: number): Promise<number> {
    await this.sweep(at);
    return this.#questions.countEntries(keys.allSessions);
  }

  /** Delegated sessions count with the one that they come from. Looks at no session. */
  async countByMode(loginModes: readonly number[], at: number): Promise<ReadonlyMap<number, number>> {
    const count = async (loginMode: number): Promise<[number, number]> => [
      loginMode,
      await this.#questions.countEntriesAfter(keys.sessionsBy(loginMode), at),
    ];
    return new Map(await Promise.all(loginModes.map(count)));
  }

  reportTo(report: EndingReport): void {
    this.#report = report;
  }

  /** Writes: a replica, or a primary that may not write, is as good as away. */
  async isReachable(): Promise<boolean> {
    return this.#questions.probe().then(
      () => true,
      () => false,
    );
  }

  async close(): Promise<void> {
    await this.#questions.close();
  }

  async #find(key: string, at: number, touch: '0' | '1'): Promise<Session | undefined> {
    const answer = await this.#questions.askRecord('sessionFind', keys.session(key), at, key, touch);
    if (answer === null || this.#isOver(answer)) return undefined;
    return readSession(key, answer as readonly string[]); // the script answers texts
  }

  async #openProject(key: string, projectId: string, at: number, add: boolean) {
    const args = [at, key, projectId, add ? '1' : '0'];
    const answer = await this.#questions.askRecord('sessionProject', keys.session(key), ...args);
    if (this.#isOver(answer)) return ['gone'] as const;
    return answer as readonly ['open' | 'closed' | 'gone', string]; // as the script has it
  }

  /** Ends it first, and tidies up after it: should that fail, it has ended all the same. Where somebody goes on, pointers that lead to nobody go when their time is over. */
  async #end(recordKey: string, why: EndedBy = 'logout', exceptKey = '', graveForMs = 0): Promise<number> {
    const answer = await this.#questions.askRecord('sessionEnd', recordKey, 0, exceptKey, graveForMs);
    const [ended = 0, entry = '', projects = '', spares, ...members] = answer as readonly (string | number)[]; // likewise
    if (Number(ended) > 0) this.#tell(String(entry), why, Number(ended));
    if (spares !== 1) await this.#tidyUp(String(entry), String(projects), members.map(String)).catch(() => undefined);
    return Number(ended);
  }

  /** Has the script found that it is over? Then it is told of. */
  #isOver(answer: unknown): boolean {
    if (!Array.isArray(answer) || answer[0] !== 'over') return false;
    const [, why, count, entry] = answer as readonly string[]; // as the script has it
    this.#tell(entry ?? '', why as Ending, Number(count));
    return true;
  }

  #tell(entry: string, why: Ending | EndedBy, count: number): void {
    this.#report?.(readEntry(entry).loginMode, why, count);
  }

  async #tidyUp(entry: string, projects: string, members: readonly string[]): Promise<void> {
    if (entry === '') return;
    const { rootKey, engineId } = readEntry(entry);
    const pointers = members.filter((member) => member !== rootKey).map(keys.session);
    await Promise.all([
      this.#questions.remove([...pointers, keys.engine(engineId)]),
      this.#registers.leave(entry, readProjects(projects)),
    ]);
  }
}

/** Of one length, whatever it is; and handles prove something, so they are in no key. */
function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
