/** A bare login with the hash that ours does: one user in a Map, his password verified in worker threads. Guests just come in. */
import { hash } from 'node:crypto';
import { hashSync } from '@node-rs/argon2';
import { account, cost } from './account.js';
import { HashThreads } from './hash-threads.js';
import { serve } from './node-http.js';
import { description, randomCredentials } from './session.js';

const threads = new HashThreads();
const users = new Map([[account.loginName, hashSync(account.password, cost)]]);
const sessions = new Map<string, object>();
const keyOf = (token: string) => hash('sha256', token, 'base64url');

serve({
  async logIn(body) {
    const { username, password, loginMode } = body as { username: string; password: string; loginMode: number }; // only the benchmark calls
    const stored = users.get(username);
    const isGuest = loginMode === 8;
    if (!isGuest && (stored === undefined || !(await threads.verify(stored, password)))) return undefined;
    const credentials = randomCredentials();
    sessions.set(keyOf(credentials.token), { ...description });
    return credentials;
  },
  read(token) {
    const session = sessions.get(keyOf(token));
    return session && JSON.stringify(session);
  },
  forget: () => sessions.clear(),
});
