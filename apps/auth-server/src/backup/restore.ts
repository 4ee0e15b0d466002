/** Puts a backup in the place of what a data directory holds. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { holdIfFree } from './hold-if-free.js';
import { copyChecked } from './copy-checked.js';
import { readManifest, type Manifest } from './manifest.js';

export interface RestoreRequest {
  readonly dataDirectory: string;
  /** Folder of the backup. */
  readonly source: string;
  /** Shall sessions of then live again, also those that were ended since? */
  readonly withSessions: boolean;
  /** May data that is there make room? It is moved aside. */
  readonly replace: boolean;
  /** Of this program. */
  readonly version: string;
  readonly at: Date;
}

export interface Restored {
  readonly manifest: Manifest;
  /** Where the former data is, if there was any. */
  readonly former: string | undefined;
}

/** What a server keeps, and nothing else, is moved aside. */
const ours = /^(sessions|guessing|identity-token\.key|(users|audit)\.sqlite(-wal|-shm|-journal)?)$/;
const marker = 'FORMAT';
const staging = 'restoring';

/**
 * All of the backup is copied and checked before anything changes. FORMAT goes first and comes last, so what a crash
 * leaves half done is no data directory, and the same command can be given again.
 * @throws Error where a server uses the data directory, it holds data or something else, or the backup cannot be used
 */
export async function restore(request: RestoreRequest): Promise<Restored> {
  const { dataDirectory, source, withSessions, replace, version, at } = request;
  const manifest = readManifest(source, version);
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
  const present = readdirSync(dataDirectory);
  if (present.length > 0 && !present.includes(marker) && !present.includes(staging)) {
    throw new Error(`dataDirectory ${dataDirectory} holds files that are not ours: give an empty one`);
  }
  const release = holdIfFree(dataDirectory);
  try {
    const former = present.filter((name) => name === marker || ours.test(name));
    if (former.length > 0 && !replace) {
      throw new Error(`dataDirectory ${dataDirectory} holds data: give an empty one, or --replace to move it aside`);
    }
    const stage = join(dataDirectory, staging);
    rmSync(stage, { recursive: true, force: true });
    const names = await copyTo(stage, source, withSessions, manifest);
    const aside = former.length > 0 ? asideOf(dataDirectory, at) : undefined;
    if (aside !== undefined) moveAll(dataDirectory, aside, [marker, ...former.filter((name) => name !== marker)]);
    moveAll(stage, dataDirectory, [...names.filter((name) => name !== marker), marker]);
    rmSync(stage, { recursive: true, force: true });
    return { manifest, former: aside };
  } finally {
    release();
  }
}

/** @returns what is there now, by the names in the folder */
async function copyTo(stage: string, source: string, withSessions: boolean, { files }: Manifest): Promise<string[]> {
  try {
    const chosen = files.filter(({ name }) => withSessions || name !== 'sessions/data.mdb');
    for (const { name, ...content } of chosen) {
      if (!existsSync(join(source, name))) throw new Error(`${join(source, name)} is missing: use another backup`);
      mkdirSync(dirname(join(stage, name)), { recursive: true, mode: 0o700 });
      await copyChecked(join(source, name), join(stage, name), content);
    }
    return readdirSync(stage);
  } catch (error) {
    rmSync(stage, { recursive: true, force: true });
    throw error;
  }
}

function asideOf(dataDirectory: string, at: Date): string {
  const folder = join(dataDirectory, `replaced-${at.toISOString().replaceAll(/[:.]/g, '-')}`);
  mkdirSync(folder, { mode: 0o700 });
  return folder;
}

function moveAll(from: string, to: string, names: readonly string[]): void {
  for (const name of names) if (existsSync(join(from, name))) renameSync(join(from, name), join(to, name));
}
