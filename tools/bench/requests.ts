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

/** Logs in many times, and reads each of these sessions. @throws Error where a login is refused */
export async function readRequests(url: string): Promise<readonly LoadRequest[]> {
  return Promise.all(
    Array.from({ length: sessions }, async (): Promise<LoadRequest> => {
      const { url: address, ...login } = loginRequest(url, 'anonymous');
      const { headers, status } = await fetch(address, login);
      const token = headers.get('x-mstr-authtoken');
      const cookie = headers.get('set-cookie')?.split(';')[0];
      if (token === null || cookie === undefined) throw new Error(`the login was answered ${status}`);
      return { method: 'GET', url: `${url}/api/sessions`, headers: { 'x-mstr-authtoken': token, cookie } };
    }),
  );
}
