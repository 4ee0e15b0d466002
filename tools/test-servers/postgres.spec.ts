import { join } from 'node:path';
import { postgresFolder, startPostgres, type Postgres } from './postgres.js';
import { runClient } from './run-client.js';

const withPostgres = postgresFolder === undefined ? describe.skip : describe;

withPostgres('the PostgreSQL server for tests', () => {
  let postgres: Postgres;
  beforeAll(async () => {
    postgres = await startPostgres();
  }, 60_000);
  afterAll(() => postgres.stop());

  const ask = (statement: string, url = postgres.url, env = {}) =>
    runClient(join(postgresFolder ?? '', 'psql'), [url, '-qAtc', statement], {
      env: { PGCONNECT_TIMEOUT: '2', ...env },
    });

  it('lets its owner in by his password only', async () => {
    expect(await ask('select current_user')).toMatchObject({ code: 0, stdout: 'auth_server\n' });
    const { stderr } = await ask('select 1', postgres.url.replace(/:[^:@]+@/, ':wrong@'));
    expect(stderr).toContain('password authentication failed');
  });

  it('shows a certificate of its authority', async () => {
    const verified = { PGSSLMODE: 'verify-full', PGSSLROOTCERT: postgres.caFile };
    expect(await ask('select 1', postgres.url, verified)).toMatchObject({ code: 0 });
    const other = await ask('select 1', postgres.url, { ...verified, PGSSLROOTCERT: postgres.otherCaFile });
    expect(other.stderr).toContain('certificate verify failed');
  });

  it('hangs with every connection, and goes on where it was', async () => {
    const asleep = ask("select pg_sleep(0.5), 'awake'");
    while ((await postgres.sql('select 1 from pg_stat_activity where wait_event = $$PgSleep$$')).length === 0);
    postgres.pause();
    let answered = false;
    void asleep.then(() => (answered = true));
    const late = await ask('select 1');
    expect([late.code, answered]).toEqual([2, false]);
    postgres.resume();
    expect((await asleep).stdout).toBe('|awake\n');
  });

  it('goes down and comes back with what it had', async () => {
    await postgres.sql('create table kept (n integer); insert into kept values (7)');
    await postgres.goDown();
    expect((await ask('select 1')).stderr).toContain('Connection refused');
    await postgres.comeBack();
    expect(await postgres.sql('select n from kept')).toEqual(['7']);
  });
});
