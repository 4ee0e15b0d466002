import type { SettingsStore, StoredSetting } from '@mstr-rest/auth-server';

/** Settings in memory that can be cut off, as those of a database behind a network. */
export class SwitchedSettings implements SettingsStore {
  reachable = true;
  readonly #settings = new Map<string, StoredSetting>();

  find = (name: string): Promise<StoredSetting | undefined> => {
    if (!this.reachable) return Promise.reject(new Error('connect ECONNREFUSED'));
    return Promise.resolve(this.#settings.get(name));
  };

  put = async (name: string, value: string): Promise<StoredSetting | undefined> => {
    const former = await this.find(name);
    this.#settings.set(name, { value, version: (former?.version ?? 0) + 1 });
    return former;
  };
}
