import { hash } from 'node:crypto';
import type { EngineSession } from '../../../engine-sessions/engine-session.js';
import { endOf, type Ending, type LifetimeRules } from '../../lifetime.js';
import type { EndedBy, EndingReport, OneUse } from '../../session-store.js';
import type { HttpSession } from '../../session.js';
import { dueOf } from './due.js';
import type { Fact, SessionDatabase, StoredEngine } from './session-database.js';

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

  enginesOf(userId: string): readonly StoredEngine[] {
    const ids = [...this.#db.ofUser.getValues(userId)];
    return ids.map((id) => this.engine(id)).filter((engine) => engine !== undefined);
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

  noteMoment(at: number): void {
    if (at > this.latestMoment()) this.#db.facts.putSync('latestMoment', at);
  }
}

/** A key of one size for what others name as they like. */
export function nameOf(text: string): string {
  return hash('sha256', text, 'base64url');
}
