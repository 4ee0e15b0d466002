/** What a backup says of itself. It is written last, so a folder without it is no backup, or half of one. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const currentFormat = 1;
const manifestFile = 'manifest.json';

/** What a backup may hold, as it is called in the data directory. */
export const backedUpFiles = [
  'FORMAT',
  'identity-token.key',
  'users.sqlite',
  'audit.sqlite',
  'sessions/data.mdb',
  'guessing/data.mdb',
] as const;

const manifest = z.object({
  format: z.int().min(1),
  /** Version of the program that made it. */
  server: z.string(),
  /** ISO 8601. */
  startedAt: z.iso.datetime(),
  counts: z.object({ users: z.int(), events: z.int(), sessions: z.int() }).partial(),
  files: z.array(z.object({ name: z.enum(backedUpFiles), bytes: z.int(), sha256: z.string() })),
});

export type Manifest = z.output<typeof manifest>;

export function writeManifest(folder: string, content: Omit<Manifest, 'format'>): void {
  const text = `${JSON.stringify({ format: currentFormat, ...content }, undefined, 2)}\n`;
  writeFileSync(join(folder, manifestFile), text, { mode: 0o600, flush: true });
}

/** @throws Error where the folder is no whole backup, or one of a newer version */
export function readManifest(folder: string, version: string): Manifest {
  const file = join(folder, manifestFile);
  if (!existsSync(file))
    throw new Error(`${folder} is no backup, or one that was not finished: it has no manifest.json`);
  const content = parsed(readFileSync(file, 'utf8'));
  const { success, data } = manifest.safeParse(content);
  const isNewer = (content as { readonly format?: unknown } | undefined)?.format !== currentFormat;
  if (success && (isNewer || comparable(data.server) > comparable(version))) {
    throw new Error(`${folder} is a backup of version ${data.server}, and this is ${version}: use the newer version`);
  }
  if (!success) throw new Error(`${file} is damaged: use another backup`);
  return data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Of a semantic version, as a text that sorts like it. */
function comparable(version: string): string {
  const [numbers = ''] = version.split('-');
  return numbers
    .split('.')
    .map((number) => number.padStart(6, '0'))
    .join('.');
}
