import { statfsSync } from 'node:fs';

const defaultReservedBytes = 16 * 1024 ** 2;

/**
 * LMDB does not bear a disk that is full to the last byte, so nothing is added shortly before.
 * @throws Error that names the folder
 */
export function requireRoom(folder: string, reservedBytes = defaultReservedBytes): void {
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  if (free < reservedBytes) throw new Error(`${folder} has only ${free} bytes free: make room on its disk`);
}
