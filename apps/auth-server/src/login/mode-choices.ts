import type { Logger } from 'pino';
import { z } from 'zod';
import { Problem } from '../errors/problem.js';
import type { SettingsStore, StoredSetting } from '../users/settings-store.js';

/** Which login modes are on. */
export interface ModeChoice {
  /** Numbers of the modes that a caller can choose. Delegation is always on, and not among them. */
  readonly available: readonly number[];
  /** The mode of a login that names none. */
  readonly default: number;
}

const settingName = 'loginModes';
const storedChoice = z.object({ available: z.array(z.int()), default: z.int() });

/** The choice of the configuration, until an administrator makes another one: that one is stored, and counts on all nodes. */
export class ModeChoices {
  #read: { readonly version: number; readonly choice: ModeChoice } | undefined;

  /**
   * @param store undefined: the configured choice is for good
   * @param canBeOn which modes this node could serve
   */
  constructor(
    private readonly configured: ModeChoice,
    private readonly store: SettingsStore | undefined,
    private readonly canBeOn: (id: number) => boolean,
    private readonly log: Logger,
  ) {}

  /** May somebody change what is configured? */
  get changeable(): boolean {
    return this.store !== undefined;
  }

  /** What counts at this moment. @throws Problem serviceUnavailable where that cannot be read */
  async current(): Promise<ModeChoice> {
    const stored = await this.store?.find(settingName).catch(unreadable);
    if (stored === undefined) return this.configured;
    if (stored.version !== this.#read?.version) {
      const choice = choiceIn(stored);
      // Better nobody than somebody by a mode that was switched off.
      if (choice === undefined) unreadable(new Error('the stored choice of login modes is damaged: choose again'));
      this.#read = { version: stored.version, choice: this.#possible(choice) };
    }
    return this.#read.choice;
  }

  /**
   * Stores a choice, on all nodes that share the store.
   * @returns the one that it takes the place of; undefined where that could not be read
   * @throws Problem privilegeMissing where the configuration does not allow it, serviceUnavailable
   */
  async change(choice: ModeChoice): Promise<ModeChoice | undefined> {
    if (this.store === undefined) {
      const message = 'The configuration of this server keeps the login modes as they are';
      throw new Problem('privilegeMissing', { message });
    }
    const former = await this.store.put(settingName, JSON.stringify(choice)).catch(unreadable);
    return former === undefined ? this.configured : choiceIn(former);
  }

  /** Tells the log where what counts is not what is configured. Never throws: the server starts in any case. */
  async announce(): Promise<void> {
    try {
      const current = await this.current();
      if (current === this.configured) return;
      const { available, default: first } = current;
      this.log.info({ available, default: first }, 'login modes are on as chosen at run time, not as configured');
    } catch (cause) {
      this.log.error({ cause }, 'it is not known which login modes are on');
    }
  }

  /** Without the modes that this node cannot serve: another node may, or they were there when the choice was made. */
  #possible(choice: ModeChoice): ModeChoice {
    const available = choice.available.filter(this.canBeOn);
    const ignored = choice.available.filter((id) => !this.canBeOn(id));
    if (ignored.length > 0) {
      this.log.warn({ ignored, available }, 'the chosen login modes have some that this server cannot serve');
    }
    if (available.length === 0) {
      this.log.error(
        'nobody can log in: this server can serve none of the chosen login modes (docs/login-modes/choosing.md)',
      );
    }
    return {
      available,
      default: available.includes(choice.default) ? choice.default : (available[0] ?? choice.default),
    };
  }
}

function choiceIn({ value }: StoredSetting): ModeChoice | undefined {
  try {
    return storedChoice.parse(JSON.parse(value));
  } catch {
    return undefined;
  }
}

function unreadable(cause: unknown): never {
  throw new Problem('serviceUnavailable', {
    message: 'The store of the login modes cannot be reached',
    headers: { 'retry-after': '1' },
    cause,
  });
}
