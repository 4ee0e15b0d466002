import { existsSync } from 'node:fs';
import { freePorts } from '../../../../tools/test-servers/free-port.js';
import { haproxyBinary, startHaproxy } from '../../../../tools/test-servers/reverse-proxies.js';
import { goodDay, opened, routes, session, sessionOver } from '../../test/answers.js';
import { startCannedServer } from '../../test/canned-server.js';
import { createClient } from '../index.js';

/** A node that knows only the session that it has opened itself, and redirects as balanced servers do. */
const node = (token: string) =>
  startCannedServer(
    routes({
      ...goodDay,
      'POST /auth/login': opened(token, `${token.toUpperCase()}0`),
      'GET /sessions': ({ headers }) => {
        if (headers['x-mstr-authtoken'] !== token) return sessionOver;
        return { status: 307, headers: { Location: '/Lib/api/sessions/userInfo' } };
      },
      'GET /sessions/userInfo': ({ headers }) =>
        headers['x-mstr-authtoken'] === token ? { status: 200, body: session } : sessionOver,
    }),
  );

const available = existsSync(haproxyBinary) ? describe : describe.skip;

available('behind a load balancer that tells its nodes apart by a cookie', () => {
  it('each session stays with its node, also over redirects', async () => {
    await using one = await node('one');
    await using two = await node('two');
    const [port = 0] = await freePorts(1);
    const server = (name: string, url: string) => `  server ${name} ${new URL(url).host} cookie ${name}`;
    const proxy = await startHaproxy(
      `defaults
  mode http
  timeout connect 5s
  timeout client 30s
  timeout server 30s
frontend all
  bind 127.0.0.1:${port}
  default_backend nodes
backend nodes
  balance roundrobin
  cookie SERVERID insert indirect nocache
${server('one', one.url)}
${server('two', two.url)}
`,
      port,
    );
    try {
      const clients = Array.from({ length: 4 }, () => createClient({ baseUrl: `http://127.0.0.1:${port}/Lib` }));
      for (const client of clients) await client.login.anonymous();
      for (let round = 0; round < 3; round += 1) {
        for (const client of clients) expect(await client.sessions.get()).toEqual(session);
      }
      // Both had their part: 2 logins, 2 clients × 3 rounds × 2 hops.
      expect([one.requests.length, two.requests.length]).toEqual([14, 14]);
    } finally {
      await proxy.stop();
    }
  });
});
