/** Our contract on node:http: the cookie derives the token, its hash finds the session, which expires and is touched. */
import { hash } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { serve } from './node-http.js';
import { derive, derivedCredentials, description } from './session.js';

const idleMs = 600_000;
const absoluteMs = 86_400_000;
const sessions = new Map<string, { readonly endsAt: number; lastUsedAt: number; readonly description: object }>();
const keyOf = (token: string) => hash('sha256', token, 'base64url');

serve({
  logIn() {
    const credentials = derivedCredentials();
    const at = performance.now();
    sessions.set(keyOf(credentials.token), {
      endsAt: at + absoluteMs,
      lastUsedAt: at,
      description: { ...description },
    });
    return credentials;
  },
  read(token, cookies) {
    const cookie = /(?:^|;\s*)JSESSIONID=([0-9A-F]{32})(?:;|$)/.exec(cookies)?.[1];
    if (cookie === undefined || derive(cookie) !== token) return undefined;
    const session = sessions.get(keyOf(token));
    const at = performance.now();
    if (session === undefined || at >= session.endsAt || at - session.lastUsedAt >= idleMs) return undefined;
    session.lastUsedAt = at;
    return JSON.stringify(session.description);
  },
  forget: () => sessions.clear(),
});
