import { findLoginMode, type Door } from '@mstr-rest/protocol';
import type { SourceSession } from '../engine-sessions/engine-session.js';
import { Problem } from '../errors/problem.js';
import type {
  Admission,
  Evidence,
  LoginMode,
  ModeRoute,
  NativeSource,
  PostedForm,
  Source,
  Verdict,
} from '../login-modes/login-mode.js';
import { distrustedHeaders, screened, type DistrustedHeaders } from './guarded-headers.js';
import type { ModeChoice, ModeChoices } from './mode-choices.js';
import { isAlwaysOn, type OpenModes } from './open-modes.js';

/** A login mode that a person can choose, or one of its sources. */
export interface Offered {
  readonly id: number;
  /** Name and password, nothing, or what another site asks. */
  readonly asks: 'password' | 'button' | 'elsewhere';
  readonly source?: Source;
}

/** The login modes that are switched on at this moment, each with its strategy. */
export class EnabledModes {
  constructor(
    private readonly open: OpenModes,
    private readonly choices: ModeChoices,
  ) {}

  /** Numbers of the enabled modes that a caller can choose, the default first. @throws Problem serviceUnavailable */
  async available(): Promise<readonly number[]> {
    const { available, default: first } = await this.choices.current();
    return [...available].sort((a, b) => Number(b === first) - Number(a === first) || a - b);
  }

  /**
   * The mode that a caller at this door means. Sources: docs/protocol Q2, Q10, Q32.
   * @throws Problem loginModeUnknown, loginModeDisabled, loginModeAtWrongDoor, loginModeMissing, serviceUnavailable
   */
  async pick(door: Door, id: number | undefined): Promise<LoginMode> {
    if (id === undefined) {
      const mode = door === 'delegate' ? this.#delegation() : this.#byDefault(await this.choices.current());
      if (mode?.doors.includes(door)) return mode;
      throw new Problem('loginModeMissing');
    }
    const mode = this.open.modes.get(id);
    const doors = mode?.doors ?? findLoginMode(id)?.doors;
    if (doors === undefined) throw new Problem('loginModeUnknown', { message: `The login mode ${id} is unknown` });
    if (doors.length > 0 && !doors.includes(door)) throw atWrongDoor(id, doors);
    if (mode !== undefined && (isAlwaysOn(mode) || (await this.#isOn(id)))) return mode;
    throw new Problem('loginModeDisabled', { message: `Login mode ${id} is not enabled (INVALID_AUTH_MODE)` });
  }

  /** Headers that speak for somebody and come from where they are not believed. No mode gets to see them. */
  distrustedHeaders(evidence: Evidence): readonly DistrustedHeaders[] {
    return distrustedHeaders(evidence, this.open.opened.values());
  }

  judge(mode: LoginMode, evidence: Evidence): Promise<Verdict> {
    const opened = this.open.opened.get(mode.id);
    if (opened === undefined) throw new Error(`login mode ${mode.id} is not open`);
    return this.open.strategies.judge(mode.name, screened(evidence, opened, this.open.opened.values()));
  }

  /** Who gets in of those whom the mode's source vouches for; undefined where the source is our own directory. */
  admissionOf(mode: LoginMode): Admission | undefined {
    return this.open.opened.get(mode.id)?.admission;
  }

  /** Is this mode, where it is on, asked for at this door? */
  isAt(door: Door, id: number | undefined): boolean {
    return id !== undefined && (this.open.modes.get(id)?.doors.includes(door) ?? false);
  }

  /** What a person can choose from, the default first. @throws Problem serviceUnavailable */
  async offers(): Promise<readonly Offered[]> {
    return (await this.available()).flatMap((id): readonly Offered[] => {
      const mode = this.open.modes.get(id);
      if (mode?.onPage !== undefined) return [{ id, asks: mode.onPage }];
      if (mode?.doors.includes('browser') !== true) return [];
      const { sources = [] } = this.open.opened.get(id) ?? {};
      return sources.length === 0
        ? [{ id, asks: 'elsewhere' }]
        : sources.map((source) => ({ id, asks: 'elsewhere', source }));
    });
  }

  /** Where a browser goes so that the session at the source ends too; undefined: nowhere. */
  async logoutAddress(id: number, source: SourceSession): Promise<URL | PostedForm | undefined> {
    return this.open.opened.get(id)?.logoutAddress?.(source);
  }

  /** What programs that are no browser have to know, of all modes. */
  async nativeSources(): Promise<readonly NativeSource[]> {
    const all = [...this.open.opened.values()].map(async (mode) => (await mode.nativeSources?.()) ?? []);
    return (await Promise.all(all)).flat();
  }

  /** The addresses of the modes' own, with whose they are. */
  routes(): readonly { readonly loginMode: number; readonly route: ModeRoute }[] {
    return [...this.open.opened].flatMap(([loginMode, { routes = [] }]) =>
      routes.map((route) => ({ loginMode, route })),
    );
  }

  async close(): Promise<void> {
    this.open.strategies.close();
    await Promise.all([...this.open.opened.values()].map(async (mode) => mode.close?.()));
  }

  async #isOn(id: number): Promise<boolean> {
    return (await this.choices.current()).available.includes(id);
  }

  #delegation(): LoginMode | undefined {
    return [...this.open.modes.values()].find(isAlwaysOn);
  }

  #byDefault({ available, default: id }: ModeChoice): LoginMode | undefined {
    const meant = available.includes(1) ? 1 : id;
    return available.includes(meant) ? this.open.modes.get(meant) : undefined;
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
