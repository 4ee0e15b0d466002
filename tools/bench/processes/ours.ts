/** Our server, from its built package, configured as a first start in production would be: `ours.js <data directory>`. */
import { createAuthServer, MemorySessionStore } from '@mstr-rest/auth-server';
import { wellKnownIds } from '@mstr-rest/protocol';
import { account } from './account.js';
import { answerQuestions } from './questions.js';

const [dataDirectory = ''] = process.argv.slice(2);
/** The defaults of the configuration. The store is handed in only so that sessions can be forgotten between rounds. */
const store = new MemorySessionStore({
  httpIdleMs: 1_800_000,
  engineIdleMs: 600_000,
  absoluteMs: 86_400_000,
  sweepEveryMs: 0,
});
const server = await createAuthServer(
  { dataDirectory, server: { port: 0 }, auth: { modes: { available: [1, 8] } }, users: [account] },
  { sessionStore: store },
);
await server.listen();

answerQuestions(server.url, {
  forget() {
    for (const id of [wellKnownIds.publicGuest, account.id]) store.endAllOf(id);
    return null;
  },
});
