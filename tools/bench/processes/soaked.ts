/** Our server with timeouts so short that sessions come and go all the time, and with every kind of login that needs no other server. */
import { createAuthServer } from '@mstr-rest/auth-server';
import { account } from './account.js';
import { heapAfterCollection } from './collect-garbage.js';
import { answerQuestions } from './questions.js';
import { readSettings } from './settings.js';

const server = await createAuthServer({
  dataDirectory: readSettings().folder,
  server: { port: 0 },
  auth: {
    modes: { available: [1, 8, 64, 4096] },
    trusted: { proxies: ['127.0.0.1'] },
  },
  users: [account],
  // That the disk is slow for a moment, because others use it, is no finding.
  session: { timeoutSeconds: 8, absoluteTimeoutSeconds: 20, storeDeadlineMs: 10_000 },
  iserver: { maxUserConnectionIdleTime: 5 },
  // Cheap, so that logins are many.
  passwords: { hashing: { memoryKiB: 64, iterations: 1 } },
  metrics: { enabled: true, port: 0 },
});
await server.listen();

answerQuestions(server.url, {
  async condition() {
    const heapBytes = await heapAfterCollection();
    const handles = process.getActiveResourcesInfo().length;
    return { heapBytes, residentBytes: process.memoryUsage.rss(), handles, sessions: await countSessions() };
  },
});

/** As an operator sees it. */
async function countSessions(): Promise<number> {
  const text = await (await fetch(server.metricsUrl ?? '')).text();
  const counts = [...text.matchAll(/^mstr_auth_sessions\{[^}]*\} (\d+)$/gm)].map(([, count]) => Number(count));
  return counts.reduce((sum, count) => sum + count, 0);
}
