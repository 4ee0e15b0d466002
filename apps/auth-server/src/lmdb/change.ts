import type { RootDatabase } from 'lmdb';

/** One transaction: all of it or nothing. Resolves when it is committed, and outlives the process then. */
export async function change<T>(root: RootDatabase, action: () => T): Promise<T> {
  try {
    return await root.transaction(action);
  } catch (error) {
    // The library rejects a second promise with the reason, which would end the process.
    if (error instanceof Error && 'commitError' in error) Promise.resolve(error.commitError).catch(() => undefined);
    throw error;
  }
}
