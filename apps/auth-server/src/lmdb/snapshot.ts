import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { open } from 'lmdb';
import { checkDatabaseFile } from './check-database-file.js';

const options = { mapSize: 64 * 1024 ** 3, maxDbs: 12, maxReaders: 32 };

/**
 * Copies a database as it is at one moment, also while a server writes it.
 * @param folder of the database
 * @param target a folder, which is made
 * @returns its facts, or undefined where there is no database
 * @throws Error where it is damaged, or the copy cannot be written
 */
export async function snapshot(folder: string, target: string): Promise<ReadonlyMap<string, number> | undefined> {
  const file = join(folder, 'data.mdb');
  if (!existsSync(file)) return undefined;
  checkDatabaseFile(file, 'what is in it is lost');
  mkdirSync(target, { mode: 0o700 });
  const root = open({ ...options, path: folder, readOnly: true });
  try {
    await root.backup(target, false);
  } finally {
    await root.close();
  }
  // Of the copy: the server goes on.
  const copy = open({ ...options, path: target, readOnly: true });
  try {
    const facts = copy.openDB<number, string>({ name: 'facts' });
    return new Map([...facts.getRange()].map(({ key, value }) => [key, value]));
  } finally {
    await copy.close();
    rmSync(join(target, 'lock.mdb'), { force: true });
  }
}
