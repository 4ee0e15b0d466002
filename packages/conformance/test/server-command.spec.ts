/** The command `server`, at servers that are right, wrong, and not there. */
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAuthority, createServerCertificate } from '../../../tools/test-servers/certificates.js';
import { builtCommand, type BuiltCommand, type Started } from './commands.js';
import { accounts, openTarget, type OpenTarget } from './open-target.js';
import { spoilingProxy } from './spoiling-proxy.js';

describe('conformance server', () => {
  let command: BuiltCommand;
  let open: OpenTarget;
  let folder: string;
  const user = { MSTR_USERNAME: accounts.user.username, MSTR_PASSWORD: accounts.user.password };
  const at = (baseUrl: string, ...more: string[]) => command.run(['server', '--base-url', baseUrl, ...more], user);
  beforeAll(async () => {
    command = builtCommand();
    open = await openTarget();
    folder = mkdtempSync(join(tmpdir(), 'conformance-'));
  }, 60_000);
  afterAll(async () => {
    await open[Symbol.asyncDispose]();
    command.remove();
    rmSync(folder, { recursive: true });
  });

  it('finds nothing wrong with ours, changes nothing there, and leaves no session', async () => {
    const before = await open.server.audit.find({ limit: 100_000 });
    const { code, out, error } = await at(open.target.baseUrl, '--strict');
    expect({ code, error }).toEqual({ code: 0, error: '' });
    const [, passed] = /(\d+) passed, 0 failed\n$/.exec(out) ?? [];
    expect(Number(passed)).toBeGreaterThan(150);
    expect(out).toMatch(/^ +\d+ {2}it changes something at the server, and --allow-changes was not given$/m);
    const events = (await open.server.audit.find({ limit: 100_000 })).slice(0, -before.length || undefined);
    const harmless = ['login', 'logout', 'identityTokenMade', 'delegation'];
    const refused = events.filter(({ event, reason }) => event === 'loginRefused' && reason === 'wrongCredentials');
    expect(refused).toEqual([]);
    expect([...new Set(events.map(({ event }) => event))].filter((name) => !harmless.includes(name))).toEqual([
      'loginRefused', // of delegations, which no account is locked for
    ]);
    const opened = events.filter(({ event }) => event === 'login').map(({ sessionId }) => sessionId);
    const ended = new Set(events.filter(({ event }) => event === 'logout').map(({ sessionId }) => sessionId));
    expect(opened.filter((id) => !ended.has(id))).toEqual([]);
  }, 60_000);

  it('runs everything with --allow-changes and further accounts', async () => {
    await using fresh = await openTarget();
    const parts = { ADMINISTRATOR: accounts.administrator, COLLEAGUE: accounts.colleague, DISABLED: accounts.disabled };
    const more = Object.entries(parts).flatMap(([part, { username, password }]) => [
      [`MSTR_${part}_USERNAME`, username],
      [`MSTR_${part}_PASSWORD`, password],
    ]);
    const environment = { ...user, ...(Object.fromEntries(more) as Record<string, string>) };
    const args = ['server', '--base-url', fresh.target.baseUrl, '--allow-changes', '--strict'];
    const { code, out } = await command.run(args, environment);
    expect(out).not.toContain('it changes something');
    expect(out).toMatch(/ 0 failed\n$/);
    expect(Number(/(\d+) passed/.exec(out)?.[1])).toBeGreaterThan(300);
    expect(code).toBe(0);
  }, 90_000);

  it('tells what is wrong by level, with what is known of it, in text and in XML', async () => {
    await using proxy = await spoilingProxy(open.target.baseUrl, (answer) =>
      answer.status === 404 ? { ...answer, body: answer.body.replace('HTTP 404 Not Found', '<gone>') } : answer,
    );
    const junit = join(folder, 'report.xml');
    const { code, out } = await at(proxy.baseUrl, '--id', 'unknown-path,session-get,session-delete', '--junit', junit);
    expect(out).toContain('FAILED, required: a real client breaks without it\n  unknown-path: MSTRIO compares');
    expect(out).toContain('the message is <gone>');
    expect(out).toMatch(/1 passed, 1 failed\n$/);
    expect(code).toBe(1);
    const xml = readFileSync(junit, 'utf8');
    expect(xml).toContain('<testsuite name="required" package="conformance" id="0"');
    expect(xml).toMatch(/<testcase name="unknown-path: [^>]*><failure message="[^"]*&lt;gone&gt;/);
  });

  it('shows the evidence of an operation that failed, and counts a choice of ours only when told to', async () => {
    await using proxy = await spoilingProxy(open.target.baseUrl, (answer) =>
      answer.status === 400 ? { ...answer, status: 422 } : answer,
    );
    const args = ['--id', 'project-session-without-id'];
    const { code, out } = await at(proxy.baseUrl, ...args);
    expect(out).toContain('FAILED, ours: a choice of this project where the public record is silent');
    expect(out).toContain('  getProjectSession\n    [ours] 400 ERR005 when the header is missing\n');
    expect(out).toMatch(/0 passed, 0 failed, and 1 of ours \(which --strict counts\)\n$/);
    expect(code).toBe(0);
    expect((await at(proxy.baseUrl, ...args, '--strict')).code).toBe(1);
  });

  it('lists what it would run, and asks nobody', async () => {
    const { code, out } = await command.run(['server', '--list', '--tag', 'story,MSTRIO', '--level', 'required']);
    expect(code).toBe(0);
    expect(out).toContain('mstrio (required)\n    MSTRIO connects');
    expect(out).not.toContain('(ours)');
    const whole = await command.run(['server', '--list', '--tag', 'createApiToken']);
    expect(whole.out).toContain('changes: makes an API token, in the place of the one that the user had');
  });

  it('explains itself', async () => {
    const { code, out } = await command.run(['--help']);
    expect(code).toBe(0);
    expect(out).toContain('Usage: npx @mstr-rest/conformance server --base-url <address>');
    expect(out).toContain('MSTR_MUST_CHANGE_USERNAME');
    expect((await command.run(['--version'])).out).toMatch(/^\d+\.\d+\.\d+/);
  });

  it('takes what a file says of the server', async () => {
    const file = join(folder, 'target.yaml');
    const { id, name } = open.target.hiddenProject ?? { id: '', name: '' };
    writeFileSync(file, `baseUrl: ${open.target.baseUrl}\nhiddenProject: { id: ${id}, name: ${name} }\n`);
    const { code, out } = await command.run(['server', '--target', file, '--id', 'project-hidden'], user);
    expect(out).toMatch(/1 passed, 0 failed\n$/);
    expect(code).toBe(0);
  });

  it.each([
    ['no command', ['serve'], {}, 'There is no command "serve"'],
    ['an unknown option', ['server', '--colour'], {}, "Unknown option '--colour'"],
    ['an unknown id', ['server', '--id', 'nonsense'], {}, 'There is no id "nonsense": --list shows them.'],
    ['no address', ['server'], user, 'Say --base-url'],
    ['no account', ['server', '--base-url', 'http://127.0.0.1:9'], {}, 'Set MSTR_USERNAME and MSTR_PASSWORD'],
    ['half an account', ['server', '--base-url', 'http://x.example'], { MSTR_USERNAME: 'a' }, 'MSTR_PASSWORD is not.'],
    ['credentials in the address', ['server', '--base-url', 'http://a:b@c.example'], user, 'must not hold credentials'],
    ['no server', ['server', '--base-url', 'http://127.0.0.1:9/Lib'], user, 'Nothing listens at 127.0.0.1:9.'],
    ['no program', ['client'], {}, 'Which program?'],
    ['a program that is not there', ['client', '--', './no-such-program'], {}, './no-such-program cannot be run'],
  ])('says in one sentence what is wrong: %s', async (_, args, environment, sentence) => {
    const { code, out, error } = await command.run(args, environment);
    expect(error).toContain(sentence);
    expect({ code, out, lines: error.trimEnd().split('\n').length }).toEqual({ code: 2, out: '', lines: 1 });
  });

  it('says so, once, where the password is wrong, and does not print it', async () => {
    const args = ['server', '--base-url', open.target.baseUrl];
    const { code, error } = await command.run(args, { ...user, MSTR_PASSWORD: 'certainly-wrong' });
    expect(error).toContain(`The server did not let ${user.MSTR_USERNAME} in by login mode 1 (standard): 401 ERR003 "`);
    expect(error).toContain('Are MSTR_USERNAME and MSTR_PASSWORD right?');
    expect(error).not.toContain('certainly-wrong');
    expect(code).toBe(2);
  });

  it('says so where there is something else', async () => {
    const page = createServer((_, answer) => answer.writeHead(200, { 'content-type': 'text/html' }).end('<html>'));
    const moved = createServer((_, answer) => answer.writeHead(302, { location: 'https://new.example/' }).end());
    await Promise.all([page, moved].map((one) => once(one.listen(0, '127.0.0.1'), 'listening')));
    const urlOf = (server: typeof page) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    expect((await at(urlOf(page))).error).toContain(
      `There is no API at ${urlOf(page)}/api: GET /status was answered 200 (text/html).`,
    );
    expect((await at(urlOf(moved))).error).toBe(
      'The server sends us on to https://new.example: --base-url has to be the final address.\n',
    );
    expect((await at(urlOf(page).replace('http:', 'https:'))).error).toContain('does not speak TLS there.');
    [page, moved].forEach((one) => one.close());
  });

  it('says what to do about a certificate that nobody vouches for, and goes on where somebody does', async () => {
    const authority = await createAuthority(folder, 'authority');
    const { certificateFile, keyFile } = await createServerCertificate(folder, 'server', 'IP:127.0.0.1', authority);
    await using secure = await openTarget({ server: { tls: { certFile: certificateFile, keyFile } } });
    const args = ['server', '--base-url', secure.target.baseUrl, '--id', 'session-get'];
    const { code, error } = await command.run(args, user);
    expect(error).toMatch(/is signed by nobody whom Node trusts .* its path into NODE_EXTRA_CA_CERTS\.\n$/);
    expect(code).toBe(2);
    const trusting = { ...user, NODE_EXTRA_CA_CERTS: authority.certificateFile };
    expect((await command.run(args, trusting)).out).toMatch(/1 passed, 0 failed\n$/);
  });

  it('logs out what is open when it is interrupted', async () => {
    const before = (await open.server.audit.find({ limit: 100_000 })).length;
    const running: { command?: Started } = {};
    let logins = 0;
    await using proxy = await spoilingProxy(open.target.baseUrl, (answer) => {
      const opens = answer.headers.some(([name]) => name === 'x-mstr-authtoken');
      if (opens && (logins += 1) === 5) running.command?.interrupt();
      return answer;
    });
    running.command = command.start(['server', '--base-url', proxy.baseUrl], user);
    const { code, out } = await running.command.ended;
    expect(code).toBe(130);
    expect(out).toMatch(/^ +\d+ {2}the run was interrupted$/m);
    const events = (await open.server.audit.find({ limit: 100_000 })).slice(0, -before);
    const opened = events.filter(({ event }) => event === 'login').map(({ sessionId }) => sessionId);
    const ended = new Set(events.filter(({ event }) => event === 'logout').map(({ sessionId }) => sessionId));
    expect(opened.length).toBeGreaterThanOrEqual(5);
    expect(opened.filter((id) => !ended.has(id))).toEqual([]);
  });

  it('stops when the server does', async () => {
    let answers = 0;
    await using proxy = await spoilingProxy(open.target.baseUrl, (answer) => {
      if ((answers += 1) > 20) throw new Error('gone');
      return answer;
    });
    const { code, out } = await at(proxy.baseUrl);
    expect(out).toMatch(/^ +\d{2,} {2}the server stopped answering$/m);
    expect(code).toBe(1);
  });
});
