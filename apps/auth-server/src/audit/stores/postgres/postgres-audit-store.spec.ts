import { postgresFolder, startPostgres, type Postgres } from '../../../../../../tools/test-servers/postgres.js';
import { describeAuditStore } from '../../audit-store.contract.js';
import { EventIds } from '../../event-ids.js';
import { toStored } from '../../stored-event.js';
import { openPostgresAuditStore } from './postgres-audit-store.js';

const withPostgres = postgresFolder === undefined ? describe.skip : describe;

withPostgres('PostgreSQL', () => {
  let postgres: Postgres;
  let schemas = 0;
  beforeAll(async () => {
    postgres = await startPostgres();
  }, 60_000);
  afterAll(() => postgres.stop());

  const settingsOf = (schema: string) => ({
    url: postgres.url,
    tls: {},
    allowPlaintext: false,
    poolSize: 1,
    schema,
    deadlineMs: 2000,
  });
  const newSchema = () => `s${(schemas += 1)}`;
  const ids = new EventIds(Buffer.alloc(6));
  const refusal = (loginName: string, at: number) => {
    const refused = { event: 'loginRefused', loginMode: 1, loginName, reason: 'userUnknown', ip: '::1' } as const;
    return toStored(refused, ids.next(at), at);
  };

  describeAuditStore('PostgreSQL', async () => {
    const store = await openPostgresAuditStore(settingsOf('tried'));
    await postgres.sql('truncate tried.events');
    return store;
  });

  it('has one trail of all nodes, in the order of time', async () => {
    const settings = settingsOf(newSchema());
    const [one, other] = [await openPostgresAuditStore(settings), await openPostgresAuditStore(settings)];
    await one.append([refusal('first', 1), refusal('third', 3)]);
    await other.append([refusal('second', 2)]);
    const names = (await one.find({})).map(({ loginName }) => loginName);
    expect(names).toEqual(['third', 'second', 'first']);
    await Promise.all([one.close(), other.close()]);
  });

  it('leaves removing to the node that is at it, and removes when that has ended', async () => {
    const settings = settingsOf(newSchema());
    const store = await openPostgresAuditStore(settings);
    await store.append([refusal('old', 1)]);
    const key = `hashtextextended('mstr-auth-server ${settings.schema} retention', 0)`;
    const busy = postgres.sql(`begin; select pg_advisory_xact_lock(${key}); select pg_sleep(1); commit`);
    const held = `select count(*) from pg_locks where locktype = 'advisory' and granted`;
    while ((await postgres.sql(held))[0] === '0') await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await store.prune(2)).toBe(0);
    expect(await store.find({})).toHaveLength(1);
    await busy;
    expect(await store.prune(2)).toBe(1);
    await store.close();
  });

  it('is read while it is written, and reading changes nothing', async () => {
    const settings = settingsOf(newSchema());
    await expect(openPostgresAuditStore(settings, 'read')).rejects.toThrow('there are no tables of this server in it');
    const writing = await openPostgresAuditStore(settings);
    const reading = await openPostgresAuditStore(settings, 'read');
    await writing.append([refusal('first', 1)]);
    expect(await reading.find({})).toHaveLength(1);
    await expect(reading.append([refusal('second', 2)])).rejects.toMatchObject({ kind: 'serviceUnavailable' });
    await expect(reading.prune(2)).rejects.toMatchObject({ kind: 'serviceUnavailable' });
    await Promise.all([reading.close(), writing.close()]);
  });
});
