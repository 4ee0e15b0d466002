import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSession, judgeLogin } from '../test/readme-example.js';

describe('the example of the README', () => {
  it('is the code that is tested here', () => {
    const [, example] = /```ts\n(.*?)```/s.exec(readFileSync(join(__dirname, '../README.md'), 'utf8')) ?? [];
    expect(example).toBe(readFileSync(join(__dirname, '../test/readme-example.ts'), 'utf8'));
  });

  it('names the login mode that a body asks for, or says what is wrong with it', () => {
    expect(judgeLogin({ username: 'ann', password: '' })).toBe('standard');
    expect(judgeLogin({ username: 'ann', password: '', loginMode: 4096 })).toBe('api-token');
    expect(judgeLogin({ loginMode: 'x' })).toMatch(/^ERR006: loginMode /);
    expect(judgeLogin({ username: 'ann', password: '', loginMode: 12345 })).toBe('no mode that is known');
  });

  it('tells what may be a session from what may not', () => {
    expect(isSession({ id: 1 })).toBe(false);
    expect(isSession(JSON.parse(exampleSession))).toBe(true);
  });
});

const exampleSession = `{
  "locale": 1033, "maxSearch": 3, "workingSet": 10, "timeout": 1800,
  "id": "7FC05A65473CE2FD845CE6A1D3F13233", "fullName": "Mira Lind", "initials": "ML"
}`;
