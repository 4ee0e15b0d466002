import type { Lent, LoginMode, OpenedMode } from '../login-modes/login-mode.js';
import { Strategies } from '../login-modes/passport.js';

/** What the configuration says of login modes. */
export interface ModesSetup {
  /** Numbers of the modes that must be there. */
  readonly available: readonly number[];
  /** Settings of a mode by its name. */
  readonly settings: Readonly<Record<string, unknown>>;
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
 * Lets each mode check its settings and make its strategy, so that it can be switched on later.
 * @throws Error that names a number without a mode, settings without a mode, or the setting that an enabled mode refused
 */
export function openModes(known: readonly LoginMode[], { available, settings }: ModesSetup, lent: Lent): OpenModes {
  const strange = Object.keys(settings).find((name) => known.every((mode) => mode.name !== name));
  if (strange !== undefined) throw new Error(`auth.${strange}: this server has no login mode of that name`);
  const missing = available.filter((id) => known.every((mode) => mode.id !== id));
  if (missing.length > 0) throw new Error(`auth.modes.available: this server has no login mode ${missing.join(', ')}`);
  const modes = new Map<number, LoginMode>();
  const opened = new Map<number, OpenedMode>();
  const strategies = new Strategies();
  const refused = new Map<LoginMode, string>();
  for (const mode of known) {
    try {
      const atWork = mode.configure(settings[mode.name])(lent);
      strategies.add(mode.name, atWork.strategy);
      opened.set(mode.id, atWork);
      modes.set(mode.id, mode);
    } catch (error) {
      if (available.includes(mode.id) || isAlwaysOn(mode)) {
        strategies.close();
        throw error;
      }
      refused.set(mode, error instanceof Error ? error.message : String(error));
    }
  }
  return { modes, opened, strategies, refused };
}

/** Delegation, which opens no session of its own. */
export function isAlwaysOn({ doors }: LoginMode): boolean {
  return doors.includes('delegate');
}
