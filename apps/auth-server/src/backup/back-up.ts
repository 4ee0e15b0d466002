/** Copies what a data directory holds, also while a server works on it. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { snapshot } from '../lmdb/snapshot.js';
import { copySqlite } from '../sqlite/copy-sqlite.js';
import { contentOf, settleFile } from './copy-checked.js';
import { backedUpFiles, writeManifest, type Manifest } from './manifest.js';

export interface BackUpRequest {
  readonly dataDirectory: string;
  /** A folder that is empty, or not there yet. */
  readonly target: string;
  /** Of this program. */
  readonly version: string;
  readonly startedAt: Date;
}

/**
 * Each database is copied as it is at one moment. Sessions come first: whoever has one is among the users, which come later.
 * @throws Error that says what is in the way; then nothing stays behind
 */
export async function backUp({
  dataDirectory,
  target,
  version,
  startedAt,
}: BackUpRequest): Promise<Manifest['counts']> {
  if (!existsSync(join(dataDirectory, 'FORMAT'))) {
    throw new Error(`dataDirectory ${dataDirectory} holds no data of a server: is it the right one?`);
  }
  const isNew = !existsSync(target);
  if (!isNew && readdirSync(target).length > 0) throw new Error(`${target} is not empty: give a new folder`);
  try {
    mkdirSync(target, { recursive: true, mode: 0o700 });
    const counts = await copyAll(dataDirectory, target);
    const files = await Promise.all(
      backedUpFiles
        .filter((name) => existsSync(join(target, name)))
        .map(async (name) => {
          await settleFile(join(target, name));
          return { name, ...(await contentOf(join(target, name))) };
        }),
    );
    writeManifest(target, { server: version, startedAt: startedAt.toISOString(), counts, files });
    return counts;
  } catch (cause) {
    const left = isNew ? [target] : readdirSync(target).map((name) => join(target, name));
    for (const one of left) rmSync(one, { recursive: true, force: true });
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`The backup was not made: ${reason}`, { cause });
  }
}

async function copyAll(from: string, to: string): Promise<Manifest['counts']> {
  const sessions = (await snapshot(join(from, 'sessions'), join(to, 'sessions')))?.get('engines');
  await snapshot(join(from, 'guessing'), join(to, 'guessing'));
  const users = copySqlite(join(from, 'users.sqlite'), join(to, 'users.sqlite'), 'users');
  const events = copySqlite(join(from, 'audit.sqlite'), join(to, 'audit.sqlite'), 'events');
  for (const name of ['identity-token.key', 'FORMAT'] as const) {
    if (existsSync(join(from, name))) copyFileSync(join(from, name), join(to, name));
  }
  return {
    ...(users === undefined ? {} : { users }),
    ...(events === undefined ? {} : { events }),
    ...(sessions === undefined ? {} : { sessions }),
  };
}
