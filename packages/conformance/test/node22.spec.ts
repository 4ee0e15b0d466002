/** Client, server and conformance runner, compiled as they are published, on the next Node. */
import { execFile } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { buildPackages, compile } from './built-packages.js';
import { accounts, allowedOrigin, baseConfig, hiddenProject, operator, privilege, project } from './open-target.js';
import type { Summary } from './on-another-node.js';
import { describeWith } from './real-parts.js';

const node = resolve(__dirname, '../../../tmp/node22/node_modules/node/bin/node');

describeWith(node, 'on Node 22', () => {
  let folder: string;
  beforeAll(() => {
    folder = buildPackages();
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  it('server and client understand one another, and every exchange and story holds', async () => {
    const script = join(folder, 'on-another-node.js');
    const source = join(__dirname, 'on-another-node.ts');
    writeFileSync(script, compile(readFileSync(source, 'utf8'), source));
    const known = { accounts, project, hiddenProject, privilege, operator, origin: { allowed: allowedOrigin } };
    const given = JSON.stringify({ config: baseConfig, known });
    const { stdout } = await promisify(execFile)(node, [script, join(folder, 'data'), given], { timeout: 60_000 });
    const { version, passed, failed, violations } = JSON.parse(stdout) as Summary;
    expect(version).toMatch(/^v22\./);
    expect(failed).toEqual([]);
    expect(violations).toEqual([]);
    expect(passed).toBeGreaterThan(250);
  }, 90_000);
});
