/** The seam behind which users and groups are kept. Every implementation runs `user-directory.contract.ts`. */
import type { ExternalIdentity, Grants, Group, User, UserChanges } from './user.js';

/** A user to be added, with what it may do by itself. */
export interface NewUser {
  readonly user: User;
  /** Argon2 hash in the PHC string format; undefined: no password logs this user in. */
  readonly passwordHash: string | undefined;
  /** Ids of existing groups. Everyone need not be named: every user is a member. */
  readonly groupIds: readonly string[];
  readonly grants: Grants;
  /** Linked at once, all or nothing. */
  readonly identity?: ExternalIdentity;
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
  /** Must the user choose another one at the next login? Absent: no. */
  readonly requireNew?: boolean;
  /** How many former passwords are remembered, the one that it replaces included. Absent: those from before, and no other. */
  readonly keepFormer?: number;
}

/** A wrong password, where too many of them lock the account. Times are milliseconds since the epoch. */
export interface WrongPassword {
  readonly at: number;
  /** How many in a row lock the account. */
  readonly lockAfter: number;
  /** `lockedUntil` of an account that is locked by this one. */
  readonly lockUntil: number;
}

/** Which users are asked for. What is absent or undefined leaves all. */
export interface UserFilter {
  /** How the full name begins; `*` is any text, `?` any character. The case of A to Z does not matter. */
  readonly nameBegins?: string | undefined;
  /** How the login name begins, as login names are compared; wildcards as above. */
  readonly loginNameBegins?: string | undefined;
  readonly id?: string | undefined;
  readonly offset?: number;
  /** Undefined: all. */
  readonly limit?: number | undefined;
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
   * Stores a new password: it no longer requires a new one, save where it says so, and the user counts as modified at
   * `password.at`.
   * @throws Error for an unknown user
   */
  setPassword(userId: string, password: StoredPassword): Promise<void>;

  /** Hashes of former passwords that are remembered, the latest first. */
  formerHashesOf(userId: string): Promise<readonly string[]>;

  /**
   * Counts a wrong password. While the account is locked, none counts; after that they are counted anew.
   * @param userId undefined: nobody has the login name. It costs the same, so that time does not tell
   * @returns whether it has locked the account
   */
  noteWrongPassword(userId: string | undefined, wrong: WrongPassword): Promise<boolean>;
  /** The password was right: no wrong one counts any more. */
  forgetWrongPasswords(userId: string): Promise<void>;

  /**
   * Stores another hash of the same password, provided that the hash `from` is still the stored one.
   * @returns whether it was
   */
  replaceHash(userId: string, hash: { readonly from: string; readonly to: string }): Promise<boolean>;

  /** What the user may do, by itself and by all its groups; nothing for an unknown user. */
  grantsOf(userId: string): Promise<Grants>;

  /** All groups of the user, nested ones and Everyone included, sorted by name. */
  groupsOf(userId: string): Promise<readonly Group[]>;

  /**
   * Changes a user, who counts as modified at `at` (milliseconds since the epoch). Who is disabled has no API token any
   * more.
   * @returns the user as it is now; undefined for an unknown user
   */
  update(userId: string, changes: UserChanges, at: number): Promise<User | undefined>;
  /** Removes a user with everything that belongs to it. @returns whether there was one */
  remove(userId: string): Promise<boolean>;

  /** The user whom another source knows under this name. */
  findByIdentity(identity: ExternalIdentity): Promise<User | undefined>;
  /**
   * From now on this identity is this user.
   * @throws Error for an unknown user, and where the identity is another user already
   */
  link(userId: string, identity: ExternalIdentity): Promise<void>;
  /**
   * Replaces the memberships that this source says; those of others stay. They count like the user's own.
   * @param groupIds ids of existing groups
   */
  setGroupsFrom(userId: string, issuer: string, groupIds: readonly string[]): Promise<void>;

  /** The users of a part of the list, which is sorted by login name, and how many the whole of it has. */
  list(filter: UserFilter): Promise<{ readonly users: readonly User[]; readonly total: number }>;
  countUsers(): Promise<number>;
  addUser(user: NewUser): Promise<void>;
  addGroup(group: NewGroup): Promise<void>;

  /** Frees what the directory holds. Nothing may be asked of it afterwards. */
  close(): Promise<void>;
}
