import type { CompiledQuery, Kysely } from 'kysely';
import { readAnew, type Remember } from './remember.js';
import type { SettingsStore, StoredSetting } from '../../settings-store.js';
import type { Locks } from './locks.js';
import type { Tables } from './tables.js';

/** Settings in a SQL database. */
export class SqlSettingsStore implements SettingsStore {
  readonly #db: Kysely<Tables>;
  readonly #locks: Locks;
  readonly #remember: Remember;
  /** Made once: making it costs more than running it, and each login does. */
  readonly #findNameless: CompiledQuery<StoredSetting>;

  constructor(db: Kysely<Tables>, locks: Locks, remember: Remember = readAnew) {
    this.#db = db;
    this.#remember = remember;
    this.#locks = locks;
    this.#findNameless = db.selectFrom('settings').select(['value', 'version']).where('name', '=', '').compile();
  }

  find(name: string): Promise<StoredSetting | undefined> {
    return this.#remember(`setting ${name}`, () => this.#find(this.#db, name));
  }

  put(name: string, value: string): Promise<StoredSetting | undefined> {
    return this.#db.transaction().execute(async (db) => {
      await this.#locks.setting(db, name);
      const former = await this.#find(db, name);
      await db
        .insertInto('settings')
        .values({ name, value, version: 1 })
        .onConflict((same) =>
          same.column('name').doUpdateSet((row) => ({ value, version: row('settings.version', '+', 1) })),
        )
        .execute();
      return former;
    });
  }

  async #find(db: Kysely<Tables>, name: string): Promise<StoredSetting | undefined> {
    const { rows } = await db.executeQuery<StoredSetting>({ ...this.#findNameless, parameters: [name] });
    return rows[0];
  }
}
