import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { InUseError, lockExclusively } from '../lmdb/exclusive-lock.js';

/** Of these a server holds some for as long as it runs, whatever it is configured for. */
const heldByServers = ['sessions/lock', 'guessing/lock', 'users.sqlite', 'audit.sqlite'];

/**
 * Makes sure that no server works on a data directory, nor starts to.
 * @returns lets servers in again
 * @throws Error where one does
 */
export function holdIfFree(dataDirectory: string): () => void {
  const held: (() => void)[] = [];
  const release = () => held.splice(0).forEach((free) => free());
  for (const name of heldByServers) {
    const file = join(dataDirectory, name);
    if (!existsSync(file)) continue;
    try {
      held.push(lockExclusively(file));
    } catch (cause) {
      if (!(cause instanceof InUseError)) continue; // a file that is damaged, which may be why a backup is wanted
      release();
      throw new Error(`A server uses dataDirectory ${dataDirectory}: stop it first`, { cause });
    }
  }
  return release;
}
