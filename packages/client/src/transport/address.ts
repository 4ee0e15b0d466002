/** A value of a query: several are sent as one comma list, and nothing where it is undefined or an empty list. */
export type QueryValue = string | number | boolean | readonly (string | number)[] | undefined;

/**
 * The address of a path of the API.
 *
 * @param base Address of the API, without a slash at its end.
 * @param path Begins with a slash; names of parameters are in braces.
 */
export function addressOf(
  base: string,
  path: string,
  parts: Readonly<Record<string, string | number>> = {},
  query: Readonly<Record<string, QueryValue>> = {},
): string {
  let address = base + path;
  for (const name in parts) address = address.replace(`{${name}}`, () => encodeURIComponent(String(parts[name])));
  let mark = '?';
  for (const name in query) {
    const values = [query[name]].flat().filter((value) => value !== undefined);
    if (values.length === 0) continue;
    // One comma list, not one parameter an element (docs/protocol section 1.1).
    address += `${mark}${encodeURIComponent(name)}=${values.map((value) => encodeURIComponent(String(value))).join(',')}`;
    mark = '&';
  }
  return address;
}

/**
 * Returns an address if a call may go there.
 *
 * @throws {TypeError} for a path that leads elsewhere: the session would go along.
 */
export function addressBelow(base: string, path: string): string {
  if (!/^\/[^?#]*$/.test(path)) throw refusal('has to begin with "/", and its query is passed as `query`');
  const { href } = new URL(base + path);
  if (!href.startsWith(`${base}/`)) throw refusal('has to stay below /api');
  return href;
}

function refusal(reason: string): TypeError {
  return new TypeError(`The path of a call ${reason}`);
}
