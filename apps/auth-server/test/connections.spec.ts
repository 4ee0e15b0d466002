/** Many connections, and slow ones. Source: docs/limits.md. */
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { ConfigInput } from '../src/index.js';
import { openServer, type TestServer } from './open-server.js';
import { Program } from './program.js';
import { bodyOf, rawRequest } from './raw-request.js';

const get = (path: string) => `GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`;

describe('a server with many connections', () => {
  let test: TestServer;
  let port: number;
  const sockets: Socket[] = [];
  const open = async (server: ConfigInput['server']) => {
    test = await openServer({ server });
    await test.server.listen();
    port = Number(new URL(test.server.url).port);
  };
  const idle = async (count: number) => {
    const opened = Array.from({ length: count }, () => connect(port, '127.0.0.1'));
    sockets.push(...opened);
    for (const socket of opened) socket.on('error', () => socket.destroy());
    await Promise.all(opened.map((socket) => once(socket, 'connect')));
    await wait(50); // until the server has seen them too
    return opened;
  };
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.destroy();
    await test.close();
  });

  it.each([
    ['in total', { maximum: 5 }],
    ['of one address', { maximumPerAddress: 5, unlimitedAddresses: ['192.0.2.0/24', '2001:db8::1'] }],
  ])(
    'answers 503 with Retry-After above the limit %s, and serves again when some are gone',
    async (_of, connections) => {
      await open({ connections });
      const [first] = await idle(5);
      const refused = await rawRequest(port, get('/health/live'));
      expect(refused).toMatch(/^HTTP\/1\.1 503 /);
      expect(refused.toLowerCase()).toContain('retry-after: 1\r\n');
      const { ticketId, ...body } = bodyOf(refused);
      expect(body).toMatchObject({ code: 'ERR0016', message: 'Too many connections' });
      expect(test.log.filter((line) => line['ticketId'] === ticketId)).toHaveLength(1);
      first?.destroy();
      await wait(50);
      expect(await rawRequest(port, get('/health/live'))).toMatch(/^HTTP\/1\.1 200 /);
    },
  );

  it('does not limit the addresses of proxies', async () => {
    await open({ connections: { maximumPerAddress: 5, unlimitedAddresses: ['127.0.0.1'] } });
    await idle(5);
    expect(await rawRequest(port, get('/health/live'))).toMatch(/^HTTP\/1\.1 200 /);
  });

  it('writes one line of the log for a flood of refusals', async () => {
    await open({ connections: { maximum: 1 } });
    await idle(50);
    expect(test.log.filter(({ msg }) => String(msg).startsWith('connection refused'))).toHaveLength(1);
  });

  it('goes on serving who is connected while a thousand others are silent, and lets those go in time', async () => {
    await open({ headersTimeoutSeconds: 1, requestTimeoutSeconds: 1 });
    const session = await test.logIn();
    const silent = await idle(1000);
    expect((await fetch(`${test.server.url}/api/sessions`, { headers: session })).status).toBe(200);
    for (const socket of silent) if (!socket.closed) await once(socket.resume(), 'close');
    expect((await fetch(`${test.server.url}/api/sessions`, { headers: session })).status).toBe(200);
  });
});

describe('a peer that asks and does not read', () => {
  const folder = mkdtempSync(join(tmpdir(), 'auth-server-'));
  const config = join(folder, 'config.json');
  writeFileSync(config, JSON.stringify({ server: { stalledTimeoutSeconds: 1 } }));
  const program = new Program(['--config', config, '--port', '0', '--data-dir', join(folder, 'data')]);
  afterAll(async () => {
    await program.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is not answered further than the buffers of its connection reach, and is let go', async () => {
    const [, port] = await program.shows(/http:\/\/127\.0\.0\.1:(\d+)/);
    const peer = connect(Number(port), '127.0.0.1').pause();
    peer.on('error', () => peer.destroy());
    // More than the buffers of both sockets hold: a peer that neither reads nor writes is not told of an end.
    const asked = 400_000;
    peer.write('GET /nothing HTTP/1.1\r\nhost: x\r\n\r\n'.repeat(asked));
    await new Promise((resolve) => peer.once('close', resolve)); // a reset is as good an end
    const answered = program.out.split('"path":"/nothing"').length - 1;
    expect(answered).toBeGreaterThan(0);
    expect(answered).toBeLessThan(asked / 2);
    expect(await rawRequest(Number(port), get('/health/live'))).toMatch(/^HTTP\/1\.1 200 /);
  }, 40_000);
});
