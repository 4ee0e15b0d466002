/** Changing users in SQLite. */
import type { Kysely, Updateable } from 'kysely';
import type { UserChanges } from '../../user.js';
import { flag } from './rows.js';
import type { Tables } from './tables.js';

type Columns = Updateable<Tables['users']>;

/** Which column a property is kept in, and how. */
const columns: { readonly [Name in keyof Required<UserChanges>]: (value: UserChanges[Name]) => Columns } = {
  fullName: (value) => ({ full_name: value ?? '' }),
  initials: (value) => ({ initials: value ?? '' }),
  description: (value) => ({ description: value ?? '' }),
  email: (value) => ({ email: value ?? '' }),
  enabled: (value) => ({ enabled: flag(value === true) }),
  standardAuth: (value) => ({ standard_auth: flag(value === true) }),
  passwordModifiable: (value) => ({ password_modifiable: flag(value === true) }),
  requireNewPassword: (value) => ({ require_new_password: flag(value === true) }),
  passwordAutoExpire: (value) => ({ password_auto_expire: flag(value === true) }),
  passwordExpirationFrequencyDays: (value) => ({ password_expiration_frequency_days: value ?? null }),
  passwordExpiresAt: (value) => ({ password_expires_at: value ?? null }),
  lockedUntil: (value) => ({ locked_until: value ?? null }),
};

export async function updateUser(db: Kysely<Tables>, userId: string, changes: UserChanges, at: number): Promise<void> {
  const set: Columns = { modified_at: at };
  for (const name of Object.keys(changes) as (keyof UserChanges)[]) {
    const toColumns = columns[name] as (value: unknown) => Columns; // name and value are of the same property
    Object.assign(set, toColumns(changes[name]));
  }
  await db.transaction().execute(async (change) => {
    await change.updateTable('users').set(set).where('id', '=', userId).execute();
    if (changes.enabled === false) await change.deleteFrom('api_tokens').where('user_id', '=', userId).execute();
  });
}
