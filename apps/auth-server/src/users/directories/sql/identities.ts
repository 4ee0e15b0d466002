/** What other sources say of users. */
import type { Kysely } from 'kysely';
import type { ExternalIdentity } from '../../user.js';
import type { Writing } from './locks.js';
import type { Tables } from './tables.js';

export async function userIdOf(db: Kysely<Tables>, { issuer, subject }: ExternalIdentity): Promise<string | undefined> {
  const row = await db
    .selectFrom('identities')
    .select('user_id')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst();
  return row?.user_id;
}

export async function linkIdentity(db: Kysely<Tables>, userId: string, identity: ExternalIdentity): Promise<void> {
  // Written first: whoever links the same identity at the same moment waits here, and then sees who was first.
  await db
    .insertInto('identities')
    .values({ ...identity, user_id: userId })
    .onConflict((same) => same.doNothing())
    .execute();
  const linked = await userIdOf(db, identity);
  if (linked !== userId) throw new Error(`This identity of ${identity.issuer} is the user ${linked} already`);
}

export async function replaceGroupsFrom(
  db: Kysely<Tables>,
  user_id: string,
  issuer: string,
  groupIds: readonly string[],
  { locks }: Writing,
): Promise<void> {
  await db.transaction().execute(async (change) => {
    await locks.user(change, user_id);
    await change
      .deleteFrom('sourced_memberships')
      .where('user_id', '=', user_id)
      .where('issuer', '=', issuer)
      .execute();
    for (const group_id of new Set(groupIds)) {
      await change.insertInto('sourced_memberships').values({ user_id, issuer, group_id }).execute();
    }
  });
}
