/** Users and groups: who may log in, and what they may do. */
import { randomBytes } from 'node:crypto';

/** A user as the directory keeps it. The password hash is not part of it, so that it cannot leave with it. */
export interface User {
  /** 32 upper-case hexadecimal digits. */
  readonly id: string;
  readonly loginName: string;
  readonly fullName: string;
  readonly initials: string;
  readonly description: string;
  readonly enabled: boolean;
  /** May log in with a login name and a password kept here (login mode 1). */
  readonly standardAuth: boolean;
  /** May change the password without an administrator. */
  readonly passwordModifiable: boolean;
  /** Must choose a new password before the next session. */
  readonly requireNewPassword: boolean;
  /** Every new password expires after `passwordExpirationFrequencyDays`. */
  readonly passwordAutoExpire: boolean;
  readonly passwordExpirationFrequencyDays: number | undefined;
  /** Milliseconds since the epoch from which on the present password must be changed; undefined: never. */
  readonly passwordExpiresAt: number | undefined;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** Milliseconds since the epoch. */
  readonly modifiedAt: number;
  /** False for the guest of anonymous login (docs/protocol section 3.5). */
  readonly metadataUser: boolean;
  /** Empty where none is known. */
  readonly email: string;
  /** Milliseconds since the epoch up to which no password logs the user in; undefined: not locked. */
  readonly lockedUntil: number | undefined;
}

/** What can be changed of a user. What is absent stays; undefined is a value where the property may be undefined. */
export type UserChanges = Partial<Omit<User, 'id' | 'loginName' | 'createdAt' | 'modifiedAt' | 'metadataUser'>>;

/** Somebody as another source knows him: who vouches, and the source's own stable name for the person. */
export interface ExternalIdentity {
  /** For example `ldap`, or the issuer of an identity provider. */
  readonly issuer: string;
  readonly subject: string;
}

/** A group of users. Groups may be members of groups. */
export interface Group {
  /** 32 upper-case hexadecimal digits. */
  readonly id: string;
  readonly name: string;
  readonly description: string;
}

/** One privilege, in one project or in all of them. */
export interface PrivilegeGrant {
  readonly privilegeId: string;
  /** The only project in which the privilege holds; undefined: it holds in every project. */
  readonly projectId: string | undefined;
}

/** What somebody may do. Of a user: the user's own grants and those of all groups, nested ones included. */
export interface Grants {
  readonly privileges: readonly PrivilegeGrant[];
  /** Ids of the projects that are open to the user, or all there are. */
  readonly projects: readonly string[] | 'all';
  /** Every privilege in every project, whatever `privileges` lists. */
  readonly allPrivileges: boolean;
}

export const noGrants: Grants = { privileges: [], projects: [], allPrivileges: false };

/** A new random id of a user or group: 128 bits as 32 upper-case hexadecimal digits. */
export function newObjectId(): string {
  return randomBytes(16).toString('hex').toUpperCase();
}

/** The first letter or digit of each word of a name: `Public / Guest` has the initials `PG`. */
export function initialsOf(fullName: string): string {
  const words = fullName.match(/[\p{L}\p{N}][^\s]*/gu) ?? [];
  return words.map((word) => String.fromCodePoint(word.codePointAt(0) ?? 0).toUpperCase()).join('');
}

/**
 * What login names and group names are compared by: compatibility forms (NFKC) and case do not matter.
 * Lower-casing can leave the composed form, hence the second normalization.
 */
export function nameKeyOf(name: string): string {
  return name.normalize('NFKC').toLowerCase().normalize('NFKC');
}
