import type { Kysely } from 'kysely';
import type { SettingsStore, StoredSetting } from '../../settings-store.js';
import type { Tables } from './tables.js';

/** Settings in a SQLite database. */
export class SqliteSettingsStore implements SettingsStore {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  find(name: string): Promise<StoredSetting | undefined> {
    return find(this.#db, name);
  }

  put(name: string, value: string): Promise<StoredSetting | undefined> {
    return this.#db.transaction().execute(async (db) => {
      const former = await find(db, name);
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
}

function find(db: Kysely<Tables>, name: string): Promise<StoredSetting | undefined> {
  return db.selectFrom('settings').select(['value', 'version']).where('name', '=', name).executeTakeFirst();
}
