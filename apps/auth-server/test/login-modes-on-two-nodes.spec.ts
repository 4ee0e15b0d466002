/** Two servers on one data directory, as two processes of one machine would be: what one is told, the other does at once. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ConfigInput } from '../src/index.js';
import { openServer, testConfig, type TestServer } from './open-server.js';

const root = { username: 'root', password: 'root likes long passwords' };
const json = { 'content-type': 'application/json' };

describe('two nodes on one data directory', () => {
  let folder: string;
  let one: TestServer;
  let other: TestServer;

  const open = (more: ConfigInput = {}) =>
    openServer({
      dataDirectory: folder,
      session: { store: { kind: 'memory' } }, // the embedded one is for one server
      users: [...(testConfig.users ?? []), { loginName: 'root', password: root.password, privileges: ['*'] }],
      ...more,
    });
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'nodes-'));
    one = await open();
    other = await open();
  });
  afterEach(async () => {
    for (const node of [one, other]) await node.close();
    rmSync(folder, { recursive: true });
  });

  const choose = async (node: TestServer, availableModes: readonly number[]) => {
    const headers = { ...(await node.logIn(root)), ...json };
    const body = JSON.stringify({ availableModes });
    const answer = await node.call('PUT', '/mstrServices/library/auth', { headers, body });
    expect(answer.status).toBe(204);
  };
  const offered = async (node: TestServer) =>
    ((await (await node.call('GET', '/config/authModes')).json()) as { modes: number[] }).modes;
  const guestStatus = async (node: TestServer) =>
    (await node.call('POST', '/auth/login', { headers: json, body: '{"loginMode":8}' })).status;

  it('both heed a choice of either, with the next login and in what they offer', async () => {
    const nodes = [one, other];
    for (const [round, chooser] of [one, other, other, one, one].entries()) {
      const guests = round % 2 === 1;
      await choose(chooser, guests ? [1, 8] : [1]);
      for (const node of nodes) {
        expect(await guestStatus(node)).toBe(guests ? 204 : 401);
        expect(await offered(node)).toEqual(guests ? [1, 8] : [1]);
      }
    }
  });

  it('leave the last of two choices, on both alike', async () => {
    await Promise.all([choose(one, [1]), choose(other, [1, 4096]), choose(one, [1, 8, 4096])]);
    expect(await offered(one)).toEqual(await offered(other));
    const changes = await Promise.all(
      [one, other].map((node) => node.server.audit.find({ event: 'loginModesChanged' })),
    );
    const befores = changes.flat().map(({ details }) => JSON.stringify(details['before']));
    expect(new Set(befores).size).toBe(3); // no choice was overlooked by the next
  });

  it('refuse a guest whom a choice overtakes on the way, or let him in: nothing in between', async () => {
    const statuses = Promise.all(Array.from({ length: 40 }, (_, n) => guestStatus(n % 2 === 0 ? one : other)));
    await choose(one, [1]);
    for (const status of await statuses) expect([204, 401]).toContain(status);
    for (const node of [one, other]) expect(await guestStatus(node)).toBe(401);
  });

  it('keep the choice over a restart, and each heeds it as far as its own configuration goes', async () => {
    await choose(one, [1, 4096]);
    await other.close();
    other = await open({ auth: { modes: { available: [1, 8], changeable: false } } });
    expect(await offered(other)).toEqual([1, 8]);
    await other.close();
    other = await open();
    expect(await offered(other)).toEqual([1, 4096]);
  });
});
