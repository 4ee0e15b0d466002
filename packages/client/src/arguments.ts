/** What a header can carry (RFC 9110 section 5.5): one line of characters of one byte each. */
const headerValuePattern = /^[\t\x20-\x7e\x80-\xff]+$/;

/**
 * Returns the value if a header can carry it.
 *
 * @throws {TypeError} otherwise. The platform would refuse it too, but with the value, a secret perhaps, in its message.
 */
export function headerValue(name: string, value: string): string {
  if (headerValuePattern.test(value)) return value;
  throw new TypeError(`${name} is empty or has characters that a header cannot carry`);
}

/**
 * Returns the value if it can be one part of a path.
 *
 * @throws {TypeError} for nothing, `.` and `..`, with which the address would be that of another operation.
 */
export function pathPart(name: string, value: string): string {
  if (value !== '' && value !== '.' && value !== '..') return value;
  throw new TypeError(`${name} must not be empty, "." or ".."`);
}
