import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { modesOfOwnServer } from './readme-example.js';

describe('the example of the README of the package', () => {
  it('is the code that is tested here', () => {
    const readme = readFileSync(join(__dirname, '../README.md'), 'utf8');
    const examples = [...readme.matchAll(/```ts\n(.*?)```/gs)].map(([, example]) => example);
    expect(examples).toContain(readFileSync(join(__dirname, 'readme-example.ts'), 'utf8'));
  });

  it('starts a server that answers, and stops it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'embedded-'));
    expect(await modesOfOwnServer(join(folder, 'data'))).toEqual({ modes: [1] });
    rmSync(folder, { recursive: true });
  });
});
