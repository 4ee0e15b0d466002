import { existsSync } from 'node:fs';
import Libsql from 'libsql';

/** A server writes for moments only. */
const busyTimeoutMs = 5000;

/**
 * Copies a database as it is at one moment, also while a server writes it. Source: sqlite.org/lang_vacuum.html, VACUUM INTO.
 * @param target a file that is not there yet
 * @param table whose rows are counted
 * @returns rows of the table in the copy, or undefined where there is no database
 * @throws Error where it is damaged, or the copy cannot be written
 */
export function copySqlite(file: string, target: string, table: string): number | undefined {
  if (!existsSync(file)) return undefined;
  const database = new Libsql(file);
  try {
    database.pragma(`busy_timeout = ${busyTimeoutMs}`);
    database.prepare('vacuum into ?').run([target]);
  } finally {
    database.close();
  }
  const copy = new Libsql(target);
  try {
    const [row] = copy.prepare(`select count(*) from ${table}`).raw().all([]) as readonly (readonly number[])[]; // one number
    return row?.[0];
  } finally {
    copy.close();
  }
}
