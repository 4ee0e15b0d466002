import type { Kysely, Selectable } from 'kysely';
import type { ApiTokenStore, NewStoredApiToken, StoredApiToken } from '../../api-token-store.js';
import type { Locks } from './locks.js';
import type { Tables } from './tables.js';

/** API tokens in a SQL database. */
export class SqlApiTokenStore implements ApiTokenStore {
  readonly #db: Kysely<Tables>;

  readonly #locks: Locks;

  constructor(db: Kysely<Tables>, locks: Locks) {
    this.#db = db;
    this.#locks = locks;
  }

  async put({ hash, userId, createdAt, expiresAt, createdBy }: NewStoredApiToken): Promise<boolean> {
    const token = {
      token_hash: hash,
      created_at: createdAt,
      expires_at: expiresAt,
      last_used_at: null,
      created_by: createdBy,
    };
    return this.#db.transaction().execute(async (db) => {
      await this.#locks.user(db, userId);
      const user = await db.selectFrom('users').select('enabled').where('id', '=', userId).executeTakeFirst();
      if (user?.enabled !== 1) return false;
      await db
        .insertInto('api_tokens')
        .values({ user_id: userId, ...token })
        .onConflict((former) => former.column('user_id').doUpdateSet(token))
        .execute();
      return true;
    });
  }

  async find(hash: string): Promise<StoredApiToken | undefined> {
    return toToken(
      await this.#db.selectFrom('api_tokens').selectAll().where('token_hash', '=', hash).executeTakeFirst(),
    );
  }

  async findOf(userId: string): Promise<StoredApiToken | undefined> {
    return toToken(
      await this.#db.selectFrom('api_tokens').selectAll().where('user_id', '=', userId).executeTakeFirst(),
    );
  }

  async noteUse(hash: string, at: number): Promise<boolean> {
    const { numUpdatedRows } = await this.#db
      .updateTable('api_tokens')
      .set({ last_used_at: at })
      .where('token_hash', '=', hash)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  async removeOf(userId: string): Promise<boolean> {
    const { numDeletedRows } = await this.#db.deleteFrom('api_tokens').where('user_id', '=', userId).executeTakeFirst();
    return numDeletedRows > 0n;
  }

  async removeExpired(at: number): Promise<void> {
    await this.#db.deleteFrom('api_tokens').where('expires_at', '<=', Math.floor(at)).execute();
  }
}

function toToken(row: Selectable<Tables['api_tokens']> | undefined): StoredApiToken | undefined {
  return (
    row && {
      userId: row.user_id,
      createdAt: row.created_at,
      expiresAt: row.expires_at,
      lastUsedAt: row.last_used_at ?? undefined,
      createdBy: row.created_by,
    }
  );
}
