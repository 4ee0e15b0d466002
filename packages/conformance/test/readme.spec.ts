import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAuthServer, type ConfigInput } from '@mstr-rest/auth-server';
import { parse } from 'yaml';
import { examine } from './readme-example.js';

const readme = readFileSync(join(__dirname, '../README.md'), 'utf8');

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
