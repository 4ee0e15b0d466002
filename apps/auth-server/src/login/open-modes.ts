import type { Lent, LoginMode, OpenedMode, OpenStrategy } from '../login-modes/login-mode.js';
import { Strategies } from '../login-modes/passport.js';

/** What the configuration says of login modes. */
export interface ModesSetup {
  /** Numbers of the modes that must be there. */
  readonly available: readonly number[];
  /** Settings of a mode by its name. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** How many logins of one mode are judged at a time. */
  readonly maximumConcurrentLogins: number;
}

/** Every login mode that this server can serve, whether it is on or not. */
export interface OpenModes {
  readonly modes: ReadonlyMap<number, LoginMode>;
  readonly opened: ReadonlyMap<number, OpenedMode>;
  readonly strategies: Strategies;
  /** The others, each with what was wrong with its settings. */
  readonly refused: ReadonlyMap<LoginMode, string>;
}

/**
 * Lets each enabled mode check its settings, and makes nothing.
 * @throws Error that lists every mistake: a number or settings without a mode, a setting that an enabled mode refused
 */
export function checkModes(known: readonly LoginMode[], setup: ModesSetup): void {
  configured(known, setup);
}

/** Lets each mode check its settings and make its strategy, so that it can be switched on later. @throws Error as `checkModes` */
export function openModes(
  known: readonly LoginMode[],
  setup: ModesSetup,
  lentTo: (loginMode: number) => Lent,
): OpenModes {
  const { opens, refused } = configured(known, setup);
  const modes = new Map<number, LoginMode>();
  const opened = new Map<number, OpenedMode>();
  const strategies = new Strategies(setup.maximumConcurrentLogins);
  for (const [mode, open] of opens) {
    const atWork = open(lentTo(mode.id));
    strategies.add(mode.name, atWork.strategy);
    opened.set(mode.id, atWork);
    modes.set(mode.id, mode);
  }
  return { modes, opened, strategies, refused };
}

function configured(known: readonly LoginMode[], { available, settings }: ModesSetup) {
  const mistakes = Object.keys(settings)
    .filter((name) => known.every((mode) => mode.name !== name))
    .map((name) => `auth.${name}: this server has no login mode of that name`);
  const missing = available.filter((id) => known.every((mode) => mode.id !== id));
  if (missing.length > 0) mistakes.push(`auth.modes.available: this server has no login mode ${missing.join(', ')}`);
  const opens = new Map<LoginMode, OpenStrategy>();
  const refused = new Map<LoginMode, string>();
  for (const mode of known) {
    try {
      opens.set(mode, mode.configure(settings[mode.name]));
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      if (available.includes(mode.id) || isAlwaysOn(mode)) mistakes.push(error.message);
      else refused.set(mode, error.message);
    }
  }
  if (mistakes.length > 0) throw new Error(mistakes.join('\n'));
  return { opens, refused };
}

/** Delegation, which opens no session of its own. */
export function isAlwaysOn({ doors }: LoginMode): boolean {
  return doors.includes('delegate');
}
