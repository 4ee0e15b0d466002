import { createClient } from '../create-client.js';
import { WireError } from '../errors/wire-error.js';
import type { ConnectionOptions } from '../transport/connection-options.js';
import type { Middleware } from '../transport/middleware.js';
import { finding, type Finding } from './findings.js';

/** Who logs in for a check. */
export interface Credentials {
  readonly username: string;
  readonly password: string;
  /** 1 for Standard, 16 for LDAP. Default 1. */
  readonly loginMode?: 1 | 16 | undefined;
}

/** What the check of a session takes. */
export interface SessionCheck extends ConnectionOptions {
  readonly base: string;
  readonly credentials: Credentials;
  /** Of a page that is going to use the session. */
  readonly origin?: string | undefined;
  readonly timeoutMs: number;
}

/** Logs in, asks twice for the session, and logs out. */
export async function checkSession(check: SessionCheck): Promise<readonly Finding[]> {
  const { base, credentials, timeoutMs, tls, proxy } = check;
  const setCookies: string[] = [];
  const note: Middleware = async (request, next) => {
    const answer = await next(request);
    setCookies.push(...answer.headers.getSetCookie());
    return answer;
  };
  await using client = createClient({ baseUrl: base, timeoutMs, middleware: [note], tls, proxy });
  const { loginMode = 1, ...person } = credentials;
  try {
    await (loginMode === 16 ? client.login.ldap(person) : client.login.standard(person));
  } catch (error) {
    return [failed('loginFailed', 'The login', error)];
  }
  const findings = [...cookieOf(setCookies, check)];
  try {
    await client.sessions.get();
    await client.sessions.get();
  } catch (error) {
    if (findings.length === 0) findings.push(failed('sessionNotKept', 'A call right after the login', error));
  }
  try {
    if (client.loggedIn) await client.logout();
  } catch (error) {
    if (findings.length === 0) findings.push(failed('logoutFailed', 'The logout', error));
  }
  return findings;
}

function failed(id: 'loginFailed' | 'sessionNotKept' | 'logoutFailed', what: string, error: unknown): Finding {
  const code = error instanceof WireError ? `${error.code}, ${error.status}` : (error as Error).name; // what calls reject with
  return finding(
    id,
    `${what} failed (${code}).`,
    error instanceof WireError && id !== 'sessionNotKept' ? error.advice : undefined,
  );
}

function cookieOf(setCookies: readonly string[], { base, origin }: SessionCheck): readonly Finding[] {
  const cookie = setCookies.find((one) => one.startsWith('JSESSIONID='));
  if (cookie === undefined) return [finding('sessionCookieMissing', 'The login sets no cookie JSESSIONID.')];
  if (/;\s*secure/i.test(cookie) && base.startsWith('http:')) {
    return [finding('cookieSecureOverHttp', 'The session cookie is for https only, and the address has http.')];
  }
  const crosses = origin !== undefined && new URL(origin).hostname !== new URL(base).hostname;
  if (crosses && !/;\s*samesite=none/i.test(cookie)) {
    return [
      finding('cookieNotForOtherSites', `The session cookie is kept from pages of ${origin}, if that is another site.`),
    ];
  }
  return [];
}
