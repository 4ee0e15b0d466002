import { chmodSync } from 'node:fs';
import Libsql from 'libsql';

/** Somebody else has it. */
export class InUseError extends Error {}

/**
 * Holds a file so that no second process, nor a second server in this one, can hold it too. It is free again when this
 * process ends, however it ends: SQLite keeps a lock of the operating system on it.
 * @returns frees it
 * @throws InUseError where somebody else holds it
 */
export function lockExclusively(file: string): () => void {
  const database = new Libsql(file, { timeout: 0 });
  try {
    database.exec('pragma journal_mode = delete; pragma locking_mode = exclusive; begin exclusive');
    chmodSync(file, 0o600);
  } catch (cause) {
    database.close();
    if (!isBusy(cause)) throw cause;
    throw new InUseError('another server uses them. Stop it, or give each server a dataDirectory of its own', {
      cause,
    });
  }
  return () => void database.close();
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
}
