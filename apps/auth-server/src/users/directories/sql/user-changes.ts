/** Changing users. */
import type { Kysely, Updateable } from 'kysely';
import type { UserChanges } from '../../user.js';
import { noteEndedAccess } from './ended-access.js';
import type { Writing } from './locks.js';
import { flag } from './rows.js';
import type { Tables } from './tables.js';

/** Whenever a session of a removed user was opened. The last moment that a date can be (ECMA-262 section 21.4.1.1). */
const lastMoment = 8_640_000_000_000_000;

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

export async function updateUser(
  db: Kysely<Tables>,
  userId: string,
  changes: UserChanges,
  at: number,
  writing: Writing,
): Promise<void> {
  const set: Columns = { modified_at: at };
  for (const name of Object.keys(changes) as (keyof UserChanges)[]) {
    const toColumns = columns[name] as (value: unknown) => Columns; // name and value are of the same property
    Object.assign(set, toColumns(changes[name]));
  }
  await db.transaction().execute(async (change) => {
    const { numUpdatedRows } = await change.updateTable('users').set(set).where('id', '=', userId).executeTakeFirst();
    if (changes.enabled !== false || numUpdatedRows === 0n) return;
    await change.deleteFrom('api_tokens').where('user_id', '=', userId).execute();
    await noteEndedAccess(change, { userId, openedUntil: at }, writing);
  });
}

/** @returns whether there was one */
export async function removeUser(db: Kysely<Tables>, userId: string, writing: Writing): Promise<boolean> {
  return db.transaction().execute(async (change) => {
    const { numDeletedRows } = await change.deleteFrom('users').where('id', '=', userId).executeTakeFirst();
    if (numDeletedRows > 0n) await noteEndedAccess(change, { userId, openedUntil: lastMoment }, writing);
    return numDeletedRows > 0n;
  });
}
