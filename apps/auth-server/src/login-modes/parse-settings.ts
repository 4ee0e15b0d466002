import type { z } from 'zod';

/**
 * Checks the settings of a login mode and fills in their defaults.
 * @param key where they stand in the configuration: `auth.trusted`
 * @throws Error that lists every mistake, each with its key and what was expected; never a value, which may be a secret
 */
export function parseSettings<Schema extends z.ZodType>(
  key: string,
  schema: Schema,
  settings: unknown,
): z.output<Schema> {
  const parsed = schema.safeParse(settings ?? {});
  if (parsed.success) return parsed.data;
  throw new Error(parsed.error.issues.map((issue) => describe(key, issue)).join('\n'));
}

function describe(key: string, issue: z.core.$ZodIssue): string {
  const where = [key, ...issue.path.map(String)].join('.');
  if (issue.code === 'unrecognized_keys') return `${where}: there is no key ${issue.keys.join(', ')}`;
  return `${where}: ${issue.message.replace(/^Invalid input: /, '')}`;
}
