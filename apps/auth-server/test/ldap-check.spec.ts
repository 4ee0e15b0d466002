import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { groups, people, slapdBinary, startSlapd, type Slapd } from '../../../tools/test-servers/slapd.js';
import { systemClock } from '../src/index.js';
import { checkLogin } from '../src/ldap-command.js';
import { slapdSettings } from './ldap-directory.js';

const withSlapd = existsSync(slapdBinary) ? describe : describe.skip;

withSlapd('the command ldap check', () => {
  let slapd: Slapd;
  let folder: string;
  beforeAll(async () => {
    slapd = await startSlapd({ lockoutAfter: 100 });
    folder = mkdtempSync(join(tmpdir(), 'ldap-check-'));
  }, 60_000);
  afterAll(async () => {
    await slapd.stop();
    rmSync(folder, { recursive: true });
  });
  const configured = (settings: object) => {
    const config = join(folder, 'config.json');
    writeFileSync(
      config,
      JSON.stringify({ auth: { modes: { available: [16] }, ldap: slapdSettings(slapd, settings) } }),
    );
    return config;
  };
  const check = async (loginName: string, password?: string, settings: object = {}) => {
    const lines: string[] = [];
    const config = configured(settings);
    const passed = await checkLogin({ config }, { loginName, password }, systemClock, (line) => lines.push(line));
    return { passed, lines };
  };
  const withGroups = { groups: 'existing', groupLookup: { memberOf: true, nested: true } };
  const { ann, expired } = people;

  it('traces search, bind, groups and what becomes of them', async () => {
    const { passed, lines } = await check('ANN', ann.password, withGroups);
    expect(passed).toBe(true);
    expect(lines).toEqual([
      `search at ${slapd.url} below ou=people,dc=example,dc=org for (&(objectClass=inetOrgPerson)(uid=ANN)): 1 found`,
      `entry ${ann.dn}`,
      `bind as ${ann.dn}: the password is right`,
      expect.stringMatching(/^group /),
      expect.stringMatching(/^group /),
      `group ${groups.staff} as "staff"`,
      'identity ldap:example uid=ann,ou=people,dc=example,dc=org',
      '  loginName: ann',
      '  fullName: Ann Analyst',
      '  email: ann@example.org',
      expect.stringContaining('  groups: '),
      'settings linkByLoginName: false, importUsers: false, groups: existing',
    ]);
  });

  it('leaves the bind out where there is no password', async () => {
    const { passed, lines } = await check('ann');
    expect(passed).toBe(true);
    expect(lines.filter((line) => line.startsWith('bind'))).toEqual([]);
    await expect(check('ann', '')).rejects.toThrow('an empty password is never sent');
  });

  it('tells the real reason of a refusal, and no password', async () => {
    const wrong = await check('ann', 'certainly not this one');
    expect(wrong.lines).toContain('refused: passwordWrong, which a caller is told as wrongCredentials');
    expect((await check('expired', expired.password)).lines).toContain(
      'refused: passwordExpired, which a caller is told as passwordExpired',
    );
    const unknown = await check('nobody');
    expect(unknown.lines.join('\n')).toMatch(/: 0 found\nrefused: userUnknown/);
    expect([wrong.passed, unknown.passed]).toEqual([false, false]);
    expect(JSON.stringify([wrong, unknown])).not.toMatch(/certainly|likes long passwords/);
  });

  it('says what is wrong with the directory', async () => {
    const search = {
      bindDn: people.bob.dn,
      bindPassword: 'wrong',
      base: 'dc=example,dc=org',
      filter: '(uid={{loginName}})',
    };
    const { passed, lines } = await check('ann', undefined, { search });
    expect(passed).toBe(false);
    expect(lines.join()).toContain('the account for searches is refused with code 49');
  });

  describe('as a program', () => {
    const main = resolve(import.meta.dirname, '../dist/main.js');
    const run = (args: readonly string[], stdin: string, env: NodeJS.ProcessEnv = {}) =>
      new Promise<{ code: number | null; out: string; error: string }>((done) => {
        const child = spawn(process.execPath, [main, ...args], { env: { ...process.env, ...env } });
        const output = { out: '', error: '' };
        child.stdout.on('data', (bytes: Buffer) => (output.out += bytes.toString()));
        child.stderr.on('data', (bytes: Buffer) => (output.error += bytes.toString()));
        child.on('close', (code) => done({ code, ...output }));
        child.stdin.end(stdin);
      });

    it('reads the password from the standard input, and ends with 1 where the login is refused', async () => {
      const args = ['--config', configured({}), 'ldap', 'check', 'ann', '--password-stdin'];
      const right = await run(args, `${ann.password}\n`);
      expect([right.code, right.error]).toEqual([0, '']);
      expect(right.out).toContain('the password is right');
      expect((await run(args, 'wrong\n')).code).toBe(1);
    });

    it('asks nobody where there is no terminal', async () => {
      const { code, error } = await run(['--config', configured({}), 'ldap', 'check', 'ann', '--ask-password'], '');
      expect([code, error]).toEqual([1, 'there is no terminal to ask at: use --password-stdin\n']);
    });

    it('verifies a server also where the environment tells Node not to', async () => {
      const config = configured({ servers: [slapd.ldapsUrl], tls: { caFiles: [slapd.otherCaFile] } });
      const env = { NODE_TLS_REJECT_UNAUTHORIZED: '0' };
      const { code, out } = await run(['--config', config, 'ldap', 'check', 'ann'], '', env);
      expect(code).toBe(1);
      expect(out).toContain('not available: ');
    });
  });
});
