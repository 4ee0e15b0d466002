/** A bare login: parses the JSON, makes a random token, keeps its hash in a Map. */
import { hash } from 'node:crypto';
import { serve } from './node-http.js';
import { description, randomCredentials } from './session.js';

const sessions = new Map<string, object>();

serve({
  logIn(body) {
    if (typeof body !== 'object' || body === null || !('loginMode' in body) || body.loginMode !== 8) return undefined;
    const credentials = randomCredentials();
    sessions.set(hash('sha256', credentials.token, 'base64url'), { ...description });
    return credentials;
  },
  read: () => undefined,
  forget: () => sessions.clear(),
});
