import { hash } from 'node:crypto';
import { isFull, type EngineSession } from '../../../engine-sessions/engine-session.js';
import { endOf, type Ending, type LifetimeRules } from '../../lifetime.js';
import type { EndedBy, EndFilter, EndingReport, OneUse } from '../../session-store.js';
import type { HttpSession } from '../../session.js';
import { dueOf } from './due.js';
import { firstText, type Fact, type SessionDatabase, type StoredEngine } from './session-database.js';

/** Records that one transaction looks at, so that no turn of the event loop takes long. */
export const batchSize = 50;

/** What is read and written of sessions within a transaction, so that the databases always agree with one another. */
export class SessionRecords {
  readonly #db: SessionDatabase;
  readonly #rules: LifetimeRules;
  /** Hears of each HTTP session that ends. */
  report: EndingReport | undefined;

  constructor(db: SessionDatabase, rules: LifetimeRules) {
    this.#db = db;
    this.#rules = rules;
  }

  /** How many Intelligence Server sessions there are. */
  get count(): number {
    return this.#db.facts.get('engines') ?? 0;
  }

  /** HTTP sessions by login mode. */
  countByMode(): ReadonlyMap<number, number> {
    const range = this.#db.facts.getRange({ start: 'mode ', end: 'mode~' });
    return new Map([...range].map(({ key, value }) => [Number(key.slice('mode '.length)), value]));
  }

  /** The latest moment that was written. */
  latestMoment(): number {
    return this.#db.facts.get('latestMoment') ?? 0;
  }

  /** A new Intelligence Server session with its first HTTP session. */
  add(http: HttpSession, engine: EngineSession): void {
    const number = this.#raise('opened', 1);
    this.#raise('engines', 1);
    this.#db.ofUser.putSync(engine.user.id, engine.id);
    this.hold(http, { ...engine, held: [http.key], number });
    this.noteMoment(http.lastUsedAt);
  }

  #raise(fact: Fact, by: number): number {
    const value = (this.#db.facts.get(fact) ?? 0) + by;
    this.#db.facts.putSync(fact, value);
    return value;
  }

  #ended({ loginMode }: StoredEngine, count: number, why: Ending | EndedBy): number {
    this.#raise(`mode ${loginMode}`, -count);
    this.report?.(loginMode, why, count);
    return count;
  }

  /** A further HTTP session on an Intelligence Server session, which knows of it. */
  hold(http: HttpSession, engine: StoredEngine): void {
    const { key, lastUsedAt, endsAt } = http;
    this.#db.engines.putSync(engine.id, engine);
    this.#db.http.putSync(key, { engineId: engine.id, lastUsedAt, endsAt });
    this.#db.due.putSync(endOf({ http, engine }, this.#rules), dueOf('session', key));
    this.#raise(`mode ${engine.loginMode}`, 1);
  }

  /** Of any text that a caller may send: LMDB refuses keys that are empty or long. */
  engine(id: string): StoredEngine | undefined {
    return id === '' || id.length > 100 ? undefined : this.#db.engines.get(id);
  }

  /** Intelligence Server sessions of a user, those that are over and not removed yet among them. */
  countOf(userId: string): number {
    return this.#db.ofUser.getValuesCount(userId);
  }

  pagesOfUser(userId: string): Iterable<readonly string[]> {
    return pagesOf((start) => this.#db.ofUser.getValues(userId, { ...start, limit: batchSize }));
  }

  /** Ids of those in which the user has the project open. */
  pagesInProject(userId: string, projectId: string): Iterable<readonly string[]> {
    return pagesOf((start) => this.#db.inProject.getValues([userId, projectId], { ...start, limit: batchSize }));
  }

  *enginePagesOf(userId: string): Iterable<readonly StoredEngine[]> {
    for (const ids of this.pagesOfUser(userId)) {
      yield ids.map((id) => this.engine(id)).filter((engine) => engine !== undefined);
    }
  }

  /** All Intelligence Server sessions. */
  *pages(): Iterable<readonly StoredEngine[]> {
    for (let start = firstText; ;) {
      const page = [...this.#db.engines.getRange({ start, limit: batchSize })].map(({ value }) => value);
      yield page;
      const last = page.at(-1);
      if (last === undefined || page.length < batchSize) return;
      start = `${last.id}\u0001`;
    }
  }

  /** @returns whether it is open: the cap may leave no room */
  openProject(engine: StoredEngine, projectId: string, cap: number): boolean {
    if (engine.projects.includes(projectId)) return true;
    const key: [string, string] = [engine.user.id, projectId];
    if (isFull(this.#db.inProject.getValuesCount(key), cap)) return false;
    this.#db.inProject.putSync(key, engine.id);
    this.#db.engines.putSync(engine.id, { ...engine, projects: [...engine.projects, projectId] });
    return true;
  }

  /** Ends what the filter leaves of an Intelligence Server session. */
  endWhere(id: string, { exceptKey, loginMode }: EndFilter, why: EndedBy): number {
    const engine = this.engine(id);
    if (engine === undefined || (loginMode !== undefined && engine.loginMode !== loginMode)) return 0;
    if (exceptKey === undefined || !engine.held.includes(exceptKey)) return this.endEngine(id, why);
    return sumOf(engine.held, (key) => (key === exceptKey ? 0 : this.endHttp(key, why)));
  }

  endHttp(key: string, why: Ending | EndedBy): number {
    const http = this.#db.http.get(key);
    const engine = http && this.engine(http.engineId);
    if (engine === undefined) return 0;
    if (engine.held.length <= 1) return this.endEngine(engine.id, why);
    this.#db.http.removeSync(key);
    this.#db.engines.putSync(engine.id, { ...engine, held: engine.held.filter((one) => one !== key) });
    return this.#ended(engine, 1, why);
  }

  endEngine(id: string, why: Ending | EndedBy): number {
    const engine = this.engine(id);
    if (engine === undefined) return 0;
    for (const key of engine.held) this.#db.http.removeSync(key);
    this.#db.engines.removeSync(id);
    this.#db.ofUser.removeSync(engine.user.id, id);
    for (const projectId of engine.projects) this.#db.inProject.removeSync([engine.user.id, projectId], id);
    this.#raise('engines', -1);
    return this.#ended(engine, engine.held.length, why);
  }

  note({ id, until }: OneUse): boolean {
    const name = nameOf(id);
    if (this.#db.used.get(name) !== undefined) return false;
    this.#db.used.putSync(name, until);
    this.#db.due.putSync(until, dueOf('used', name));
    return true;
  }

  writeTouch(id: string, at: number): void {
    const { http: https, engines } = this.#db;
    const http = https.get(id);
    const engine = http === undefined ? this.engine(id) : undefined;
    if (http !== undefined) https.putSync(id, { ...http, lastUsedAt: Math.max(at, http.lastUsedAt) });
    if (engine !== undefined) engines.putSync(id, { ...engine, lastUsedAt: Math.max(at, engine.lastUsedAt) });
  }

  isDue(at: number): boolean {
    for (const _moment of this.#db.due.getKeys({ end: at + 1, limit: 1 })) return true;
    return false;
  }

  noteMoment(at: number): void {
    if (at > this.latestMoment()) this.#db.facts.putSync('latestMoment', at);
  }
}

/** Values of one key, a page at a time: what comes and goes between pages may be missed. */
function* pagesOf(read: (from: { readonly start?: string }) => Iterable<string>): Generator<readonly string[]> {
  let last: string | undefined;
  for (;;) {
    const page = [...read(last === undefined ? {} : { start: last })];
    yield page[0] === last ? page.slice(1) : page;
    last = page.at(-1);
    if (page.length < batchSize) return;
  }
}

export function sumOf<Item>(items: readonly Item[], numberOf: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + numberOf(item), 0);
}

/** A key of one size for what others name as they like. */
export function nameOf(text: string): string {
  return hash('sha256', text, 'base64url');
}
