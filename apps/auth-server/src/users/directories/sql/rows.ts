/** Between rows of the tables and what the rest of the server works with. */
import type { Insertable, Selectable } from 'kysely';
import { nameKeyOf, type Grants, type PrivilegeGrant, type User } from '../../user.js';
import { every, type Flag, type Tables } from './tables.js';

type UserRow = Selectable<Tables['users']>;

export function toUser(row: UserRow): User {
  return {
    id: row.id,
    loginName: row.login_name,
    fullName: row.full_name,
    initials: row.initials,
    description: row.description,
    enabled: row.enabled === 1,
    standardAuth: row.standard_auth === 1,
    passwordModifiable: row.password_modifiable === 1,
    requireNewPassword: row.require_new_password === 1,
    passwordAutoExpire: row.password_auto_expire === 1,
    passwordExpirationFrequencyDays: row.password_expiration_frequency_days ?? undefined,
    passwordExpiresAt: row.password_expires_at ?? undefined,
    createdAt: row.created_at,
    modifiedAt: row.modified_at,
    metadataUser: row.metadata_user === 1,
    email: row.email,
    lockedUntil: row.locked_until ?? undefined,
  };
}

export function toUserRow(user: User, passwordHash: string | undefined): Insertable<Tables['users']> {
  return {
    id: user.id,
    login_name: user.loginName,
    login_key: nameKeyOf(user.loginName),
    full_name: user.fullName,
    initials: user.initials,
    description: user.description,
    enabled: flag(user.enabled),
    standard_auth: flag(user.standardAuth),
    password_modifiable: flag(user.passwordModifiable),
    require_new_password: flag(user.requireNewPassword),
    password_auto_expire: flag(user.passwordAutoExpire),
    password_expiration_frequency_days: user.passwordExpirationFrequencyDays ?? null,
    password_expires_at: user.passwordExpiresAt ?? null,
    password_hash: passwordHash ?? null,
    metadata_user: flag(user.metadataUser),
    created_at: user.createdAt,
    modified_at: user.modifiedAt,
    email: user.email,
    locked_until: user.lockedUntil ?? null,
  };
}

export interface PrivilegeRow {
  readonly privilege_id: string;
  readonly project_id: string;
}

export interface ProjectRow {
  readonly project_id: string;
}

export function toGrants(privileges: readonly PrivilegeRow[], projects: readonly ProjectRow[]): Grants {
  return {
    privileges: privileges.filter((row) => row.privilege_id !== every).map(toPrivilegeGrant),
    projects: projects.some((row) => row.project_id === every) ? 'all' : projects.map((row) => row.project_id),
    allPrivileges: privileges.some((row) => row.privilege_id === every),
  };
}

export function toPrivilegeRows({ privileges, allPrivileges }: Grants): readonly PrivilegeRow[] {
  const rows = privileges.map((grant) => ({
    privilege_id: grant.privilegeId,
    project_id: grant.projectId ?? every,
  }));
  return allPrivileges ? [...rows, { privilege_id: every, project_id: every }] : rows;
}

export function toProjectRows({ projects }: Grants): readonly ProjectRow[] {
  return projects === 'all' ? [{ project_id: every }] : projects.map((project_id) => ({ project_id }));
}

function toPrivilegeGrant({ privilege_id, project_id }: PrivilegeRow): PrivilegeGrant {
  return { privilegeId: privilege_id, projectId: project_id === every ? undefined : project_id };
}

export function flag(value: boolean): Flag {
  return value ? 1 : 0;
}
