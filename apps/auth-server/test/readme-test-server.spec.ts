import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { secondsOfIdleness } from './readme-test-server.js';

describe('the example of a server for tests in the README', () => {
  it('is the code that is tested here', () => {
    const readme = readFileSync(join(__dirname, '../README.md'), 'utf8');
    expect(readme).toContain(`\`\`\`ts\n${readFileSync(join(__dirname, 'readme-test-server.ts'), 'utf8')}\`\`\``);
  });

  it('finds out when a session ends', async () => {
    expect(await secondsOfIdleness()).toBe(600);
  });
});
