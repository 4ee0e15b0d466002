/** The seam behind which settings are kept that are changed while servers run. Every implementation runs `settings-store.contract.ts`. */

/** One setting as it stands. */
export interface StoredSetting {
  /** In the words of the room that it belongs to, such as JSON. */
  readonly value: string;
  /** 1 for the first value, and one more with each change: of one setting, an equal version is an equal value. */
  readonly version: number;
}

/**
 * Where such settings are kept. Nodes that share it see a change with their next look, so `find` must be cheap: logins
 * ask, and wait for it. A store that cannot answer throws, within a second or so.
 */
export interface SettingsStore {
  /** Undefined where the setting was never put. */
  find(name: string): Promise<StoredSetting | undefined>;
  /** Puts a value in the place of what is there. @returns what was there */
  put(name: string, value: string): Promise<StoredSetting | undefined>;
}
