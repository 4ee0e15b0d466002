/** "Bare": reads the two headers, finds the session in a Map, answers JSON. */
import { serve } from './node-http.js';
import { description, randomCredentials } from './session.js';

const sessions = new Map<string, { readonly cookies: string; readonly description: object }>();

serve({
  logIn() {
    const credentials = randomCredentials();
    sessions.set(credentials.token, { cookies: `JSESSIONID=${credentials.cookie}`, description: { ...description } });
    return credentials;
  },
  read(token, cookies) {
    const session = sessions.get(token);
    return session?.cookies === cookies ? JSON.stringify(session.description) : undefined;
  },
  forget: () => sessions.clear(),
});
