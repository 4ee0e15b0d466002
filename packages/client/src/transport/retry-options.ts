/** How often, and after which waits, a request is sent again that failed in passing. See docs/decisions/0025. */
export interface RetryOptions {
  /** How often one request is sent at most, the first time included; 1 for never again. Default 3. */
  readonly attempts?: number | undefined;
  /** Upper bound of the first wait in milliseconds; each further one has twice that of the one before. Default 200. */
  readonly firstDelayMs?: number | undefined;
  /** Upper bound of any wait in milliseconds. A server that asks for a longer one is not asked again. Default 10 000. */
  readonly longestDelayMs?: number | undefined;
  /** From 0 to below 1: which part of its upper bound a wait takes. Default is random. */
  readonly random?: (() => number) | undefined;
}

/** {@link RetryOptions} with nothing left open. */
export type RetrySettings = { readonly [Name in keyof RetryOptions]-?: NonNullable<RetryOptions[Name]> };

/** @throws {TypeError} for numbers that cannot be. */
export function retrySettings(options: RetryOptions | false = {}): RetrySettings {
  const {
    attempts = 3,
    firstDelayMs = 200,
    longestDelayMs = 10_000,
    random = Math.random,
  } = options || { attempts: 1 };
  if (!(attempts >= 1)) throw new TypeError('retry.attempts must be 1 or more');
  if (!(firstDelayMs >= 0 && longestDelayMs >= 0))
    throw new TypeError('waits of retry must be milliseconds, 0 or more');
  return { attempts, firstDelayMs, longestDelayMs, random };
}

/**
 * The wait before the next attempt: a random part of a bound that doubles each time ("full jitter"), or what the server
 * asks for, if that is longer.
 *
 * @param attempt Number of the attempt that failed, from 1.
 * @returns Milliseconds; undefined where the server asks for too long a wait.
 */
export function retryDelayMs(
  attempt: number,
  retryAfterSeconds: number | undefined,
  { firstDelayMs, longestDelayMs, random }: RetrySettings,
): number | undefined {
  const askedMs = (retryAfterSeconds ?? 0) * 1000;
  if (askedMs > longestDelayMs) return undefined;
  return Math.max(askedMs, Math.floor(random() * Math.min(longestDelayMs, firstDelayMs * 2 ** (attempt - 1))));
}
