import { keptClient } from '../../test/kept-client.js';

const names = ['SIGINT', 'SIGTERM', 'SIGHUP', 'uncaughtException', 'beforeExit', 'exit'] as const;
const counts = () => names.map((name) => process.listenerCount(name));

describe('the listeners of the process', () => {
  it('are there once for any number of clients, and only while one of them has a session', async () => {
    const before = counts();
    const clients = [1, 2, 3].map(() => keptClient().client);
    expect(counts()).toEqual(before);
    for (const client of clients) await client.login.anonymous();
    expect(counts()).toEqual(before.map((count) => count + 1));
    await clients[0]?.close();
    await clients[1]?.logout();
    expect(counts()).toEqual(before.map((count) => count + 1));
    await clients[2]?.close();
    expect(counts()).toEqual(before);
  });

  it('are gone when the server has ended the last session', async () => {
    const before = counts();
    const { client, server } = keptClient();
    await client.login.anonymous();
    server.living = undefined;
    await expect(client.projects.list()).rejects.toMatchObject({ code: 'ERR009' });
    expect(counts()).toEqual(before);
  });

  it('are not there by option', async () => {
    const before = counts();
    const { client } = keptClient({ session: { logOutOnExit: false } });
    await client.login.anonymous();
    expect(counts()).toEqual(before);
  });
});
