/** A bare login with the hash that ours does: one user in a Map, his password verified in worker threads. */
import { hash } from 'node:crypto';
import { hashSync } from '@node-rs/argon2';
import { account, cost } from './account.js';
import { HashThreads } from './hash-threads.js';
import { serve } from './node-http.js';
import { description, randomCredentials } from './session.js';

const threads = new HashThreads();
const users = new Map([[account.loginName, hashSync(account.password, cost)]]);
const sessions = new Map<string, object>();

serve({
  async logIn(body) {
    const { username, password } = body as { username: string; password: string }; // only the benchmark calls
    const stored = users.get(username);
    if (stored === undefined || !(await threads.verify(stored, password))) return undefined;
    const credentials = randomCredentials();
    sessions.set(hash('sha256', credentials.token, 'base64url'), { ...description });
    return credentials;
  },
  read: () => undefined,
  forget: () => sessions.clear(),
});
