/** All migrations, oldest first. A released one is never changed: a later one changes what it did. */
import type { Migration } from 'kysely';
import { users } from './0001-users.js';
import { otherSources } from './0002-other-sources.js';
import { passwords } from './0003-passwords.js';
import { apiTokens } from './0004-api-tokens.js';
import { settings } from './0005-settings.js';
import { endedAccess } from './0006-ended-access.js';

export const migrations: Readonly<Record<string, Migration>> = {
  '0001-users': users,
  '0002-other-sources': otherSources,
  '0003-passwords': passwords,
  '0004-api-tokens': apiTokens,
  '0005-settings': settings,
  '0006-ended-access': endedAccess,
};
