import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { PostgresSettings } from '../postgres/settings.js';
import type { Directory } from './directory.js';
import { openPostgresDirectory } from './directories/postgres/postgres-directory.js';
import { openSqliteDirectory } from './directories/sqlite/sqlite-directory.js';

/** Where users are kept. */
export type DirectoryPlace =
  { readonly kind: 'sqlite'; readonly file: string } | ({ readonly kind: 'postgres' } & PostgresSettings);

/**
 * Opens a directory, or makes an empty one.
 * @throws Error naming the place: it cannot be opened or reached, or belongs to another program or a newer version
 */
export function openDirectory(place: DirectoryPlace): Promise<Directory> {
  return place.kind === 'sqlite' ? openSqliteDirectory(place.file) : openPostgresDirectory(place);
}

/**
 * The same for who looks for users that are there already: to make an empty directory would hide that it is the wrong place.
 * @throws Error as above, and where there is none
 */
export async function openExistingDirectory(place: DirectoryPlace): Promise<Directory> {
  if (place.kind === 'sqlite' && !existsSync(place.file)) {
    throw new Error(`There are no users in dataDirectory ${dirname(place.file)}: is it the right one?`);
  }
  const directory = await openDirectory(place);
  if ((await directory.users.countUsers()) > 0) return directory;
  await directory.users.close();
  throw new Error('There are no users in the directory: is it the right one?');
}
