/** Looks for a part on this machine. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import type { Part } from './parts.js';

const root = resolve(import.meta.dirname, '../..');

/** @returns the path of the part's program, or of a file of it that is named by its path; undefined where it is not there */
export function findPart({ binary }: Part, path = process.env['PATH'] ?? ''): string | undefined {
  if (binary.includes('/')) return [resolve(root, binary)].find((file) => isThere(file, constants.R_OK));
  return path
    .split(delimiter)
    .map((folder) => join(folder, binary))
    .find((file) => isThere(file, constants.X_OK));
}

function isThere(file: string, mode: number): boolean {
  try {
    accessSync(file, mode);
    return true;
  } catch {
    return false;
  }
}
