import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ann, openServer } from './open-server.js';

it('lets somebody in by the password that another node has just set, and ends no such session later', async () => {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'two-nodes-'));
  const config = { dataDirectory, session: { store: { kind: 'memory' } } } as const; // the embedded one is for one server
  const [one, other] = [await openServer(config), await openServer(config)];
  const newPassword = 'nine green bottles on the wall';
  const changed = await one.logIn({ ...ann, changePassword: true, newPassword });
  expect(changed['x-mstr-authtoken']).not.toBe('');
  // The other looks by itself once a second: it has not heard of it yet.
  const session = await other.logIn({ ...ann, password: newPassword });
  expect(session['x-mstr-authtoken']).not.toBe('');
  const later = await other.logIn({ ...ann, password: newPassword });
  for (const headers of [session, later]) {
    expect((await other.call('GET', '/sessions', { headers })).status).toBe(200);
  }
  await Promise.all([one.close(), other.close()]);
  rmSync(dataDirectory, { recursive: true });
});
