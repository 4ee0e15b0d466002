/**
 * The tables as the newest migration leaves them, in SQLite and PostgreSQL alike. Booleans are 0 and 1: SQLite has none, and
 * libsql cannot bind them.
 */
import type { Generated } from 'kysely';

export type Flag = 0 | 1;

/** Stands for every privilege in `privilege_id` and for every project in `project_id`. */
export const every = '*';

interface UserTable {
  id: string;
  login_name: string;
  login_key: string;
  full_name: string;
  initials: string;
  description: string;
  enabled: Flag;
  standard_auth: Flag;
  password_modifiable: Flag;
  require_new_password: Flag;
  password_auto_expire: Flag;
  password_expiration_frequency_days: number | null;
  password_expires_at: number | null;
  password_hash: string | null;
  metadata_user: Flag;
  created_at: number;
  modified_at: number;
  email: string;
  locked_until: number | null;
  wrong_passwords: Generated<number>;
}

interface GroupTable {
  id: string;
  name: string;
  name_key: string;
  description: string;
}

interface ApiTokenTable {
  user_id: string;
  token_hash: string;
  created_at: number;
  expires_at: number;
  last_used_at: number | null;
  created_by: string;
}

interface FormerPasswordTable {
  /** Later ones have higher numbers. */
  number: Generated<number>;
  user_id: string;
  hash: string;
  replaced_at: number;
}

interface EndedAccessTable {
  number: Generated<number>;
  user_id: string;
  opened_until: number;
  /** Names the process, or the directory within it, that wrote the row. */
  written_by: string;
}

export interface Tables {
  users: UserTable;
  /** One for each user at most. */
  api_tokens: ApiTokenTable;
  former_passwords: FormerPasswordTable;
  /** Changed while the server runs. */
  settings: { name: string; value: string; version: number };
  ended_access: EndedAccessTable;
  groups: GroupTable;
  user_memberships: { user_id: string; group_id: string };
  /** Memberships that another source says, such as a directory. */
  sourced_memberships: { user_id: string; issuer: string; group_id: string };
  /** Who is known under which name to another source. */
  identities: { issuer: string; subject: string; user_id: string };
  /** `group_id` is a member of `parent_id`. */
  group_memberships: { group_id: string; parent_id: string };
  user_privileges: { user_id: string; privilege_id: string; project_id: string };
  group_privileges: { group_id: string; privilege_id: string; project_id: string };
  user_projects: { user_id: string; project_id: string };
  group_projects: { group_id: string; project_id: string };
}
