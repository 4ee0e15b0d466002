import { existsSync } from 'node:fs';
import { Client } from 'pg';
import { postgresFolder, startPostgres, type Postgres } from './postgres.js';

const withPostgres = postgresFolder !== undefined && existsSync(postgresFolder) ? describe : describe.skip;

withPostgres('the PostgreSQL server for tests', () => {
  let postgres: Postgres;
  beforeAll(async () => {
    postgres = await startPostgres();
  }, 60_000);
  afterAll(() => postgres.stop());

  const connected = async (more: object = {}) => {
    const client = new Client({ connectionString: postgres.url, connectionTimeoutMillis: 500, ...more });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  };

  it('lets its owner in by his password only', async () => {
    const client = await connected();
    expect((await client.query('select current_user as who')).rows).toEqual([{ who: 'auth_server' }]);
    await client.end();
    await expect(connected({ connectionString: postgres.url.replace(/:[^:@]+@/, ':wrong@') })).rejects.toThrow(
      'password authentication failed',
    );
  });

  it('hangs with every connection, and goes on where it was', async () => {
    const client = await connected();
    postgres.pause();
    const answer = client.query('select 1 as one');
    await expect(connected()).rejects.toThrow(/timeout/);
    postgres.resume();
    expect((await answer).rows).toEqual([{ one: 1 }]);
    await client.end();
  });

  it('goes down and comes back with what it had', async () => {
    await postgres.sql('create table kept (n integer); insert into kept values (7)');
    await postgres.goDown();
    await expect(connected()).rejects.toThrow('ECONNREFUSED');
    await postgres.comeBack();
    expect(await postgres.sql('select n from kept')).toEqual(['7']);
  });
});
