import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';

/** Where things stand in a page of facts, of which a database has two at its beginning. Source: LMDB's MDB_meta. */
const magic = { at: 24, value: 0xbeefc0de };
const pageSizeAt = 48;
const lastPageAt = 144;
const transactionAt = 152;
const factsEnd = 160;

/** How long a file is, and how long it would be with all pages that it has handed out. In bytes. */
export interface FileLength {
  readonly size: number;
  readonly expected: number;
}

/**
 * LMDB ends the whole process on a file that is something else.
 * @param withoutIt what it means to remove the folder, for the message
 * @returns its length; it may lack pages at its end that were handed out and taken back by one transaction, and so never written
 * @throws Error where the file is none of LMDB's; a file that is not there, or empty, is a new database
 */
export function checkDatabaseFile(file: string, withoutIt: string): FileLength {
  if (!existsSync(file)) return { size: 0, expected: 0 };
  const opened = openSync(file, 'r');
  try {
    if (fstatSync(opened).size === 0) return { size: 0, expected: 0 };
    const first = readFacts(opened, 0);
    if (first.readUInt32LE(magic.at) !== magic.value) throw damaged('is no LMDB database', withoutIt);
    const pageSize = first.readUInt32LE(pageSizeAt);
    const second = readFacts(opened, pageSize);
    const [older, newer] = transactionOf(first) > transactionOf(second) ? [second, first] : [first, second];
    if (newer.readUInt32LE(magic.at) !== older.readUInt32LE(magic.at)) throw damaged('is damaged', withoutIt);
    // After the pages of facts: a server that is running may let it grow meanwhile.
    const { size } = fstatSync(opened);
    return { size, expected: (Number(newer.readBigUInt64LE(lastPageAt)) + 1) * pageSize };
  } finally {
    closeSync(opened);
  }
}

export function damaged(what: string, withoutIt: string): Error {
  return new Error(`data.mdb ${what}. Restore a backup, or remove the folder: ${withoutIt}`);
}

function readFacts(opened: number, from: number): Buffer {
  const facts = Buffer.alloc(factsEnd);
  readSync(opened, facts, 0, facts.length, from);
  return facts;
}

function transactionOf(facts: Buffer): bigint {
  return facts.readBigUInt64LE(transactionAt);
}
