import { hash } from 'node:crypto';
import type { EngineSession } from '../../../engine-sessions/engine-session.js';
import { endOf, type LifetimeRules } from '../../lifetime.js';
import type { OneUse } from '../../session-store.js';
import type { HttpSession } from '../../session.js';
import { dueOf } from './due.js';
import { structuresKey, type SessionDatabase, type StoredEngine } from './session-database.js';

/** What is read and written of sessions within a transaction, so that the databases always agree with one another. */
export class SessionRecords {
  readonly #db: SessionDatabase;
  readonly #rules: LifetimeRules;
  #count: number;

  constructor(db: SessionDatabase, rules: LifetimeRules) {
    this.#db = db;
    this.#rules = rules;
    this.#count = this.#stored();
  }

  /** How many Intelligence Server sessions there are. */
  get count(): number {
    return this.#count;
  }

  /** After a transaction that failed. */
  countAnew(): void {
    this.#count = this.#stored();
  }

  /** The latest moment that was written. */
  latestMoment(): number {
    return this.#db.facts.get('latestMoment') ?? 0;
  }

  /** A new Intelligence Server session with its first HTTP session. */
  add(http: HttpSession, engine: EngineSession): void {
    const number = (this.#db.facts.get('opened') ?? 0) + 1;
    this.#db.facts.putSync('opened', number);
    this.#db.ofUser.putSync(engine.user.id, engine.id);
    this.hold(http, { ...engine, held: [http.key], number });
    this.noteMoment(http.lastUsedAt);
    this.#count += 1;
  }

  /** As the database counts them: not within a transaction. */
  #stored(): number {
    const { entryCount } = this.#db.engines.getStats() as { readonly entryCount: number }; // the package types it as {}
    return entryCount - (this.#db.engines.getBinary(structuresKey) === undefined ? 0 : 1);
  }

  hold(http: HttpSession, engine: StoredEngine): void {
    const { key, lastUsedAt, endsAt } = http;
    this.#db.engines.putSync(engine.id, engine);
    this.#db.http.putSync(key, { engineId: engine.id, lastUsedAt, endsAt });
    this.#db.due.putSync(endOf({ http, engine }, this.#rules), dueOf('session', key));
  }

  /** Of any text that a caller may send: LMDB refuses keys that are empty or long. */
  engine(id: string): StoredEngine | undefined {
    return id === '' || id.length > 100 ? undefined : this.#db.engines.get(id);
  }

  enginesOf(userId: string): readonly StoredEngine[] {
    const ids = [...this.#db.ofUser.getValues(userId)];
    return ids.map((id) => this.engine(id)).filter((engine) => engine !== undefined);
  }

  endHttp(key: string): number {
    const http = this.#db.http.get(key);
    const engine = http && this.engine(http.engineId);
    if (engine === undefined) return 0;
    if (engine.held.length <= 1) return this.endEngine(engine.id);
    this.#db.http.removeSync(key);
    this.#db.engines.putSync(engine.id, { ...engine, held: engine.held.filter((one) => one !== key) });
    return 1;
  }

  endEngine(id: string): number {
    const engine = this.engine(id);
    if (engine === undefined) return 0;
    for (const key of engine.held) this.#db.http.removeSync(key);
    this.#db.engines.removeSync(id);
    this.#db.ofUser.removeSync(engine.user.id, id);
    this.#count -= 1;
    return engine.held.length;
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
