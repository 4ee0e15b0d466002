import { chmodSync } from 'node:fs';
import Libsql from 'libsql';

/**
 * Holds a file so that no second process, nor a second server in this one, can hold it too. It is free again when this
 * process ends, however it ends: SQLite keeps a lock of the operating system on it.
 * @param what for the message: `the sessions in /var/lib/…`
 * @returns frees it
 * @throws Error where somebody else holds it
 */
export function lockExclusively(file: string, what: string): () => void {
  const database = new Libsql(file, { timeout: 0 });
  try {
    chmodSync(file, 0o600);
    database.exec('pragma journal_mode = delete; pragma locking_mode = exclusive; begin exclusive');
  } catch (cause) {
    database.close();
    throw new Error(`Another server uses ${what}: stop it, or give each server a dataDirectory of its own`, { cause });
  }
  return () => void database.close();
}
