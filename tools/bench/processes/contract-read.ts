/** Our contract on node:http. */
import { ContractSessions } from './contract-sessions.js';
import { serve } from './node-http.js';

const sessions = new ContractSessions();

serve({
  logIn: () => sessions.logIn(),
  read(token, cookies) {
    const session = sessions.read(token, cookies);
    return session && JSON.stringify(session);
  },
  forget: () => sessions.forget(),
});
