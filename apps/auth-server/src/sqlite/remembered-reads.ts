import type { DatabaseVersion } from './database-version.js';

/** More than are asked for again and again; so many take a few megabytes. */
const most = 10_000;
/** Callers may send names of any length. */
const longestKey = 300;

/**
 * Remembers what was read until anybody writes to the database: what it answers is what the database would answer at this
 * moment. What is read must not be changed by whoever gets it.
 * @returns reads something, unless that is known; a key is for one kind of thing
 */
export function rememberUntilWritten(version: DatabaseVersion) {
  const found = new Map<string, unknown>();
  let foundAt: string | undefined;
  return async <Found>(key: string, read: () => Promise<Found>): Promise<Found> => {
    const before = version.current();
    if (before !== foundAt) {
      found.clear();
      foundAt = before;
    }
    if (found.has(key)) return found.get(key) as Found; // one key is for one kind of thing
    const value = await read();
    // Where it was written to meanwhile, the next one to ask sees that and forgets this again.
    if (foundAt === before && key.length <= longestKey) {
      if (found.size >= most) found.clear();
      found.set(key, value);
    }
    return value;
  };
}
