import { isFull, type EngineSession, type SessionCaps } from '../../engine-sessions/engine-session.js';
import { endingOf, type Ending, type LifetimeRules } from '../lifetime.js';
import type { EndedBy, EndFilter, EndingReport, OneUse, SessionStore } from '../session-store.js';
import type { HttpSession, Session } from '../session.js';

type Changeable<T> = { -readonly [K in keyof T]: T[K] };
interface Engine extends Changeable<Omit<EngineSession, 'projects'>> {
  projects: readonly string[];
  readonly held: Set<string>;
}
interface Held extends Session {
  readonly http: Changeable<HttpSession>;
  readonly engine: Engine;
}

/** Sessions in the memory of this process. They end with it. */
export class MemorySessionStore implements SessionStore {
  readonly #rules: LifetimeRules;
  readonly #sessions = new Map<string, Held>();
  readonly #enginesOfUser = new Map<string, Set<Engine>>();
  readonly #used = new Map<string, number>();
  readonly #parked = new Map<string, { readonly text: string; readonly until: number }>();
  readonly #countByMode = new Map<number, number>();
  #report: EndingReport | undefined;
  #engines = 0;

  constructor(rules: LifetimeRules) {
    this.#rules = rules;
  }

  latestMoment(): number {
    return 0;
  }

  open(session: Session, caps: SessionCaps): 'opened' | 'serverFull' | 'userFull' {
    const userId = session.engine.user.id;
    const at = session.http.lastUsedAt;
    if (isFull(this.#engines, caps.perServer) && isFull(this.count(at), caps.perServer)) return 'serverFull';
    if (this.#isFullFor(userId, caps.perUser, () => this.#enginesOf(userId, at).length)) return 'userFull';
    const engine: Engine = { ...session.engine, held: new Set() };
    const mine = this.#enginesOfUser.get(userId) ?? new Set();
    this.#enginesOfUser.set(userId, mine.add(engine));
    this.#engines += 1;
    this.#hold(session.http, engine);
    return 'opened';
  }

  use(key: string, at: number): Session | undefined {
    return this.#touch(key, at);
  }

  peek(key: string, at: number): Session | undefined {
    return this.#living(key, at);
  }

  share(parentKey: string, child: HttpSession, oneUse: OneUse | undefined, at: number) {
    const parent = this.#living(parentKey, at);
    if (parent === undefined) return 'parentGone';
    if (oneUse !== undefined && !this.useOnce(oneUse)) return 'usedBefore';
    this.#touch(parentKey, at);
    this.#hold(child, parent.engine);
    return 'shared';
  }

  openProject(key: string, projectId: string, caps: SessionCaps, at: number): 'open' | 'full' | 'gone' {
    const held = this.#living(key, at);
    if (held === undefined) return 'gone';
    const { engine } = held;
    if (engine.projects.includes(projectId)) return 'open';
    const userId = engine.user.id;
    const inProject = () => this.#enginesOf(userId, at).filter((other) => other.projects.includes(projectId)).length;
    if (this.#isFullFor(userId, caps.perUserAndProject, inProject)) return 'full';
    engine.projects = [...engine.projects, projectId];
    return 'open';
  }

  end(key: string, why: EndedBy = 'logout'): number {
    const held = this.#sessions.get(key);
    return held === undefined ? 0 : this.#endEngine(held.engine, why);
  }

  endEngine(engineId: string, why: EndedBy = 'logout'): number {
    for (const engines of this.#enginesOfUser.values()) {
      for (const engine of engines) if (engine.id === engineId) return this.#endEngine(engine, why);
    }
    return 0;
  }

  endAllOf(userId: string, { exceptKey, loginMode }: EndFilter = {}, why: EndedBy = 'logout'): number {
    let ended = 0;
    for (const engine of [...(this.#enginesOfUser.get(userId) ?? [])]) {
      if (loginMode !== undefined && engine.loginMode !== loginMode) continue;
      if (exceptKey === undefined || !engine.held.has(exceptKey)) ended += this.#endEngine(engine, why);
      else for (const key of [...engine.held]) if (key !== exceptKey) ended += this.#endHttp(key, why);
    }
    return ended;
  }

  list(at: number, userId?: string): readonly EngineSession[] {
    const engines = userId === undefined ? this.#livingEngines(at) : this.#enginesOf(userId, at);
    // Without what only this store needs to know.
    return engines.map(({ held: _held, ...engine }) => engine).sort((one, other) => one.openedAt - other.openedAt);
  }

  useOnce({ id, until }: OneUse): boolean {
    if (this.#used.has(id)) return false;
    this.#used.set(id, until);
    return true;
  }

  park(handle: string, text: string, until: number): void {
    this.#parked.set(handle, { text, until });
  }

  takeParked(handle: string, at: number): string | undefined {
    const parked = this.#parked.get(handle);
    this.#parked.delete(handle);
    return parked !== undefined && at < parked.until ? parked.text : undefined;
  }

  sweep(at: number): number {
    const before = this.#sessions.size;
    for (const key of this.#sessions.keys()) this.#living(key, at);
    for (const [id, until] of this.#used) if (at >= until) this.#used.delete(id);
    for (const [handle, { until }] of this.#parked) if (at >= until) this.#parked.delete(handle);
    return before - this.#sessions.size;
  }

  count(at: number): number {
    this.sweep(at);
    return this.#engines;
  }

  countByMode(): ReadonlyMap<number, number> {
    return this.#countByMode;
  }

  reportTo(report: EndingReport): void {
    this.#report = report;
  }

  close(): void {
    this.#sessions.clear();
    this.#countByMode.clear();
    this.#enginesOfUser.clear();
    this.#engines = 0;
  }

  #livingEngines(at: number): readonly Engine[] {
    this.sweep(at);
    return [...this.#enginesOfUser.values()].flatMap((engines) => [...engines]);
  }

  /** The session, if it lives; if it is over it is forgotten here, so that no clock brings it back. */
  #living(key: string, at: number): Held | undefined {
    const held = this.#sessions.get(key);
    if (held === undefined) return undefined;
    const ending = endingOf(held, this.#rules, at);
    if (ending === undefined) return held;
    if (ending === 'engineIdle') this.#endEngine(held.engine, ending);
    else this.#endHttp(key, ending);
    return undefined;
  }

  #touch(key: string, at: number): Held | undefined {
    const held = this.#living(key, at);
    if (held === undefined) return undefined;
    // A moment that came late, out of order, takes nothing back.
    if (at > held.http.lastUsedAt) held.http.lastUsedAt = at;
    if (at > held.engine.lastUsedAt) held.engine.lastUsedAt = at;
    return held;
  }

  /** Looks which sessions still live only where the cap could be reached: some users, such as the guest, have many. */
  #isFullFor(userId: string, cap: number, countLiving: () => number): boolean {
    return isFull(this.#enginesOfUser.get(userId)?.size ?? 0, cap) && isFull(countLiving(), cap);
  }

  #enginesOf(userId: string, at: number): readonly Engine[] {
    const engines = [...(this.#enginesOfUser.get(userId) ?? [])];
    for (const engine of engines) for (const key of [...engine.held]) this.#living(key, at);
    return engines.filter((engine) => engine.held.size > 0);
  }

  #hold(http: HttpSession, engine: Engine): void {
    this.#sessions.set(http.key, { http: { ...http }, engine });
    engine.held.add(http.key);
    this.#count(engine.loginMode, 1);
  }

  #endHttp(key: string, why: Ending | EndedBy): number {
    const held = this.#sessions.get(key);
    if (held === undefined) return 0;
    this.#sessions.delete(key);
    held.engine.held.delete(key);
    this.#ended(held.engine, why, 1);
    if (held.engine.held.size === 0) this.#forget(held.engine);
    return 1;
  }

  #endEngine(engine: Engine, why: Ending | EndedBy): number {
    const ended = engine.held.size;
    for (const key of engine.held) this.#sessions.delete(key);
    engine.held.clear();
    this.#ended(engine, why, ended);
    this.#forget(engine);
    return ended;
  }

  #ended({ loginMode }: Engine, why: Ending | EndedBy, count: number): void {
    this.#count(loginMode, -count);
    this.#report?.(loginMode, why, count);
  }

  #count(loginMode: number, more: number): void {
    this.#countByMode.set(loginMode, (this.#countByMode.get(loginMode) ?? 0) + more);
  }

  #forget(engine: Engine): void {
    const mine = this.#enginesOfUser.get(engine.user.id);
    if (mine?.delete(engine) === true) this.#engines -= 1;
    if (mine?.size === 0) this.#enginesOfUser.delete(engine.user.id);
  }
}
