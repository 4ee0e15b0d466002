/** What a file says of the server that is examined: YAML, or JSON, which is YAML. No secret stands in it. */
import { readFileSync } from 'node:fs';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { defaultSettings, type Settings } from '../settings.js';
import type { Target } from '../target.js';
import { UsageError } from './usage-error.js';

/** The part of a target that may stand in a file. */
export type TargetFile = Partial<
  Pick<Target, 'baseUrl' | 'project' | 'hiddenProject' | 'privilege' | 'origin' | 'settings'>
>;

const choices: Readonly<Partial<Record<keyof Settings, readonly [string, ...string[]]>>> = {
  'auth.ldap': ['configured', 'missing'],
  profile: ['exact', 'vendor'],
  'errorCodes.style': ['short', 'long'],
  'logout.scope': ['session', 'user'],
};

function schemaOf(key: keyof Settings): z.ZodType {
  const chosen = choices[key];
  const value = defaultSettings[key];
  if (chosen !== undefined) return z.enum(chosen);
  if (typeof value === 'number') return z.int();
  if (typeof value === 'boolean') return z.boolean();
  return typeof value === 'string' ? z.string() : z.array(z.int());
}

const keys = Object.keys(defaultSettings) as (keyof Settings)[]; // they are those of the type
const project = z.strictObject({
  id: z.string().regex(/^[0-9A-Fa-f]{32}$/, 'expected 32 hexadecimal digits'),
  name: z.string().min(1),
});
const schema = z.strictObject({
  baseUrl: z.string().optional(),
  project: project.optional(),
  hiddenProject: project.optional(),
  privilege: z.strictObject({ id: z.string().regex(/^\d+$/, 'expected a number in quotes, such as "316"') }).optional(),
  origin: z.strictObject({ allowed: z.string() }).optional(),
  settings: z.strictObject(Object.fromEntries(keys.map((key) => [key, schemaOf(key).optional()]))).optional(),
});

/** @throws UsageError with every mistake in the file */
export function readTargetFile(file: string): TargetFile {
  const document = parseDocument(textOf(file), { prettyErrors: true });
  const [error] = document.errors;
  if (error !== undefined) throw new UsageError(`${file} is not valid YAML: ${error.message.split('\n', 1)[0] ?? ''}`);
  const parsed = schema.safeParse(document.toJS({ maxAliasCount: 100 }) ?? {});
  if (parsed.success) return parsed.data as TargetFile; // exactly what the schema lets through
  const mistakes = parsed.error.issues.map(describe);
  throw new UsageError(`${file} cannot be used:\n${mistakes.map((mistake) => `  - ${mistake}`).join('\n')}`);
}

/** Never the value: somebody may have put a password there. */
function describe(issue: z.core.$ZodIssue): string {
  const where = issue.path.join('.') || 'the file';
  if (issue.code !== 'unrecognized_keys') return `${where}: ${issue.message.replace(/^Invalid input: /, '')}`;
  const isSecret = issue.keys.some((key) => /account|operator|user|password/i.test(key));
  const hint = isSecret ? ': accounts are in the environment, as MSTR_USERNAME and MSTR_PASSWORD' : '';
  return `${where}: there is no key ${issue.keys.join(', ')}${hint}`;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code = 'for no reason that is known' } = Object(error) as { readonly code?: string }; // any object
    throw new UsageError(`The file ${file} cannot be read (${code}).`, { cause: error });
  }
}
