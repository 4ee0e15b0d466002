import { setImmediate as nextTurn } from 'node:timers/promises';
import { isFull, type EngineSession, type SessionCaps } from '../../../engine-sessions/engine-session.js';
import { endingOf, endOf, type LifetimeRules } from '../../lifetime.js';
import type { EndedBy, EndFilter, EndingReport, OneUse, SessionStore } from '../../session-store.js';
import { change } from '../../../lmdb/change.js';
import { requireRoom } from '../../../lmdb/require-room.js';
import type { HttpSession, Session } from '../../session.js';
import { dueOf, readDue } from './due.js';
import { openSessionDatabase, type SessionDatabase, type StoredEngine } from './session-database.js';
import type { LmdbOptions } from './lmdb-options.js';
import { batchSize, nameOf, SessionRecords, sumOf } from './session-records.js';
import { UnwrittenTouches } from './unwritten-touches.js';

/** Uses are written so long after they happened, and so many in one turn of the event loop. */
const writeTouchesAfterMs = 1000;

/**
 * Sessions in an LMDB database, kept when the process ends, however it ends. Reading is synchronous: a look into mapped
 * memory. Each change is one transaction; those of one turn of the event loop are committed together. One server at a time.
 */
export class LmdbSessionStore implements SessionStore {
  readonly #rules: LifetimeRules;
  readonly #db: SessionDatabase;
  readonly #options: LmdbOptions;
  readonly #records: SessionRecords;
  readonly #touches = new UnwrittenTouches();
  /** Keys of sessions that were seen to be over, until they are removed. */
  readonly #over = new Set<string>();
  #writingTouches: NodeJS.Timeout | undefined;

  private constructor(db: SessionDatabase, rules: LifetimeRules, options: LmdbOptions) {
    this.#db = db;
    this.#rules = rules;
    this.#options = options;
    this.#records = new SessionRecords(db, rules);
  }

  /** @throws Error that names the folder: it is in use, or holds what this version does not know */
  static async open(folder: string, rules: LifetimeRules, options: LmdbOptions): Promise<LmdbSessionStore> {
    return new LmdbSessionStore(await openSessionDatabase(folder), rules, options);
  }

  latestMoment(): number {
    return this.#records.latestMoment();
  }

  async open(session: Session, caps: SessionCaps): Promise<'opened' | 'serverFull' | 'userFull'> {
    const at = session.http.lastUsedAt;
    const add = () => this.#grow(() => this.#add(session, caps));
    const outcome = await add();
    // Some of those that fill the server, or the place of the user, may be over.
    if (outcome === 'serverFull') return (await this.sweep(at)) === 0 ? outcome : add();
    if (outcome !== 'userFull') return outcome;
    return (await this.#freeSome(this.#records.pagesOfUser(session.engine.user.id), at)) ? add() : outcome;
  }

  use(key: string, at: number): Session | undefined {
    const session = this.#living(key, at);
    if (session === undefined) return undefined;
    this.#touch(session, at);
    return session;
  }

  peek(key: string, at: number): Session | undefined {
    return this.#living(key, at);
  }

  share(parentKey: string, child: HttpSession, oneUse: OneUse | undefined, at: number) {
    return this.#grow(() => {
      const parent = this.#living(parentKey, at);
      const engine = parent && this.#records.engine(parent.engine.id);
      if (parent === undefined || engine === undefined) return 'parentGone';
      if (oneUse !== undefined && !this.#records.note(oneUse)) return 'usedBefore';
      this.#touch(parent, at);
      this.#records.hold(child, { ...engine, held: [...engine.held, child.key] });
      return 'shared';
    });
  }

  async openProject(key: string, projectId: string, caps: SessionCaps, at: number): Promise<'open' | 'full' | 'gone'> {
    let userId = '';
    const open = () =>
      this.#change(() => {
        const session = this.#living(key, at);
        const engine = session && this.#records.engine(session.engine.id);
        if (engine === undefined) return 'gone';
        userId = engine.user.id;
        return this.#records.openProject(engine, projectId, caps.perUserAndProject) ? 'open' : 'full';
      });
    const outcome = await open();
    if (outcome !== 'full') return outcome;
    return (await this.#freeSome(this.#records.pagesInProject(userId, projectId), at)) ? open() : outcome;
  }

  end(key: string, why: EndedBy = 'logout'): Promise<number> {
    return this.#change(() => {
      const http = this.#db.http.get(key);
      return http === undefined ? 0 : this.#records.endEngine(http.engineId, why);
    });
  }

  endEngine(engineId: string, why: EndedBy = 'logout'): Promise<number> {
    return this.#change(() => this.#records.endEngine(engineId, why));
  }

  /** In steps. Of what is opened meanwhile some may stay. */
  async endAllOf(userId: string, only: EndFilter = {}, why: EndedBy = 'logout'): Promise<number> {
    let ended = 0;
    for (const ids of this.#records.pagesOfUser(userId)) {
      ended += await this.#change(() => sumOf(ids, (id) => this.#records.endWhere(id, only, why)));
    }
    return ended;
  }

  async list(at: number, userId?: string): Promise<readonly EngineSession[]> {
    await this.sweep(at);
    const engines: StoredEngine[] = [];
    for (const page of userId === undefined ? this.#records.pages() : this.#records.enginePagesOf(userId)) {
      engines.push(...page);
      await nextTurn();
    }
    // Without what only this store needs to know.
    return engines
      .sort((one, other) => one.openedAt - other.openedAt || one.number - other.number)
      .map(({ held: _held, number: _number, ...engine }) => this.#withTouches(engine));
  }

  useOnce(oneUse: OneUse): Promise<boolean> {
    return this.#grow(() => this.#records.note(oneUse));
  }

  park(handle: string, text: string, until: number): Promise<void> {
    return this.#grow(() => {
      const name = nameOf(handle);
      this.#db.parked.putSync(name, { text, until });
      this.#db.due.putSync(until, dueOf('parked', name));
    });
  }

  takeParked(handle: string, at: number): Promise<string | undefined> {
    return this.#change(() => {
      const name = nameOf(handle);
      const parked = this.#db.parked.get(name);
      this.#db.parked.removeSync(name);
      return parked !== undefined && at < parked.until ? parked.text : undefined;
    });
  }

  async sweep(at: number): Promise<number> {
    let ended = 0;
    while (this.#records.isDue(at)) ended += await this.#change(() => this.#sweepSome(at));
    return ended;
  }

  async count(at: number): Promise<number> {
    await this.sweep(at);
    return this.#records.count;
  }

  countByMode(): ReadonlyMap<number, number> {
    return this.#records.countByMode();
  }

  reportTo(report: EndingReport): void {
    this.#records.report = report;
  }

  async close(): Promise<void> {
    clearTimeout(this.#writingTouches);
    await this.#writeTouches().catch(() => undefined); // what is lost is idle time
    await this.#db.close();
  }

  /** A change that needs room, where there is some. */
  async #grow<T>(action: () => T): Promise<T> {
    requireRoom(this.#db.folder, this.#options.reservedBytes);
    return this.#change(action);
  }

  /** One transaction: all of it or nothing, and kept when the promise resolves. */
  async #change<T>(action: () => T): Promise<T> {
    const result = await change(this.#db.root, action);
    if (this.#options.sync === 'disk') await this.#db.root.flushed;
    return result;
  }

  #add(session: Session, caps: SessionCaps): 'opened' | 'serverFull' | 'userFull' {
    const { http, engine } = session;
    if (isFull(this.#records.count, caps.perServer)) return 'serverFull';
    if (isFull(this.#records.countOf(engine.user.id), caps.perUser)) return 'userFull';
    this.#records.add(http, engine);
    return 'opened';
  }

  #session(key: string): Session | undefined {
    const http = this.#db.http.get(key);
    const engine = http && this.#records.engine(http.engineId);
    if (http === undefined || engine === undefined) return undefined;
    const { held: _held, number: _number, ...rest } = engine;
    return {
      http: { key, lastUsedAt: this.#touches.lastUse(key, http.lastUsedAt), endsAt: http.endsAt },
      engine: this.#withTouches(rest),
    };
  }

  #withTouches(engine: EngineSession): EngineSession {
    return { ...engine, lastUsedAt: this.#touches.lastUse(engine.id, engine.lastUsedAt) };
  }

  /** The session, if it lives; if it is over it is so from now on, whatever the clock says later. */
  #living(key: string, at: number): Session | undefined {
    if (this.#over.has(key)) return undefined;
    const session = this.#session(key);
    const ending = session && endingOf(session, this.#rules, at);
    if (session === undefined || ending === undefined) return session;
    const over = ending === 'engineIdle' ? (this.#records.engine(session.engine.id)?.held ?? []) : [key];
    for (const one of over) this.#over.add(one);
    this.#change(() => this.#remove(session, at)).then(
      () => over.forEach((one) => this.#over.delete(one)),
      () => undefined, // they stay in the set, and are removed by a sweep
    );
    return undefined;
  }

  /** Removes what is over. Returns how many HTTP sessions that were. */
  #remove(session: Session, at: number): number {
    const ending = endingOf(session, this.#rules, at);
    if (ending === undefined) return 0;
    return ending === 'engineIdle'
      ? this.#records.endEngine(session.engine.id, ending)
      : this.#records.endHttp(session.http.key, ending);
  }

  /** Removes those that are over, up to the first page that has some. @returns whether it had */
  async #freeSome(pages: Iterable<readonly string[]>, at: number): Promise<boolean> {
    for (const ids of pages) {
      if ((await this.#change(() => sumOf(ids, (id) => this.#sweepEngine(id, at)))) > 0) return true;
    }
    return false;
  }

  #sweepEngine(id: string, at: number): number {
    return sumOf(this.#records.engine(id)?.held ?? [], (key) => {
      const session = this.#session(key);
      return session === undefined ? 0 : this.#remove(session, at);
    });
  }

  #sweepSome(at: number): number {
    let ended = 0;
    const entries = [...this.#db.due.getRange({ end: at + 1, limit: batchSize })];
    for (const { key: moment, value } of entries) {
      this.#db.due.removeSync(moment, value);
      const { kind, id } = readDue(value);
      if (kind === 'used') this.#db.used.removeSync(id);
      else if (kind === 'parked') this.#db.parked.removeSync(id);
      else ended += this.#sweepSession(id, at);
    }
    return ended;
  }

  #sweepSession(key: string, at: number): number {
    const session = this.#session(key);
    if (session === undefined) return 0;
    const ended = this.#remove(session, at);
    if (ended === 0) this.#db.due.putSync(Math.max(endOf(session, this.#rules), at + 1), dueOf('session', key));
    this.#over.delete(key);
    return ended;
  }

  #touch({ http, engine }: Session, at: number): void {
    this.#touches.note(http.key, at);
    this.#touches.note(engine.id, at);
    this.#writingTouches ??= setTimeout(() => void this.#writeTouchesInTime(), writeTouchesAfterMs).unref();
  }

  async #writeTouchesInTime(): Promise<void> {
    // Where that fails, because the disk is full, say, they are still noted: the next use of any session tries again.
    await this.#writeTouches().catch(() => undefined);
    this.#writingTouches = undefined;
  }

  /** Those that are noted now: those of sessions that are used meanwhile come with the next. */
  async #writeTouches(): Promise<void> {
    for (let left = this.#touches.size; left > 0; left -= batchSize) await this.#writeSomeTouches();
  }

  async #writeSomeTouches(): Promise<void> {
    const some = this.#touches.oldest(batchSize);
    await this.#change(() => {
      for (const [id, at] of some) this.#records.writeTouch(id, at);
      this.#records.noteMoment(Math.max(...some.map(([, at]) => at)));
    });
    this.#touches.forget(some);
  }
}
