/** Joins Kysely to libsql: Kysely's SQLite dialect, with what libsql and this server need different. */
import { SqliteAdapter, SqliteDialect, type SqliteDatabase, type SqliteStatement } from 'kysely';
import type Libsql from 'libsql';
import { Problem } from '../errors/problem.js';

/** How many prepared statements are kept: far more than there are fixed queries. */
const maxPrepared = 200;

export class LibsqlDialect extends SqliteDialect {
  constructor(connection: Libsql.Database) {
    super({ database: adapt(connection) });
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalDdlAdapter();
  }
}

/** SQLite rolls back schema changes as well; Kysely assumes that it does not and would leave half a migration behind. */
class TransactionalDdlAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** Keeps statements prepared: preparing one takes libsql three times as long as running it. */
function adapt(connection: Libsql.Database): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>();
  return {
    prepare(sql) {
      let statement = prepared.get(sql);
      if (!statement) {
        // All transactions here write. One that asks for the write lock only later fails at once when another process
        // holds it; one that begins with it waits.
        statement = answer(() => careful(connection.prepare(sql === 'begin' ? 'begin immediate' : sql)));
        if (prepared.size >= maxPrepared) prepared.clear();
        prepared.set(sql, statement);
      }
      return statement;
    },
    close() {
      prepared.clear();
      connection.close();
    },
  };
}

function careful(statement: Libsql.Statement): SqliteStatement {
  return {
    reader: statement.reader,
    all: (parameters) => answer(() => statement.all(checked(parameters))),
    run: (parameters) => answer(() => statement.run(checked(parameters))),
    iterate: (parameters) => answer(() => statement.iterate(checked(parameters))),
  };
}

/**
 * libsql ends the whole process on a boolean, and cuts a text at its first NUL when it reads it back, so that two
 * different names would look alike.
 */
function checked(parameters: readonly unknown[]): readonly unknown[] {
  for (const parameter of parameters) {
    if (typeof parameter === 'boolean') throw new TypeError('A boolean cannot be stored: use 0 or 1');
    if (typeof parameter === 'string' && parameter.includes('\0'))
      throw new TypeError('A text with NUL cannot be stored');
  }
  return parameters;
}

/** Codes of failures of the storage, as opposed to refusals of what was asked for. Source: sqlite.org/rescode.html */
const storageFailure = /^SQLITE_(BUSY|LOCKED|IOERR|FULL|CANTOPEN|CORRUPT|NOTADB|READONLY|NOMEM|PROTOCOL)/;

/** @throws Problem serviceUnavailable when the storage fails, so that nobody takes it for an unknown user */
export function answer<T>(ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    if (storageFailure.test(codeOf(error))) {
      throw new Problem('serviceUnavailable', { headers: { 'retry-after': '1' }, cause: error });
    }
    throw error;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
