/** The LMDB databases behind the embedded session store, opened and checked. */
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { open, type Database, type RootDatabase } from 'lmdb';
import type { EngineSession } from '../../../engine-sessions/engine-session.js';
import { checkDatabaseFile } from './check-database-file.js';
import { lockExclusively } from './exclusive-lock.js';

/** The records that this version reads and writes. */
const currentFormat = 1;
/** Bytes of disk that sessions may take; LMDB reserves only addresses. */
const maximumBytes = 64 * 1024 ** 3;

/** No text comes before it; the names of the members of records, which the library keeps among them, do. */
export const firstText = '\u0001';

/** An HTTP session, below its key. */
export interface StoredHttp {
  readonly engineId: string;
  readonly lastUsedAt: number;
  readonly endsAt: number;
}

/** An Intelligence Server session, below its id, with the keys of the HTTP sessions on it. */
export interface StoredEngine extends EngineSession {
  readonly held: readonly string[];
  /** Of those that were opened, which it was. */
  readonly number: number;
}

/** `opened`: how many there ever were; `engines`: how many there are; `mode 8`: HTTP sessions of this login mode. */
export type Fact = 'format' | 'latestMoment' | 'opened' | 'engines' | `mode ${number}`;

export interface Parked {
  readonly text: string;
  readonly until: number;
}

export interface SessionDatabase {
  readonly folder: string;
  readonly root: RootDatabase;
  readonly http: Database<StoredHttp, string>;
  readonly engines: Database<StoredEngine, string>;
  /** Ids of Intelligence Server sessions below their user's id. */
  readonly ofUser: Database<string, string>;
  /** What may be over by then, below that moment: see `Due`. */
  readonly due: Database<string, number>;
  /** Until when it matters that this was used. */
  readonly used: Database<number, string>;
  readonly parked: Database<Parked, string>;
  readonly facts: Database<number, Fact>;
  close(): Promise<void>;
}

/**
 * @param folder is made if it is not there, readable by its owner only
 * @throws Error that names the folder: another server uses it, it holds something else, or records of a newer version
 */
export async function openSessionDatabase(folder: string): Promise<SessionDatabase> {
  let unlock: (() => void) | undefined;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    unlock = lockExclusively(join(folder, 'lock'));
    return await openDatabases(folder, unlock);
  } catch (cause) {
    unlock?.();
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`The sessions in ${folder} cannot be opened: ${reason}`, { cause });
  }
}

async function openDatabases(path: string, unlock: () => void): Promise<SessionDatabase> {
  checkDatabaseFile(join(path, 'data.mdb'));
  // With batches of its own the library has promises that nobody can catch when the disk is full; ours are batched anyway.
  const root = open({ path, mapSize: maximumBytes, maxDbs: 8, maxReaders: 32, eventTurnBatching: false });
  for (const file of ['data.mdb', 'lock.mdb']) chmodSync(join(path, file), 0o600);
  const facts: SessionDatabase['facts'] = root.openDB({ name: 'facts' });
  const format = facts.get('format');
  if (format !== undefined && format !== currentFormat) {
    await root.close();
    throw new Error(`they have format ${format}, but this version knows only ${currentFormat}: use a newer version`);
  }
  if (format === undefined) await facts.put('format', currentFormat);
  const shared = { sharedStructuresKey: Symbol.for('structures') };
  return {
    folder: path,
    root,
    http: root.openDB({ name: 'http', ...shared }),
    engines: root.openDB({ name: 'engines', ...shared }),
    ofUser: root.openDB({ name: 'ofUser', dupSort: true, encoding: 'ordered-binary' }),
    due: root.openDB({ name: 'due', dupSort: true, encoding: 'ordered-binary' }),
    used: root.openDB({ name: 'used' }),
    parked: root.openDB({ name: 'parked' }),
    facts,
    async close() {
      await root.close();
      unlock();
    },
  };
}
