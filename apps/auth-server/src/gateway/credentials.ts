import { headers, sessionCookie } from '@mstr-rest/protocol';
import { sessionCookiesOf } from '../http/cookies.js';

/** Those of a Fetch request, or of Node, Express and Fastify (`request.headers`). */
export type RequestHeaders = Headers | Readonly<Record<string, string | readonly string[] | undefined>>;

/** What a request proves its session with, and nothing else of it. */
export interface Credentials {
  readonly token: string;
  /** The header that holds the session cookies, without those of others; undefined where there is none. */
  readonly cookie: string | undefined;
}

/** Characters that every HTTP library sends as they are. Whether it is a token is for the server to say. */
const sendable = /^[\x21-\x7e]{1,256}$/;

/** The credentials, or undefined where there is no token, which a page of another site could not send. */
export function credentialsOf(requestHeaders: RequestHeaders): Credentials | undefined {
  const token = valueOf(requestHeaders, headers.authToken, ', ');
  if (token === undefined || !sendable.test(token)) return undefined;
  const cookies = sessionCookiesOf(valueOf(requestHeaders, 'cookie', '; '));
  const cookie = cookies.map((value) => `${sessionCookie}=${value}`).join('; ');
  return { token, cookie: cookie === '' ? undefined : cookie };
}

function valueOf(requestHeaders: RequestHeaders, name: string, separator: string): string | undefined {
  if (requestHeaders instanceof Headers) return requestHeaders.get(name) ?? undefined;
  const found = Object.keys(requestHeaders).find((one) => one.toLowerCase() === name);
  const value = found === undefined ? undefined : requestHeaders[found];
  return typeof value === 'string' || value === undefined ? value : value.join(separator);
}
