import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createAuthServer, ManualClock } from '../src/index.js';
import { ann, openServer, testConfig } from './open-server.js';

describe('a server that is started again', () => {
  let dataDirectory: string;
  beforeEach(() => {
    dataDirectory = mkdtempSync(join(tmpdir(), 'restart-'));
  });
  afterEach(() => rmSync(dataDirectory, { recursive: true, force: true }));

  const start = (clock = new ManualClock()) => openServer({ dataDirectory }, { clock });

  it('knows the sessions that were open, and not those that were ended', async () => {
    const before = await start();
    const kept = await before.logIn(ann);
    const left = await before.logIn(ann);
    expect((await before.call('POST', '/auth/logout', { headers: left })).status).toBe(204);
    await before.close();
    const after = await start();
    expect((await after.call('GET', '/sessions', { headers: kept })).status).toBe(200);
    expect((await after.call('GET', '/sessions', { headers: left })).status).toBe(401);
    await after.close();
  });

  it('takes an identity token that was issued before, and only once', async () => {
    const before = await start();
    const session = await before.logIn(ann);
    const issued = await before.call('POST', '/auth/identityToken', { headers: session });
    const identityToken = issued.headers.get('x-mstr-identitytoken') ?? '';
    await before.close();
    for (const expected of [/^[0-9a-v]{26}$/, /^$/]) {
      const after = await start();
      const delegated = await after.logInAs('/auth/delegate', { loginMode: -1, identityToken });
      expect(delegated['x-mstr-authtoken']).toMatch(expected);
      await after.close();
    }
  });

  it('neither ends nor revives a session because the clock was set back meanwhile', async () => {
    const noon = Date.UTC(2026, 5, 1, 12);
    const clock = new ManualClock(noon);
    const before = await start(clock);
    const over = await before.logIn(ann);
    clock.advance(500_000);
    const alive = await before.logIn(ann);
    clock.advance(100_000);
    expect((await before.call('GET', '/sessions', { headers: over })).status).toBe(401);
    expect((await before.call('GET', '/sessions', { headers: alive })).status).toBe(200);
    await before.close();
    const setBack = new ManualClock(noon - 3_600_000);
    const after = await start(setBack);
    expect((await after.call('GET', '/sessions', { headers: over })).status).toBe(401);
    expect((await after.call('GET', '/sessions', { headers: alive })).status).toBe(200);
    setBack.advance(600_000);
    expect((await after.call('GET', '/sessions', { headers: alive })).status).toBe(401);
    await after.close();
  });

  it('refuses a data directory whose sessions another server holds, and leaves that one alone', async () => {
    const one = await start();
    const session = await one.logIn(ann);
    const silent = pino({ level: 'silent' });
    await expect(createAuthServer({ ...testConfig, dataDirectory }, { log: silent })).rejects.toThrow(
      /The sessions in .* cannot be opened: another server uses them. Stop it, or give each server a dataDirectory of its own/,
    );
    expect((await one.call('GET', '/sessions', { headers: session })).status).toBe(200);
    await one.close();
  });

  it('knows none of them where they are kept in memory', async () => {
    const config = { dataDirectory, session: { store: { kind: 'memory' } } } as const;
    const before = await openServer(config);
    const session = await before.logIn(ann);
    await before.close();
    const after = await openServer(config);
    expect((await after.call('GET', '/sessions', { headers: session })).status).toBe(401);
    await after.close();
  });
});
