import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';

/** Where things stand in a page of facts, of which a database has two at its beginning. Source: LMDB's MDB_meta. */
const magic = { at: 24, value: 0xbeefc0de };
const pageSizeAt = 48;
const lastPageAt = 144;
const transactionAt = 152;
const factsEnd = 160;

/**
 * LMDB ends the whole process on a file that is something else, and on one that is shorter than it says.
 * @param withoutIt what it means to remove the folder, for the message
 * @throws Error where the file is not as LMDB leaves it; a file that is not there, or empty, is a new database
 */
export function checkDatabaseFile(file: string, withoutIt: string): void {
  const damaged = (what: string) => new Error(`data.mdb ${what}. Restore a backup, or remove the folder: ${withoutIt}`);
  if (!existsSync(file)) return;
  const opened = openSync(file, 'r');
  try {
    if (fstatSync(opened).size === 0) return;
    const first = readFacts(opened, 0);
    if (first.readUInt32LE(magic.at) !== magic.value) throw damaged('is no LMDB database');
    const pageSize = first.readUInt32LE(pageSizeAt);
    const second = readFacts(opened, pageSize);
    const [older, newer] = transactionOf(first) > transactionOf(second) ? [second, first] : [first, second];
    if (newer.readUInt32LE(magic.at) !== older.readUInt32LE(magic.at)) throw damaged('is damaged');
    // After the pages of facts: a server that is running may let it grow meanwhile.
    const { size } = fstatSync(opened);
    const expected = (newer.readBigUInt64LE(lastPageAt) + 1n) * BigInt(pageSize);
    if (BigInt(size) < expected) throw damaged(`is cut off: ${size} bytes of ${expected}`);
  } finally {
    closeSync(opened);
  }
}

function readFacts(opened: number, from: number): Buffer {
  const facts = Buffer.alloc(factsEnd);
  readSync(opened, facts, 0, facts.length, from);
  return facts;
}

function transactionOf(facts: Buffer): bigint {
  return facts.readBigUInt64LE(transactionAt);
}
