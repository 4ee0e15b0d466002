/** The seam behind which users and groups are kept. Every implementation runs `user-directory.contract.ts`. */
import type { Grants, Group, User } from './user.js';

/** A user to be added, with what it may do by itself. */
export interface NewUser {
  readonly user: User;
  /** Argon2 hash in the PHC string format; undefined: no password logs this user in. */
  readonly passwordHash: string | undefined;
  /** Ids of existing groups. Everyone need not be named: every user is a member. */
  readonly groupIds: readonly string[];
  readonly grants: Grants;
}

/** A group to be added, with what it grants to its members. */
export interface NewGroup {
  readonly group: Group;
  /** Ids of existing groups whose member the new group is. */
  readonly parentIds: readonly string[];
  readonly grants: Grants;
}

/** A password as it is stored. */
export interface StoredPassword {
  /** Argon2 hash in the PHC string format. */
  readonly hash: string;
  /** Milliseconds since the epoch at which it was chosen. */
  readonly at: number;
  /** Milliseconds since the epoch from which on it must be changed; undefined: never. */
  readonly expiresAt: number | undefined;
}

/**
 * Where users and groups are kept.
 *
 * Login names and group names are compared without regard to case and compatibility forms (`nameKeyOf`). A directory
 * that cannot answer throws the problem `serviceUnavailable`: it never says that a user is unknown. Adding is all or
 * nothing: what conflicts with something stored, or names an unknown group, throws an Error and leaves nothing behind.
 */
export interface UserDirectory {
  findById(userId: string): Promise<User | undefined>;
  findByLoginName(loginName: string): Promise<User | undefined>;
  findGroupById(groupId: string): Promise<Group | undefined>;
  findGroupByName(name: string): Promise<Group | undefined>;

  /** The stored hash, or undefined for a user without one and for an unknown user alike. */
  passwordHashOf(userId: string): Promise<string | undefined>;

  /**
   * Stores a new password: it no longer requires a new one, and the user counts as modified at `password.at`.
   * @throws Error for an unknown user
   */
  setPassword(userId: string, password: StoredPassword): Promise<void>;

  /**
   * Stores another hash of the same password, provided that the hash `from` is still the stored one.
   * @returns whether it was
   */
  replaceHash(userId: string, hash: { readonly from: string; readonly to: string }): Promise<boolean>;

  /** What the user may do, by itself and by all its groups; nothing for an unknown user. */
  grantsOf(userId: string): Promise<Grants>;

  /** All groups of the user, nested ones and Everyone included, sorted by name. */
  groupsOf(userId: string): Promise<readonly Group[]>;

  countUsers(): Promise<number>;
  addUser(user: NewUser): Promise<void>;
  addGroup(group: NewGroup): Promise<void>;

  /** Frees what the directory holds. Nothing may be asked of it afterwards. */
  close(): Promise<void>;
}
