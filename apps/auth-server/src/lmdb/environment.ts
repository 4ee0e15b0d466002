/** An LMDB database in a folder of its own, opened and checked. One server at a time has it. */
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { open, type Database, type RootDatabase } from 'lmdb';
import { checkDatabaseFile, damaged } from './check-database-file.js';
import { completeFile, lacksMuch, readThrough } from './complete-file.js';
import { lockExclusively } from './exclusive-lock.js';

/** Bytes of disk that it may take; LMDB reserves only addresses. */
const maximumBytes = 64 * 1024 ** 3;

/** What a folder holds. */
export interface Contents {
  /** As messages call it, in the plural. */
  readonly name: string;
  /** Of the records that this version reads and writes. */
  readonly format: number;
  /** What it means to remove the folder. */
  readonly withoutThem: string;
}

export interface Environment {
  readonly folder: string;
  readonly root: RootDatabase;
  /** Single numbers, such as `format`. */
  readonly facts: Database<number, string>;
  close(): Promise<void>;
}

/**
 * @param folder is made if it is not there, readable by its owner only
 * @throws Error that names the folder: another server uses it, it holds something else, or records of a newer version
 */
export async function openEnvironment(folder: string, contents: Contents): Promise<Environment> {
  let unlock: (() => void) | undefined;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    unlock = lockExclusively(join(folder, 'lock'));
    return await openRoot(folder, contents, unlock);
  } catch (cause) {
    unlock?.();
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`The ${contents.name} in ${folder} cannot be opened: ${reason}`, { cause });
  }
}

async function openRoot(path: string, { format: known, withoutThem }: Contents, unlock: () => void) {
  const file = join(path, 'data.mdb');
  const length = checkDatabaseFile(file, withoutThem);
  const putBack = length.size < length.expected ? completeFile(file, length) : undefined;
  // With batches of its own the library has promises that nobody can catch when the disk is full; ours are batched anyway.
  const root = open({ path, mapSize: maximumBytes, maxDbs: 12, maxReaders: 32, eventTurnBatching: false });
  for (const one of [file, join(path, 'lock.mdb')]) chmodSync(one, 0o600);
  if (putBack !== undefined && lacksMuch(length)) {
    try {
      readThrough(root);
    } catch {
      await root.close();
      putBack();
      throw damaged(`is cut off: ${length.size} bytes of ${length.expected}`, withoutThem);
    }
  }
  const facts: Environment['facts'] = root.openDB({ name: 'facts' });
  const format = facts.get('format');
  if (format !== undefined && format !== known) {
    await root.close();
    throw new Error(`they have format ${format}, but this version knows only ${known}: use a newer version`);
  }
  if (format === undefined) await facts.put('format', known);
  return {
    folder: path,
    root,
    facts,
    async close() {
      await root.close();
      unlock();
    },
  };
}
