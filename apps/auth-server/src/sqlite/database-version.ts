import type Libsql from 'libsql';
import { answer } from './libsql-dialect.js';

/** Says, at a fraction of what a query costs, whether a database has been written to since one last looked. */
export interface DatabaseVersion {
  /** Another number when another connection has written. Source: sqlite.org/pragma.html, data_version */
  ofOthers(): number;
  /** Another text when anybody has written, this connection too. */
  current(): string;
}

/** What it returns throws Problem serviceUnavailable when the storage fails. */
export function versionOf(connection: Libsql.Database): DatabaseVersion {
  const others = connection.prepare('pragma data_version').raw();
  // Rows that this connection has changed, also in a transaction that is not over. Source: sqlite.org/lang_corefunc.html
  const own = connection.prepare('select total_changes()').raw();
  const numberIn = (statement: Libsql.Statement) => answer(() => (statement.get([]) as readonly number[])[0] ?? 0); // one column
  return {
    ofOthers: () => numberIn(others),
    current: () => `${numberIn(others)} ${numberIn(own)}`,
  };
}
