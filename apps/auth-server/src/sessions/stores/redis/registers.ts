import { idleEndOf, type Ending, type LifetimeRules } from '../../lifetime.js';
import { graceMs } from './lua.js';
import { keys, type Questions } from './questions.js';
import { readEntry, readProjects } from './record.js';

/** So long an entry counts before its session has to be there. A login that takes longer has been answered 503. */
const reservationMs = 30_000;
const inspectedAtOnce = 200;
/** In the order in which the script counts them. */
const endings: readonly Ending[] = ['absolute', 'engineIdle', 'httpIdle'];

/** Hears of HTTP sessions that were found over, and are forgotten now. */
export type FoundOver = (entry: string, why: Ending, count: number) => void;

/** What an entry turned out to be. */
export interface Inspected {
  readonly entry: string;
  /** HTTP sessions that were over, and are forgotten now. */
  readonly forgotten: number;
  /** The record, if it lives: engine, projects, last use, last end. */
  readonly alive: readonly string[] | undefined;
}

/**
 * Who counts against a cap, and what an administrator sees: sorted sets of entries, by the moment up to which an entry
 * counts without being looked at. After that moment the record says whether it still does, so nothing counts for ever
 * that nobody has signed off, and the hot road writes no register.
 */
export class Registers {
  readonly #questions: Questions;
  readonly #rules: LifetimeRules;
  readonly #foundOver: FoundOver;
  readonly #ttlMs: number;

  constructor(questions: Questions, rules: LifetimeRules, foundOver: FoundOver) {
    this.#questions = questions;
    this.#rules = rules;
    this.#foundOver = foundOver;
    this.#ttlMs = Math.ceil(rules.absoluteMs + graceMs);
  }

  /**
   * Enters a session that is about to be opened, where the cap leaves room.
   * @param project where the entry counts only while this project is open in the session
   */
  async enter(register: string, entry: string, cap: number, at: number, project?: string): Promise<boolean> {
    const until = at + Math.min(reservationMs, this.#rules.engineIdleMs);
    for (;;) {
      const answer = await this.#questions.ask('registerEnter', register, at, entry, until, cap, this.#ttlMs);
      if (!Array.isArray(answer)) return true;
      if (answer.length === 0) return false;
      await this.inspect(register, answer.map(String), at, project);
    }
  }

  /** Enters a session for metrics. Nobody looks into that register: should nobody sign it off, it counts until its absolute end. */
  async enterForMetrics(entry: string, at: number, endsAt: number): Promise<void> {
    const register = keys.sessionsBy(readEntry(entry).loginMode);
    await this.#questions.ask('registerEnter', register, at, entry, endsAt, -1, this.#ttlMs);
  }

  /** Looks whether sessions still live, and puts the register right. */
  async inspect(register: string, entries: readonly string[], at: number, project?: string): Promise<Inspected[]> {
    return Promise.all(
      entries.map(async (entry) => {
        const inspected = await this.#inspectRecord(entry, at);
        const { alive } = inspected;
        // Before it leaves the register by which it is found.
        if (alive === undefined) await this.#questions.strike(keys.sessionsBy(readEntry(entry).loginMode), entry);
        if (alive === undefined || (project !== undefined && !readProjects(alive[1] ?? '').includes(project))) {
          await this.#questions.ask('registerRemove', register, at, entry);
        } else {
          await this.#questions.postpone(register, entry, this.#nextLook(alive, at));
        }
        return inspected;
      }),
    );
  }

  /** As `inspect`, of all entries that are due, or of all. A few at a time: others are waiting for Redis too. */
  async *inspectAll(register: string, at: number, which: 'due' | 'all', most: number): AsyncGenerator<Inspected> {
    const entries = await this.#questions.entries(register, which === 'due' ? String(at) : '+inf', most);
    for (let first = 0; first < entries.length; first += inspectedAtOnce) {
      yield* await this.inspect(register, entries.slice(first, first + inspectedAtOnce), at);
    }
  }

  /** Signs off a session that has ended. What this misses, because Redis went away, is found when it is due. */
  async leave(entry: string, projects: readonly string[]): Promise<void> {
    const { userId, loginMode } = readEntry(entry);
    const registers = [
      keys.sessionsBy(loginMode),
      keys.allSessions,
      keys.sessionsOf(userId),
      ...projects.map((project) => keys.sessionsIn(project, userId)),
    ];
    await Promise.all(registers.map((register) => this.#questions.strike(register, entry)));
  }

  async #inspectRecord(entry: string, at: number): Promise<Inspected> {
    const answer = await this.#questions.ask('sessionInspect', keys.session(readEntry(entry).rootKey), at);
    const found = answer as readonly (string | number)[]; // this script answers a list
    const counts = endings.map((_, index) => Number(found[index]));
    for (const [index, why] of endings.entries()) this.#tell(entry, why, counts[index] ?? 0);
    const alive = found.slice(endings.length).map(String);
    const forgotten = counts.reduce((sum, one) => sum + one, 0);
    return { entry, forgotten, alive: alive.length === 0 ? undefined : alive };
  }

  #tell(entry: string, why: Ending, count: number): void {
    if (count > 0) this.#foundOver(entry, why, count);
  }

  #nextLook([, , lastUsedAt, lastEnd]: readonly string[], at: number): number {
    const end = Math.min(idleEndOf(Number(lastUsedAt), this.#rules), Number(lastEnd));
    return Math.max(end, at + 1);
  }
}
