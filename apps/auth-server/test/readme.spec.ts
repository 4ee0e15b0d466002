/** The curl lines of the README and of docs/handover.md, run as they are printed there against a server with the demo configuration. */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { welcome } from '../src/welcome.js';
import { parseConfig } from '../src/config/parse-config.js';
import type { ConfigInput } from '../src/index.js';
import { openServer, testConfig, type TestServer } from './open-server.js';

const run = promisify(execFile);
const repository = join(__dirname, '../../..');
const hasCurl = (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, 'curl')));
if (!hasCurl && process.env['CI'] === 'true') throw new Error('curl is missing: install the Debian package curl');

(hasCurl ? describe : describe.skip)('the commands that we print', () => {
  const demo = parse(readFileSync(join(repository, 'config/demo.yaml'), 'utf8')) as ConfigInput;
  const config: ConfigInput = {
    ...demo,
    server: { ...demo.server, ...testConfig.server },
    passwords: testConfig.passwords,
  };
  let test: TestServer;
  let folder: string;
  beforeAll(async () => {
    const { dataDirectory: _ours, ...rest } = config;
    test = await openServer(rest);
    await test.server.listen();
    folder = mkdtempSync(join(tmpdir(), 'walk-'));
  });
  afterAll(async () => {
    await test.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Prints, after each command, what it answered. The server runs in this process, so the shell must not block it. */
  async function shell(script: string): Promise<string> {
    const { stdout } = await run('bash', ['-euo', 'pipefail', '-c', script], { cwd: folder });
    return stdout;
  }

  it('in the README walk from login to logout', async () => {
    const readme = readFileSync(join(repository, 'README.md'), 'utf8');
    const blocks = [...readme.matchAll(/<!-- walk -->\n```sh\n([^]*?)```/g)].map((match) => match[1] ?? '');
    expect(blocks).toHaveLength(3);
    const script = blocks.join('').replace('http://127.0.0.1:8080/MicroStrategyLibrary', test.server.url);
    const out = await shell(script);
    expect(out).toContain('"fullName":"Ann Analyst"');
    expect(out).toContain('"timeout":600');
    expect(out).toContain('"name":"Sales Demo"');
    expect(out).toMatch(/"userId":"[0-9A-F]{32}"/);
    expect(out).toContain('"username":"ann"');
    expect(out.match(/204\n/g)).toHaveLength(2);
    expect(out.trimEnd()).toMatch(/"code":"ERR009".*$/);
  });

  it('in docs/handover.md hand a session over to a program', async () => {
    const guide = readFileSync(join(repository, 'docs/handover.md'), 'utf8');
    const [, block = ''] = /<!-- walk -->\n```sh\n([^]*?)```/.exec(guide) ?? [];
    const out = await shell(block.replace('http://127.0.0.1:8080/MicroStrategyLibrary', test.server.url));
    expect(JSON.parse(out)).toMatchObject({ username: 'ann', fullName: 'Ann Analyst' });
  });

  it('at the start of the demo work when pasted', async () => {
    const text = welcome(test.server, parseConfig({ ...config, dataDirectory: folder }));
    const lines = text.slice(text.indexOf('To try it:')).match(/^ {2}(curl|TOKEN).*$/gm) ?? [];
    expect(lines).toHaveLength(6);
    const out = await shell(lines.join('\n'));
    expect(out).toContain('HTTP/1.1 204');
    expect(out).toContain('"fullName":"Ann Analyst"');
    expect(out).toContain('"name":"Sales Demo"');
  });
});
