import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, copyFile, open, stat } from 'node:fs/promises';

/** What a file holds. */
export interface Content {
  readonly bytes: number;
  readonly sha256: string;
}

export async function contentOf(file: string): Promise<Content> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer); // no encoding is set
  return { bytes: (await stat(file)).size, sha256: hash.digest('hex') };
}

/** Makes sure that a file is on the disk, and that only its owner reads it. */
export async function settleFile(file: string): Promise<void> {
  await chmod(file, 0o600);
  const opened = await open(file, 'r+');
  await opened.sync().finally(() => opened.close());
}

/** @throws Error where the copy is not what was expected: the source is damaged, or the disk is full */
export async function copyChecked(from: string, to: string, expected: Content): Promise<void> {
  await copyFile(from, to);
  await settleFile(to);
  const found = await contentOf(to);
  if (found.sha256 !== expected.sha256)
    throw new Error(`${from} is not as it was when the backup was made: use another`);
}
