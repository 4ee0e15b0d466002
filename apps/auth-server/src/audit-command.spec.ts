import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { EventIds } from './audit/event-ids.js';
import { toStored } from './audit/stored-event.js';
import { openSqliteAuditStore } from './audit/stores/sqlite/sqlite-audit-store.js';
import { auditCommand } from './audit-command.js';
import { ManualClock } from './clock/manual-clock.js';

const clock = new ManualClock(Date.UTC(2026, 5, 30, 12));
const hourMs = 3_600_000;

describe('the command audit', () => {
  let folder: string;
  let config: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'audit-command-'));
    config = join(folder, 'config.yaml');
    writeFileSync(config, 'dataDirectory: .\n');
    const store = await openSqliteAuditStore(join(folder, 'audit.sqlite'));
    const ids = new EventIds(Buffer.alloc(6));
    const add = (hoursAgo: number, loginName: string, ip: string) => {
      const at = clock.now() - hoursAgo * hourMs;
      const refused = { event: 'loginRefused', loginMode: 1, loginName, reason: 'userUnknown', ip } as const;
      return toStored(refused, ids.next(at), at);
    };
    await store.append([
      add(91 * 24, 'older-than-kept', '192.0.2.1'),
      add(50, 'ann', '192.0.2.1'),
      add(2, 'bob\n2026-06-30T12:00:00.000Z login', '192.0.2.2'),
      add(1, 'Ann', '192.0.2.3'),
    ]);
    await store.close();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  async function run(...args: string[]): Promise<readonly string[]> {
    let out = '';
    const quiet = { writeOut: () => undefined, writeErr: () => undefined };
    const audit = auditCommand(clock, (text) => (out += text))
      .exitOverride()
      .configureOutput(quiet);
    const root = new Command().option('-c, --config <file>').addCommand(audit).exitOverride();
    await root.parseAsync(['-c', config, 'audit', ...args], { from: 'user' });
    return out.split('\n').filter((line) => line !== '');
  }
  const ips = (lines: readonly string[]) => lines.map((line) => /ip=(\S+)/.exec(line)?.[1]);

  it('shows one event a line, oldest first, and no line that a name has made', async () => {
    const lines = await run();
    expect(ips(lines)).toEqual(['192.0.2.1', '192.0.2.2', '192.0.2.3']);
    expect(lines[1]).toBe(
      '2026-06-30T10:00:00.000Z loginRefused loginName="bob\\n2026-06-30T12:00:00.000Z login" loginMode=1 ' +
        'ip=192.0.2.2 reason=userUnknown',
    );
  });

  it.each<[readonly string[], readonly string[]]>([
    [
      ['--last', '24h'],
      ['192.0.2.2', '192.0.2.3'],
    ],
    [
      ['--last', '7d'],
      ['192.0.2.1', '192.0.2.2', '192.0.2.3'],
    ],
    [
      ['--since', '2026-06-30'],
      ['192.0.2.2', '192.0.2.3'],
    ],
    [['--since', '2026-06-30T12:30+02:00'], ['192.0.2.3']],
    [['--since', '2026-06-30T10:00:00.001'], ['192.0.2.3']],
    [['--until', '2026-06-30'], ['192.0.2.1']],
    [
      ['--since', '2020-01-01'],
      ['192.0.2.1', '192.0.2.2', '192.0.2.3'],
    ],
    [
      ['--user', 'ANN'],
      ['192.0.2.1', '192.0.2.3'],
    ],
    [['--ip', '192.0.2.2'], ['192.0.2.2']],
    [['--event', 'login'], []],
    [['--session', 'f'.repeat(32)], []],
    [['--limit', '1'], ['192.0.2.3']],
  ])('with %j shows those alone', async (args, expected) => {
    expect(ips(await run(...args))).toEqual(expected);
  });

  it('writes lines of JSON', async () => {
    const lines = await run('--json', '--ip', '192.0.2.2');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
        at: '2026-06-30T10:00:00.000Z',
        event: 'loginRefused',
        loginName: 'bob\n2026-06-30T12:00:00.000Z login',
        loginMode: 1,
        ip: '192.0.2.2',
        reason: 'userUnknown',
        details: {},
      },
    ]);
  });

  it.each([
    [['--since', 'yesterday'], 'expected a time'],
    [['--since', '2026-13-01'], 'expected a time'],
    [['--last', '1w'], 'expected a duration'],
    [['--last', '24h', '--since', '2026-01-01'], 'cannot be used with'],
    [['--event', 'nothing'], 'Allowed choices are login'],
    [['--limit', '0'], 'expected a number'],
  ])('refuses %j', async (args, message) => {
    await expect(run(...args)).rejects.toThrow(message);
  });

  it('says so where there is nothing to read', async () => {
    writeFileSync(join(folder, 'off.yaml'), 'audit: { store: false }\n');
    await expect(run('-c', join(folder, 'off.yaml'))).rejects.toThrow('audit.store is false');
    writeFileSync(join(folder, 'elsewhere.yaml'), 'dataDirectory: elsewhere\n');
    await expect(run('-c', join(folder, 'elsewhere.yaml'))).rejects.toThrow('there is no such file');
  });
});
