import { findLoginMode, type Door } from '@mstr-rest/protocol';
import type { EngineSession } from '../engine-sessions/engine-session.js';
import { Problem } from '../errors/problem.js';
import type {
  Admission,
  Evidence,
  Lent,
  LoginMode,
  ModeRoute,
  OpenedMode,
  OpenStrategy,
  Source,
  Verdict,
} from '../login-modes/login-mode.js';
import { Strategies } from '../login-modes/passport.js';
import { distrustedHeaders, screened, type DistrustedHeaders } from './guarded-headers.js';

/** What the configuration says of login modes. */
export interface ModeChoice {
  /** Numbers of the enabled modes. Delegation is always on. */
  readonly available: readonly number[];
  readonly default: number;
  /** Settings of a mode by its name. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/** The login modes that this server has switched on, each with its strategy. */
export class EnabledModes {
  readonly #modes: ReadonlyMap<number, LoginMode>;
  readonly #default: number;
  readonly #opened: ReadonlyMap<number, OpenedMode>;
  readonly #strategies: Strategies;

  private constructor(
    modes: ReadonlyMap<number, LoginMode>,
    opened: ReadonlyMap<number, OpenedMode>,
    defaultId: number,
    strategies: Strategies,
  ) {
    this.#modes = modes;
    this.#opened = opened;
    this.#default = defaultId;
    this.#strategies = strategies;
  }

  /**
   * Lets each enabled mode check its settings and make its strategy.
   * @throws Error that names a number without a mode, settings without a mode, or the setting that a mode refused
   */
  static open(known: readonly LoginMode[], choice: ModeChoice, lentTo: (loginMode: number) => Lent): EnabledModes {
    const strange = Object.keys(choice.settings).find((name) => known.every((mode) => mode.name !== name));
    if (strange !== undefined) throw new Error(`auth.${strange}: this server has no login mode of that name`);
    const modes = new Map<number, LoginMode>();
    const opened = new Map<number, OpenedMode>();
    const strategies = new Strategies();
    const enabled = known.filter((mode) => choice.available.includes(mode.id) || mode.doors.includes('delegate'));
    for (const mode of enabled) {
      const open: OpenStrategy = mode.configure(choice.settings[mode.name]);
      const atWork = open(lentTo(mode.id));
      strategies.add(mode.name, atWork.strategy);
      opened.set(mode.id, atWork);
      modes.set(mode.id, mode);
    }
    const missing = choice.available.filter((id) => !modes.has(id));
    if (missing.length > 0)
      throw new Error(`auth.modes.available: this server has no login mode ${missing.join(', ')}`);
    return new EnabledModes(modes, opened, choice.default, strategies);
  }

  /** Numbers of the enabled modes that a caller can choose, the default first. */
  get available(): readonly number[] {
    const ids = [...this.#modes.values()].filter((mode) => !mode.doors.includes('delegate')).map((mode) => mode.id);
    return ids.sort((a, b) => Number(b === this.#default) - Number(a === this.#default) || a - b);
  }

  /**
   * The mode that a caller at this door means. Sources: docs/protocol Q2, Q10, Q32.
   * @throws Problem loginModeUnknown, loginModeDisabled, loginModeAtWrongDoor, loginModeMissing
   */
  pick(door: Door, id: number | undefined): LoginMode {
    const mode = id === undefined ? this.#modeWithoutNumber(door) : this.#modes.get(id);
    if (mode?.doors.includes(door)) return mode;
    if (id === undefined) throw new Problem('loginModeMissing');
    const doors = mode?.doors ?? findLoginMode(id)?.doors;
    if (doors === undefined) throw new Problem('loginModeUnknown', { message: `The login mode ${id} is unknown` });
    if (doors.length > 0 && !doors.includes(door)) throw atWrongDoor(id, doors);
    throw new Problem('loginModeDisabled', { message: `Login mode ${id} is not enabled (INVALID_AUTH_MODE)` });
  }

  /** Headers that speak for somebody and come from where they are not believed. No mode gets to see them. */
  distrustedHeaders(evidence: Evidence): readonly DistrustedHeaders[] {
    return distrustedHeaders(evidence, this.#opened.values());
  }

  judge(mode: LoginMode, evidence: Evidence): Promise<Verdict> {
    const opened = this.#opened.get(mode.id);
    if (opened === undefined) throw new Error(`login mode ${mode.id} is not enabled`);
    return this.#strategies.judge(mode.name, screened(evidence, opened, this.#opened.values()));
  }

  /** Who gets in of those whom the mode's source vouches for; undefined where the source is our own directory. */
  admissionOf(mode: LoginMode): Admission | undefined {
    return this.#opened.get(mode.id)?.admission;
  }

  /** Can a browser be sent to this mode? */
  isForBrowser(id: number | undefined): boolean {
    return id !== undefined && (this.#modes.get(id)?.doors.includes('browser') ?? false);
  }

  /** The sources of a mode that somebody can choose from. */
  sourcesOf(id: number): readonly Source[] {
    return this.#opened.get(id)?.sources ?? [];
  }

  /** Where a browser goes whose session has ended, to be logged out at its source too; undefined: nowhere. */
  async farewell({ loginMode, sourceSession }: Pick<EngineSession, 'loginMode' | 'sourceSession'>) {
    return sourceSession === undefined ? undefined : this.#opened.get(loginMode)?.farewell?.(sourceSession);
  }

  /** The addresses of the modes' own, with whose they are. */
  routes(): readonly { readonly loginMode: number; readonly route: ModeRoute }[] {
    return [...this.#opened].flatMap(([loginMode, { routes = [] }]) => routes.map((route) => ({ loginMode, route })));
  }

  async close(): Promise<void> {
    this.#strategies.close();
    await Promise.all([...this.#opened.values()].map(async (mode) => mode.close?.()));
  }

  #modeWithoutNumber(door: Door): LoginMode | undefined {
    if (door === 'delegate') return [...this.#modes.values()].find((mode) => mode.doors.includes(door));
    return this.#modes.get(1) ?? this.#modes.get(this.#default);
  }
}

const servedAt: Record<Door, string> = {
  login: 'POST /api/auth/login',
  delegate: 'POST /api/auth/delegate',
  browser: 'the login pages below /auth',
  native: 'POST /api/auth/oidc/token',
};

function atWrongDoor(id: number, doors: readonly Door[]): Problem {
  const where = doors.map((door) => servedAt[door]).join(' or ');
  return new Problem('loginModeAtWrongDoor', { message: `Login mode ${id} is served by ${where}` });
}
