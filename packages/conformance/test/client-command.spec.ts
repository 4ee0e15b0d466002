/** The command `client`, at programs that do everything wrong, each in its own way, and at one that uses our client. */
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../src/hygiene/rules/index.js';
import { builtCommand, type BuiltCommand, type Ran } from './commands.js';

/** What else is found with it, for one thing leads to another; and what has to be done to the program. */
const further: Readonly<Record<string, { readonly also?: readonly string[]; readonly options?: readonly string[] }>> = {
  'retry-with-wrong-credentials': { options: ['--wrong-password'] },
  'login-loop': { also: ['cookie-dropped'] },
  'gave-up-after-expiry': { options: ['--expire-after', '1'] },
  'token-to-another-origin': { options: ['--redirect-after', '1'] },
};

describe('conformance client', () => {
  let command: BuiltCommand;
  const on = (way: string, ...options: string[]) =>
    command.run(['client', ...options, '--', process.execPath, join(__dirname, 'bad-client.mjs'), way]);
  const ran = new Map<string, Ran>();
  /** Two at a time: each brings a server of its own. */
  beforeAll(async () => {
    command = builtCommand();
    cpSync(join(__dirname, 'good-client.mjs'), join(command.folder, 'good-client.mjs'));
    const waiting = rules.map(({ id }) => id);
    const work = async () => {
      for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
        ran.set(id, await on(id, ...(further[id]?.options ?? [])));
      }
    };
    await Promise.all([work(), work()]);
  }, 180_000);
  afterAll(() => command.remove());

  it.each(rules.map(({ id, advice }) => [id, advice]))('finds %s, and says what to do', (id, advice) => {
    const { also = [] } = further[id] ?? {};
    const { code, out = '' } = ran.get(id) ?? {};
    const found = rules.map((rule) => rule.id).filter((one) => new RegExp(`^${one}$`, 'm').test(out));
    expect(new Set(found)).toEqual(new Set([id, ...also]));
    expect(out).toContain(`What to do: ${advice}`);
    expect(code).toBe(1);
  });

  it.each([
    ['as it is', []],
    ['when its session ends in the middle', ['--expire-after', '2']],
  ])('finds nothing in a program that does everything right, %s', async (_, options) => {
    const { code, out } = await on('well-behaved', ...options);
    expect(out).toMatch(/\nnothing to complain of\n$/);
    expect(code).toBe(0);
  });

  it('finds nothing in a program that uses our client', async () => {
    const junit = join(command.folder, 'report.xml');
    const program = [process.execPath, 'good-client.mjs'];
    const { code, out, error } = await command.run(['client', '--junit', junit, '--', ...program]);
    expect(error).toBe('');
    expect(out).toMatch(/\n\d+ requests, 1 login, 2 sessions, 1 renewal, 1 logout, ended with exit code 0\nnothing/);
    expect(code).toBe(0);
    expect(readFileSync(junit, 'utf8')).toContain(`tests="${rules.length}" failures="0"`);
  });

  it('names calls and sessions, and no secret', () => {
    const { out = '' } = ran.get('secret-in-url') ?? {};
    expect(out).toContain('call 2 (GET /status) has the token in its address.');
    expect(out).toContain('call 3 (GET /status) has the password and the parameter password in its address.');
    expect(out).not.toMatch(/[0-9a-v]{26}|[\w-]{32}/);
  });

  it('ends a program that runs for too long', async () => {
    const forever = [process.execPath, '-e', 'setInterval(() => {}, 1000)'];
    const { code, out } = await command.run(['client', '--deadline', '1', '--', ...forever]);
    expect(out).toContain('It ended with the signal SIGTERM, for it ran longer than 1 s.');
    expect(code).toBe(1);
  });

  it('ends the program when it is interrupted, and still says what it saw', async () => {
    const program = `fetch(process.env.MSTR_BASE_URL + '/api/status').then(() => console.error('waiting'));
      setInterval(() => {}, 1000)`;
    const started = command.start(['client', '--', process.execPath, '-e', program]);
    await started.says('waiting');
    started.interrupt();
    const { code, out } = await started.ended;
    expect(out).toContain('1 request, 0 logins, 0 sessions, 0 renewals, 0 logouts, ended with the signal SIGTERM');
    expect(code).toBe(130);
  });

  it('lists what it looks for', async () => {
    const { code, out } = await command.run(['client', '--list']);
    for (const { id, title } of rules) expect(out).toContain(`${id}\n    ${title}\n`);
    expect(code).toBe(0);
  });
});
