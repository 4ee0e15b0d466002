import type { z } from 'zod';
import { configSchema, type Config, type ConfigInput } from './config.js';

/** A configuration that cannot be used. The message lists every mistake, each with its key and what was expected. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(readonly mistakes: readonly string[]) {
    super(
      `The configuration has ${mistakes.length === 1 ? 'a mistake' : `${mistakes.length} mistakes`}:\n${list(mistakes)}`,
    );
  }
}

/** Checks a configuration and fills in the defaults. @throws ConfigError */
export function parseConfig(input: ConfigInput): Config {
  const parsed = configSchema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new ConfigError(parsed.error.issues.map(describe));
}

/** Says which key is wrong and what was expected; never the value, which may be a secret. */
function describe(issue: z.core.$ZodIssue): string {
  const key = issue.path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  const where = key.replace(/^\./, '') || 'the configuration';
  if (issue.code === 'unrecognized_keys') return `${where}: there is no key ${issue.keys.join(', ')}`;
  return `${where}: ${issue.message.replace(/^Invalid input: /, '')}`;
}

function list(mistakes: readonly string[]): string {
  return mistakes.map((mistake) => `  - ${mistake}`).join('\n');
}
