/**
 * Reads a `Retry-After` header, which is a number of seconds or a date (RFC 9110 section 10.2.3).
 *
 * @param nowMs The time in milliseconds since the epoch.
 * @returns Whole seconds to wait; undefined where the header is missing or unreadable.
 */
export function retryAfterSeconds(value: string | null, nowMs: number): number | undefined {
  if (value === null) return undefined;
  if (/^\s*\d+\s*$/.test(value)) return Number(value);
  const dateMs = Date.parse(value);
  return Number.isNaN(dateMs) ? undefined : Math.max(0, Math.ceil((dateMs - nowMs) / 1000));
}
