import { sessionCookie } from '@mstr-rest/protocol';

/** A pair of the `Cookie` header whose value has the form of ours (tokens/auth-token.ts). */
const pair = new RegExp(`(?:^|;)\\s*${sessionCookie}=("?)([0-9A-F]{32})\\1\\s*(?=;|$)`, 'g');
/** More than a browser sends for one path, and few enough that trying each costs nothing. */
const most = 4;

/**
 * The values of the session cookies in a `Cookie` header that have the right form. Reads past what clients are known
 * to send: attributes (`Path=…; HttpOnly`), missing blanks, pairs without a name. Source: docs/protocol section 1.4.
 */
export function sessionCookiesOf(header: string | undefined): readonly string[] {
  const values: string[] = [];
  if (header === undefined) return values;
  pair.lastIndex = 0;
  for (let found = pair.exec(header); found?.[2] !== undefined && values.length < most; found = pair.exec(header)) {
    values.push(found[2]);
  }
  return values;
}

/** How the session cookie is set (RFC 6265bis section 4.1). */
export interface CookieAttributes {
  /** Path of the context, for example `/MicroStrategyLibrary`. */
  readonly path: string;
  readonly secure: boolean;
  readonly sameSite: 'Lax' | 'Strict' | 'None';
  readonly partitioned: boolean;
}

/** The text behind the value in `Set-Cookie`. No Domain: the cookie stays with this host. */
export function cookieSuffix({ path, secure, sameSite, partitioned }: CookieAttributes): string {
  const flags = `${secure ? '; Secure' : ''}; HttpOnly; SameSite=${sameSite}${partitioned ? '; Partitioned' : ''}`;
  return `; Path=${path === '' ? '/' : path}${flags}`;
}

/** The value of one cookie in a `Cookie` header; undefined where it is missing. */
export function cookieNamed(header: string | undefined, name: string): string | undefined {
  const start = `${name}=`;
  const pair = header?.split(';').find((one) => one.trim().startsWith(start));
  return pair?.trim().slice(start.length);
}
