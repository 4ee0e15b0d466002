import { closeSync, ftruncateSync, openSync, readSync, truncateSync, writeSync } from 'node:fs';
import type { RootDatabase } from 'lmdb';
import type { FileLength } from './check-database-file.js';

/** Where less than this part is missing, it is what one transaction handed out and took back. */
const leastPart = 1 / 64;

/**
 * Gives a file the end that it lacks, as empty pages, which take no room on the disk. LMDB would end the whole process where it
 * reads behind the end of a file; an empty page in the midst of a database it calls damaged.
 * @returns puts back what was there
 */
export function completeFile(file: string, { size, expected }: FileLength): () => void {
  const wholePages = size - (size % 4096); // the least size of a page
  const rest = Buffer.alloc(size - wholePages);
  const opened = openSync(file, 'r+');
  try {
    readSync(opened, rest, 0, rest.length, wholePages);
    // Half a page may say anything of its other half.
    ftruncateSync(opened, wholePages);
    ftruncateSync(opened, expected);
  } finally {
    closeSync(opened);
  }
  return () => {
    truncateSync(file, wholePages);
    const again = openSync(file, 'r+');
    writeSync(again, rest, 0, rest.length, wholePages);
    closeSync(again);
  };
}

/** Is so much missing that it may be more than LMDB left out? */
export function lacksMuch({ size, expected }: FileLength): boolean {
  return expected - size > size * leastPart;
}

/** Reads everything. @throws Error where LMDB finds a page that is none */
export function readThrough(root: RootDatabase): void {
  const plain = { encoding: 'binary', keyEncoding: 'binary' } as const;
  const names = [...root.getKeys()].filter((key) => typeof key === 'string');
  for (const name of names)
    root
      .openDB<Buffer, Buffer>({ name, ...plain })
      .getRange()
      .forEach(() => undefined);
}
