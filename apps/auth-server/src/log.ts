import { isSecretName, redacted } from '@mstr-rest/protocol';
import type { LoggerOptions } from 'pino';

/**
 * How the log is written: JSON lines, and no secret in them. Rooms never log bodies or headers; should one ever do so,
 * or an error carry them, the values of the protocol's list of secret names are taken out here.
 */
export function logOptions(level: string): LoggerOptions {
  return {
    level,
    base: undefined as never, // pino takes undefined for "no host name and process id in each line"
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label) => ({ level: label }), log: (line) => withoutSecrets(line, 0) as typeof line },
  };
}

function withoutSecrets(value: unknown, depth: number): unknown {
  if (value instanceof Error) return describeError(value, depth);
  if (typeof value !== 'object' || value === null || depth > 6) return value;
  if (Array.isArray(value)) return value.map((one) => withoutSecrets(one, depth + 1));
  const kept: Record<string, unknown> = Object.create(null) as Record<string, unknown>; // a name may be __proto__
  for (const [name, inner] of Object.entries(value)) {
    kept[name] = isSecretName(name) ? redacted : withoutSecrets(inner, depth + 1);
  }
  return kept;
}

/** Only what we know of an error: libraries hang requests, with their headers, on theirs. */
function describeError(error: Error, depth: number): unknown {
  const { name, message, stack, cause } = error;
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  return { name, message, ...code, stack, ...(cause === undefined ? {} : { cause: withoutSecrets(cause, depth + 1) }) };
}
