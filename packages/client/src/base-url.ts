const expected = 'baseUrl must look like https://host/MicroStrategyLibrary or https://host/MicroStrategyLibrary/api';

/**
 * Makes of the address of a Library the address that every path of the API follows, without a slash at its end:
 * `{lib}`, `{lib}/`, `{lib}/api` and `{lib}/api/` all become `{lib}/api`. Source: docs/protocol section 1.1.
 *
 * @throws {TypeError} for anything else. The message does not repeat the address: it may hold a password.
 */
export function apiBase(baseUrl: string | URL): string {
  const url = parse(String(baseUrl));
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw refusal('its scheme is neither http nor https');
  if (url.username !== '' || url.password !== '') throw refusal('it holds credentials');
  if (url.search !== '' || url.hash !== '') throw refusal('it has a query or a fragment');
  const segments = url.pathname.replace(/\/$/, '').split('/').slice(1);
  const context = segments.at(-1) === 'api' ? segments.slice(0, -1) : segments;
  if (context.length === 0) throw refusal('it names no context path');
  if (context.includes('')) throw refusal('its path has an empty part');
  if (context.includes('api')) throw refusal('it goes on below /api');
  return `${url.origin}/${context.join('/')}/api`;
}

function parse(text: string): URL {
  try {
    return new URL(text);
  } catch {
    // Not kept as a cause: the URL parser's error repeats the whole input.
    throw refusal('it is not an absolute address');
  }
}

function refusal(reason: string): TypeError {
  return new TypeError(`${expected}: ${reason}`);
}
