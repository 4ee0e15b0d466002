/** The LMDB databases behind the embedded session store, opened and checked. */
import type { Database } from 'lmdb';
import type { EngineSession } from '../../../engine-sessions/engine-session.js';
import { openEnvironment, type Environment } from '../../../lmdb/environment.js';

const contents = { name: 'sessions', format: 1, withoutThem: 'everybody has to log in anew' };

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
export type Fact = 'latestMoment' | 'opened' | 'engines' | `mode ${number}`;

export interface Parked {
  readonly text: string;
  readonly until: number;
}

export interface SessionDatabase extends Environment {
  readonly http: Database<StoredHttp, string>;
  readonly engines: Database<StoredEngine, string>;
  /** Ids of Intelligence Server sessions below their user's id. */
  readonly ofUser: Database<string, string>;
  /** Ids of Intelligence Server sessions in which a user has a project open, below both. */
  readonly inProject: Database<string, [userId: string, projectId: string]>;
  /** What may be over by then, below that moment: see `Due`. */
  readonly due: Database<string, number>;
  /** Until when it matters that this was used. */
  readonly used: Database<number, string>;
  readonly parked: Database<Parked, string>;
}

/**
 * @param folder is made if it is not there, readable by its owner only
 * @throws Error that names the folder: another server uses it, it holds something else, or records of a newer version
 */
export async function openSessionDatabase(folder: string): Promise<SessionDatabase> {
  const environment = await openEnvironment(folder, contents);
  const { root } = environment;
  const shared = { sharedStructuresKey: Symbol.for('structures') };
  return {
    ...environment,
    http: root.openDB({ name: 'http', ...shared }),
    engines: root.openDB({ name: 'engines', ...shared }),
    ofUser: root.openDB({ name: 'ofUser', dupSort: true, encoding: 'ordered-binary' }),
    inProject: root.openDB({ name: 'inProject', dupSort: true, encoding: 'ordered-binary' }),
    due: root.openDB({ name: 'due', dupSort: true, encoding: 'ordered-binary' }),
    used: root.openDB({ name: 'used' }),
    parked: root.openDB({ name: 'parked' }),
  };
}
