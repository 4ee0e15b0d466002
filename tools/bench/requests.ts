/** The requests that the cases send. */
import { account } from './processes/account.js';
import type { LoadRequest } from './processes/load-order.js';

/** As many as there are callers at a time, and more: each reads with credentials of his own. */
const sessions = 64;

const bodies = {
  anonymous: { loginMode: 8 },
  standard: { username: account.loginName, password: account.password, loginMode: 1 },
};

export function loginRequest(url: string, mode: keyof typeof bodies): LoadRequest {
  return {
    method: 'POST',
    url: `${url}/api/auth/login`,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(bodies[mode]),
  };
}

/** Has the form of ours, and is none. */
export function wrongTokenRequest(url: string): LoadRequest {
  const headers = { 'x-mstr-authtoken': '0'.repeat(26), cookie: `JSESSIONID=${'0'.repeat(32)}` };
  return { method: 'GET', url: `${url}/api/sessions`, headers };
}

/**
 * Logs in many times at the first of several nodes, and reads these sessions at all of them in turn.
 * @throws Error where a login is refused
 */
export async function readRequests([url = '', ...others]: readonly string[]): Promise<readonly LoadRequest[]> {
  const nodes = [url, ...others];
  return Promise.all(
    Array.from({ length: sessions }, async (_none, number) => {
      const { headers } = await logIn(url);
      return { method: 'GET', url: `${nodes[number % nodes.length]}/api/sessions`, headers } as const;
    }),
  );
}

/** As a guest. @returns the headers that prove it @throws Error where the login is refused */
export async function logIn(url: string): Promise<{ readonly headers: Readonly<Record<string, string>> }> {
  const { url: address, ...login } = loginRequest(url, 'anonymous');
  const { headers, status } = await fetch(address, login);
  const token = headers.get('x-mstr-authtoken');
  const cookie = headers.get('set-cookie')?.split(';')[0];
  if (token === null || cookie === undefined) throw new Error(`the login was answered ${status}`);
  return { headers: { 'x-mstr-authtoken': token, cookie } };
}
