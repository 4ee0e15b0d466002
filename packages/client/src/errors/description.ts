import type { ErrorKind, Retry } from '@mstr-rest/protocol';
import type { OperationName } from '../operations.js';

/** What identifies a row of the catalogue on the wire. */
export interface Signs {
  readonly operation: OperationName;
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly iServerCode: number | undefined;
}

/** What the catalogue says of an error. */
export interface Description {
  readonly kind: ErrorKind | undefined;
  readonly retry: Retry;
  readonly advice: string;
}

/** What can be said of an error that the catalogue does not know. */
export function undescribed(status: number): Description {
  return { kind: undefined, retry: guessRetry(status), advice: 'The message says what is wrong.' };
}

function guessRetry(status: number): Retry {
  if ([408, 429, 502, 503, 504].includes(status)) return 'after-wait';
  return status === 400 ? 'after-correction' : 'never';
}
