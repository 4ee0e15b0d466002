/** Users and groups in a SQL database: the same queries for SQLite and PostgreSQL. */
import { wellKnownIds } from '@mstr-rest/protocol';
import type { Kysely } from 'kysely';
import { nameKeyOf, type ExternalIdentity, type Grants, type Group, type User, type UserChanges } from '../../user.js';
import type {
  NewGroup,
  NewUser,
  StoredPassword,
  UserDirectory,
  UserFilter,
  WrongPassword,
} from '../../user-directory.js';
import { linkIdentity, replaceGroupsFrom, userIdOf } from './identities.js';
import type { Writing } from './locks.js';
import { toGrants, toPrivilegeRows, toProjectRows, toUser, toUserRow } from './rows.js';
import { formerHashesOf, storePassword } from './stored-passwords.js';
import { readAnew, type Remember } from './remember.js';
import type { Tables } from './tables.js';
import { removeUser, updateUser } from './user-changes.js';
import { listUsers } from './user-lists.js';
import { forgetWrongPasswords, noteWrongPassword } from './wrong-passwords.js';

export class SqlUserDirectory implements UserDirectory {
  readonly #db: Kysely<Tables>;
  readonly #writing: Writing;
  readonly #close: () => Promise<void>;
  readonly #remember: Remember;

  /** @param remember how often the same user is read, of whom nothing was written meanwhile */
  constructor(db: Kysely<Tables>, writing: Writing, close: () => Promise<void>, remember: Remember = readAnew) {
    this.#db = db;
    this.#writing = writing;
    this.#close = close;
    this.#remember = remember;
  }

  async findById(userId: string): Promise<User | undefined> {
    return this.#remember(`user ${userId}`, async () => {
      const row = await this.#db.selectFrom('users').selectAll().where('id', '=', userId).executeTakeFirst();
      return row && toUser(row);
    });
  }

  async findByLoginName(loginName: string): Promise<User | undefined> {
    if (loginName.includes('\0')) return undefined;
    const key = nameKeyOf(loginName);
    return this.#remember(`login name ${key}`, async () => {
      const row = await this.#db.selectFrom('users').selectAll().where('login_key', '=', key).executeTakeFirst();
      return row && toUser(row);
    });
  }

  findGroupById(groupId: string): Promise<Group | undefined> {
    const columns = ['id', 'name', 'description'] as const;
    return this.#db.selectFrom('groups').select(columns).where('id', '=', groupId).executeTakeFirst();
  }

  async findGroupByName(name: string): Promise<Group | undefined> {
    if (name.includes('\0')) return undefined;
    const columns = ['id', 'name', 'description'] as const;
    return this.#db.selectFrom('groups').select(columns).where('name_key', '=', nameKeyOf(name)).executeTakeFirst();
  }

  async passwordHashOf(userId: string): Promise<string | undefined> {
    const row = await this.#db.selectFrom('users').select('password_hash').where('id', '=', userId).executeTakeFirst();
    return row?.password_hash ?? undefined;
  }

  setPassword(userId: string, password: StoredPassword): Promise<void> {
    return storePassword(this.#db, userId, password, this.#writing);
  }

  formerHashesOf(userId: string): Promise<readonly string[]> {
    return formerHashesOf(this.#db, userId);
  }

  noteWrongPassword(userId: string | undefined, wrong: WrongPassword): Promise<boolean> {
    return noteWrongPassword(this.#db, userId, wrong);
  }

  forgetWrongPasswords(userId: string): Promise<void> {
    return forgetWrongPasswords(this.#db, userId);
  }

  async replaceHash(userId: string, { from, to }: { readonly from: string; readonly to: string }): Promise<boolean> {
    const { numUpdatedRows } = await this.#db
      .updateTable('users')
      .set({ password_hash: to })
      .where('id', '=', userId)
      .where('password_hash', '=', from)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  async grantsOf(userId: string): Promise<Grants> {
    const db = withGroupsOf(this.#db, userId);
    const privileges = await db
      .selectFrom('user_privileges')
      .where('user_id', '=', userId)
      .select(['privilege_id', 'project_id'])
      .union((query) =>
        query
          .selectFrom('group_privileges')
          .innerJoin('held', 'held.id', 'group_privileges.group_id')
          .select(['privilege_id', 'project_id']),
      )
      .orderBy('privilege_id')
      .orderBy('project_id')
      .execute();
    const projects = await db
      .selectFrom('user_projects')
      .where('user_id', '=', userId)
      .select('project_id')
      .union((query) =>
        query.selectFrom('group_projects').innerJoin('held', 'held.id', 'group_projects.group_id').select('project_id'),
      )
      .orderBy('project_id')
      .execute();
    return toGrants(privileges, projects);
  }

  async groupsOf(userId: string): Promise<readonly Group[]> {
    return withGroupsOf(this.#db, userId)
      .selectFrom('groups')
      .innerJoin('held', 'held.id', 'groups.id')
      .select(['groups.id', 'groups.name', 'groups.description'])
      .orderBy('groups.name_key')
      .execute();
  }

  async update(userId: string, changes: UserChanges, at: number): Promise<User | undefined> {
    await updateUser(this.#db, userId, changes, at, this.#writing);
    return this.findById(userId);
  }

  remove(userId: string): Promise<boolean> {
    return removeUser(this.#db, userId, this.#writing);
  }

  async findByIdentity(identity: ExternalIdentity): Promise<User | undefined> {
    const userId = await userIdOf(this.#db, identity);
    return userId === undefined ? undefined : this.findById(userId);
  }

  link(userId: string, identity: ExternalIdentity): Promise<void> {
    return linkIdentity(this.#db, userId, identity);
  }

  setGroupsFrom(userId: string, issuer: string, groupIds: readonly string[]): Promise<void> {
    return replaceGroupsFrom(this.#db, userId, issuer, groupIds, this.#writing);
  }

  list(filter: UserFilter): Promise<{ readonly users: readonly User[]; readonly total: number }> {
    return listUsers(this.#db, filter);
  }

  async countUsers(): Promise<number> {
    const count = this.#db.fn.countAll<number>().as('count');
    return (await this.#db.selectFrom('users').select(count).executeTakeFirstOrThrow()).count;
  }

  async addUser({ user, passwordHash, groupIds, grants, identity }: NewUser): Promise<void> {
    await this.#db.transaction().execute(async (db) => {
      await db.insertInto('users').values(toUserRow(user, passwordHash)).execute();
      const user_id = user.id;
      if (identity !== undefined) await linkIdentity(db, user_id, identity);
      for (const group_id of new Set(groupIds)) {
        await db.insertInto('user_memberships').values({ user_id, group_id }).execute();
      }
      for (const row of toPrivilegeRows(grants)) {
        await db
          .insertInto('user_privileges')
          .values({ user_id, ...row })
          .onConflict((same) => same.doNothing())
          .execute();
      }
      for (const row of toProjectRows(grants)) {
        await db
          .insertInto('user_projects')
          .values({ user_id, ...row })
          .onConflict((same) => same.doNothing())
          .execute();
      }
    });
  }

  async addGroup({ group, parentIds, grants }: NewGroup): Promise<void> {
    await this.#db.transaction().execute(async (db) => {
      const { id: group_id, name, description } = group;
      await db
        .insertInto('groups')
        .values({ id: group_id, name, name_key: nameKeyOf(name), description })
        .execute();
      for (const parent_id of new Set(parentIds)) {
        await db.insertInto('group_memberships').values({ group_id, parent_id }).execute();
      }
      for (const row of toPrivilegeRows(grants)) {
        await db
          .insertInto('group_privileges')
          .values({ group_id, ...row })
          .onConflict((same) => same.doNothing())
          .execute();
      }
      for (const row of toProjectRows(grants)) {
        await db
          .insertInto('group_projects')
          .values({ group_id, ...row })
          .onConflict((same) => same.doNothing())
          .execute();
      }
    });
  }

  async close(): Promise<void> {
    await this.#close();
  }
}

/** Queries that may read `held`: the ids of all groups of a user. The union ends where groups contain one another. */
function withGroupsOf(db: Kysely<Tables>, userId: string) {
  return db.withRecursive('held(id)', (query) =>
    query
      .selectFrom('user_memberships')
      .where('user_id', '=', userId)
      .select('group_id as id')
      .union(query.selectFrom('sourced_memberships').where('user_id', '=', userId).select('group_id as id'))
      .union(
        query
          .selectFrom('users')
          .innerJoin('groups', (join) => join.on('groups.id', '=', wellKnownIds.everyone))
          .where('users.id', '=', userId)
          .select('groups.id'),
      )
      .union(
        query
          .selectFrom('group_memberships')
          .innerJoin('held', 'held.id', 'group_memberships.group_id')
          .select('group_memberships.parent_id as id'),
      ),
  );
}
