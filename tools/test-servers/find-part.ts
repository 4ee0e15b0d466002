/** Looks for a part on this machine. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import type { Part } from './parts.js';

const root = resolve(import.meta.dirname, '../..');

/** @returns the path of the part's program, or undefined where it is not there */
export function findPart({ binary }: Part, path = process.env['PATH'] ?? ''): string | undefined {
  const candidates = binary.includes('/')
    ? [resolve(root, binary)]
    : path.split(delimiter).map((folder) => join(folder, binary));
  return candidates.find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
