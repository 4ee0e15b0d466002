/** A value of a query: several are sent as one comma list, and nothing where it is undefined. */
export type QueryValue = string | number | boolean | readonly (string | number)[] | undefined;

/**
 * The address of a path of the API.
 *
 * @param base Address of the API, without a slash at its end.
 * @throws {TypeError} for a path that leads elsewhere. The session would go along.
 */
export function addressBelow(base: string, path: string, query: Readonly<Record<string, QueryValue>> = {}): string {
  if (!/^\/[^?#]*$/.test(path)) throw refusal('has to begin with "/", and to have no query of its own: pass `query`');
  const url = new URL(base + path);
  if (!url.href.startsWith(`${base}/`)) throw refusal('has to stay below /api');
  const asked = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${encodeURIComponent(name)}=${listed(value)}`],
  );
  return asked.length === 0 ? url.href : `${url.href}?${asked.join('&')}`;
}

/**
 * The path of an address of the API, without its query.
 *
 * @throws {TypeError} for an address of anything else.
 */
export function pathBelow(base: string, url: string): `/${string}` {
  if (!url.startsWith(`${base}/`)) throw refusal('has to stay below /api');
  return new URL(url).pathname.slice(new URL(base).pathname.length) as `/${string}`; // it stays below
}

/** One comma list, not one parameter an element. Source: docs/protocol section 1.1. */
function listed(value: NonNullable<QueryValue>): string {
  return (Array.isArray(value) ? value : [value]).map((one) => encodeURIComponent(String(one))).join(',');
}

function refusal(reason: string): TypeError {
  return new TypeError(`The path of a call ${reason}`);
}
