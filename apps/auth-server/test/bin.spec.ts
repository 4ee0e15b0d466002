/** The program as people start it: built, in a process of its own. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Program } from './program.js';

function logIn(url: string, password: string): Promise<Response> {
  const body = JSON.stringify({ username: 'administrator', password });
  return fetch(`${url}/api/auth/login`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
}

describe('mstr-auth-server', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'bin-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const data = () => ['--data-dir', join(folder, 'data'), '--port', '0'];
  function file(text: string): string {
    const path = join(folder, 'config.yaml');
    writeFileSync(path, text);
    return path;
  }

  it('explains every option, with its environment variable and its key in the file', async () => {
    const program = new Program(['--help']);
    expect(await program.exit).toBe(0);
    for (const option of ['--config', '--port', '--host', '--data-dir', '--validate-config']) {
      expect(program.out).toContain(option);
    }
    expect(program.out).toContain('MSTR_AUTH_PORT');
    expect(program.out).toContain('server.port');
  });

  it('lists every mistake of a configuration, with the key and what was expected', async () => {
    const path = file(
      'server: { port: x }\nsession: { timeoutSeconds: 600 }\nidentityToken: { secretKey: hush }\nnope: 1\n',
    );
    const program = new Program(['--config', path, '--validate-config']);
    expect(await program.exit).toBe(1);
    expect(program.error).toContain('server.port');
    expect(program.error).toContain('nope');
    expect(program.error).toContain('identityToken.secretKey');
    expect(program.error).not.toContain('hush');
    expect(program.error).not.toContain('    at ');
  });

  it('checks the settings of the enabled login modes as well', async () => {
    const text = 'auth: { modes: { available: [1, 16, 64] }, ldap: { servers: [] }, badge: {} }\n';
    const program = new Program(['--config', file(text), '--validate-config']);
    expect(await program.exit).toBe(1);
    expect(program.error).toContain('auth.ldap.servers: expected at least one server');
    expect(program.error).toContain('auth.trusted.proxies: ');
    expect(program.error).toContain('auth.badge: this server has no login mode of that name');
    expect(program.error).not.toContain('    at ');
  });

  it('refuses an HTTP timeout that is not greater than that of the Intelligence Server, naming both', async () => {
    const program = new Program(['--config', file('session: { timeoutSeconds: 600 }\n')]);
    expect(await program.exit).toBe(1);
    expect(program.error).toContain('session.timeoutSeconds');
    expect(program.error).toContain('iserver.maxUserConnectionIdleTime');
  });

  it.each([
    ['a file that is not there', ['--config', '/nowhere.yaml'], 'cannot be read (ENOENT)'],
    ['a port that is no number', ['--port', 'x'], 'expected a number from 0 to 65535'],
    ['an unknown option', ['--nope'], 'unknown option'],
  ])('refuses %s', async (_title, args, message) => {
    const program = new Program(args);
    expect(await program.exit).toBe(1);
    expect(program.error).toContain(message);
  });

  it('accepts a valid configuration and stops', async () => {
    const program = new Program(['--config', file('server: { port: 1234 }\n'), '--validate-config']);
    expect(await program.exit).toBe(0);
    expect(program.out).toContain('valid');
  });

  it('does not serve a demo beyond loopback', async () => {
    const program = new Program(['--config', file('demo: true\n'), '--host', '0.0.0.0', ...data()]);
    expect(await program.exit).toBe(1);
    expect(program.error).toContain('loopback only');
  });

  it('without a configuration makes an administrator with a random password, shown once and never logged', async () => {
    const first = new Program(data());
    const password = (await first.shows(/password (\S+)/))[1] ?? '';
    const url = (await first.shows(/Listening at (\S+)/))[1] ?? '';
    expect((await logIn(url, '')).status).toBe(401);
    expect((await logIn(url, password)).status).toBe(204);
    expect(await (await fetch(`${url}/api/config/authModes`)).json()).toEqual({ modes: [1] });
    expect(await first.stop()).toBe(0);
    expect(first.out).not.toContain(password);

    const second = new Program(data());
    const again = (await second.shows(/Listening at (\S+)/))[1] ?? '';
    expect((await logIn(again, password)).status).toBe(204);
    expect(second.error).not.toContain('password');
    expect(await second.stop()).toBe(0);
  });

  it('takes the password of its first administrator from the environment', async () => {
    const password = 'from the environment';
    const program = new Program(data(), { MSTR_AUTH_ADMIN_PASSWORD: password });
    const url = (await program.shows(/Listening at (\S+)/))[1] ?? '';
    expect((await logIn(url, password)).status).toBe(204);
    expect(program.error).not.toContain(password);
    await program.stop();
  });

  it('takes the password of its operator from the environment', async () => {
    const password = 'the operator likes long passwords';
    const program = new Program(data(), { MSTR_AUTH_OPERATOR_PASSWORD: password });
    const url = (await program.shows(/Listening at (\S+)/))[1] ?? '';
    const authorization = `Basic ${Buffer.from(`operator:${password}`).toString('base64')}`;
    const answer = await fetch(`${url}/api/admin/restServerSettings/auth`, { headers: { authorization } });
    expect(await answer.json()).toEqual({ availableModes: [1], defaultMode: 1 });
    await program.stop();
    expect(program.out + program.error).not.toContain(password);
    const weak = new Program(data(), { MSTR_AUTH_OPERATOR_PASSWORD: 'short' });
    expect(await weak.exit).toBe(1);
    expect(weak.error).toContain('admin.basic.password: must have at least 15 characters');
  });

  it('lets the command line win over the environment, and the environment over the file', async () => {
    const path = file('server: { host: 127.0.0.3, port: 0 }\n');
    const environment = { MSTR_AUTH_HOST: '127.0.0.2', MSTR_AUTH_DATA_DIR: join(folder, 'data') };
    const byEnvironment = new Program(['--config', path], environment);
    expect((await byEnvironment.shows(/Listening at (\S+)/))[1]).toContain('http://127.0.0.2:');
    await byEnvironment.stop();
    const byCommandLine = new Program(['--config', path, '--host', '127.0.0.1'], environment);
    expect((await byCommandLine.shows(/Listening at (\S+)/))[1]).toContain('http://127.0.0.1:');
    await byCommandLine.stop();
  });

  it('shows who logged in while it runs, and after it was killed', async () => {
    const program = new Program(data(), { MSTR_AUTH_ADMIN_PASSWORD: 'from the environment' });
    const url = (await program.shows(/Listening at (\S+)/))[1] ?? '';
    expect((await logIn(url, 'from the environment')).status).toBe(204);
    const audit = async (...args: string[]) => {
      const asked = new Program(['audit', '--data-dir', join(folder, 'data'), ...args]);
      expect(await asked.exit).toBe(0);
      return asked.out;
    };
    let shown = '';
    while (!shown.includes('administrator')) shown = await audit('--last', '1h', '--user', 'administrator');
    expect(shown).toMatch(
      /^\S+Z login userId=[0-9A-F]{32} loginName=administrator loginMode=1 sessionId=[0-9a-f]{32} /,
    );
    program.process.kill('SIGKILL');
    await program.exit;
    expect(await audit('--last', '1h', '--user', 'administrator')).toBe(shown);
    expect(JSON.parse(await audit('--json'))).toMatchObject({ event: 'login', loginName: 'administrator' });
  });

  it('says what to do when the port is taken', async () => {
    const first = new Program(data());
    const { port } = new URL((await first.shows(/Listening at (\S+)/))[1] ?? '');
    const second = new Program(['--data-dir', join(folder, 'other'), '--port', port]);
    expect(await second.exit).toBe(1);
    expect(second.error).toContain('Choose another --port');
    await first.stop();
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('ends at once on a %s after a first signal', async (signal) => {
    const program = new Program(['--config', file('server: { drainMs: 60000 }\n'), ...data()]);
    await program.shows(/Listening at (\S+)/);
    program.process.kill('SIGTERM');
    await program.shows(/SIGTERM: finishing/);
    program.process.kill(signal);
    expect(await program.exit).toBe(1);
    expect(program.error).toContain(`${signal} again: ending at once`);
  });

  it('on SIGTERM keeps serving for a moment while it is not ready, then ends with 0', async () => {
    const program = new Program(['--config', file('server: { drainMs: 1500 }\n'), ...data()]);
    const url = (await program.shows(/Listening at (\S+)/))[1] ?? '';
    const ready = () => fetch(new URL('/health/ready', url));
    expect((await ready()).status).toBe(200);
    program.process.kill('SIGTERM');
    await program.shows(/SIGTERM/);
    expect((await ready()).status).toBe(503);
    const last = await fetch(`${url}/api/status`);
    expect(last.status).toBe(200);
    expect(last.headers.get('connection')).toBe('close');
    expect(await program.exit).toBe(0);
  });
});
