import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAuthServer, type ConfigInput } from '@mstr-rest/auth-server';
import { parse } from 'yaml';
import { variables } from '../src/command/accounts.js';
import { help } from '../src/command/help.js';
import { rules } from '../src/hygiene/rules/index.js';
import { examine } from './readme-example.js';

const readme = readFileSync(join(__dirname, '../README.md'), 'utf8');

describe('what the README says of the commands', () => {
  it('is every rule, with what a program does that keeps it', () => {
    const lines = [...readme.matchAll(/^\| `([\w-]+)` +\| (.*?) +\|$/gm)].map(([, id, title]) => [id, title]);
    expect(lines).toEqual(expect.arrayContaining(rules.map(({ id, title }) => [id, title])));
  });

  it('is every option', () => {
    const options = [...help.matchAll(/^ {2}(--.*?)(?: {2}|$)/gm)].flatMap(
      ([, names = '']) => names.match(/--[\w-]+/g) ?? [],
    );
    expect(options.length).toBeGreaterThan(12);
    for (const option of options) expect(readme).toContain(`\`${option}`.replace('`--base-url', '--base-url'));
  });

  it('is every account that the environment may hold', () => {
    const parts = variables.filter((name) => name.endsWith('_USERNAME')).map((name) => name.slice(5, -9));
    for (const part of parts) expect(readme).toContain(part === '' ? 'MSTR_USERNAME' : `\`${part}\``);
  });
});

describe('the example of the README', () => {
  it('is the code that is tested here', () => {
    const [, example] = /```ts\n(.*?)```/s.exec(readme) ?? [];
    expect(example).toBe(readFileSync(join(__dirname, 'readme-example.ts'), 'utf8'));
  });

  it('finds nothing wrong with the demo server', async () => {
    const demo = parse(readFileSync(join(__dirname, '../../../config/demo.yaml'), 'utf8')) as ConfigInput;
    const dataDirectory = mkdtempSync(join(tmpdir(), 'conformance-'));
    const server = { ...demo.server, port: 0, drainMs: 0 };
    const passwords = { hashing: { memoryKiB: 64, iterations: 1 } };
    const running = await createAuthServer({ ...demo, dataDirectory, server, passwords, log: { level: 'silent' } });
    await running.listen();
    const found = await examine(running.url).finally(() => running.close());
    rmSync(dataDirectory, { recursive: true });
    expect(found).toEqual([]);
  });
});
