/** Our server, from its built package, configured as a first start in production would be. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createAuthServer, MemorySessionStore, type ConfigInput } from '@mstr-rest/auth-server';
import { wellKnownIds } from '@mstr-rest/protocol';
import { account } from './account.js';
import { answerQuestions } from './questions.js';
import { readSettings, type ServerSettings } from './settings.js';

const settings = readSettings();
const { store: kind = 'memory', folder, metrics = false, idleSeconds } = settings;
/** The defaults of the configuration. This store is handed in only so that sessions can be forgotten between rounds. */
const memory = new MemorySessionStore({
  httpIdleMs: 1_800_000,
  engineIdleMs: 600_000,
  absoluteMs: 86_400_000,
  sweepEveryMs: 0,
});
const server = await createAuthServer(
  {
    dataDirectory: folder,
    // Room for those who read, beside ten thousand who are idle.
    server: { port: 0, connections: { maximum: 12_000 } },
    auth: { modes: { available: [1, 8] } },
    users: [account],
    metrics: { enabled: metrics, port: 0 },
    ...(kind === 'redis' ? { identityToken: { secretKey: 'every node signs with this one key' } } : {}),
    session: {
      ...storeOf(settings),
      ...(idleSeconds === undefined ? {} : { timeoutSeconds: idleSeconds.http }),
    },
    ...(idleSeconds === undefined ? {} : { iserver: { maxUserConnectionIdleTime: idleSeconds.engine } }),
  },
  kind === 'memory' ? { sessionStore: memory } : {},
);
await server.listen();
const delay = monitorEventLoopDelay({ resolution: 1 });

answerQuestions(server.url, {
  forget() {
    for (const id of [wellKnownIds.publicGuest, account.id]) memory.endAllOf(id);
    return null;
  },
  longestStall() {
    const longest = delay.max / 1e6;
    delay.reset();
    delay.enable();
    return longest;
  },
});

function storeOf({ store = 'memory', redisUrl }: ServerSettings): ConfigInput['session'] {
  if (store === 'memory') return {};
  return { store: store === 'redis' ? { kind: 'redis', url: redisUrl } : { kind: store } };
}
