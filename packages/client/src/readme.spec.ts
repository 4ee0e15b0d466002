import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { goodDay, refused, routes } from '../test/answers.js';
import { startCannedServer } from '../test/canned-server.js';
import { listProjects } from '../test/readme-example.js';
import { connect } from '../test/readme-kept-session.js';

const projects = { status: 200, body: [{ id: '1', name: 'Sales Demo' }], headers: { 'x-mstr-total-count': '1' } };

describe('the example of the README', () => {
  it.each(['readme-example', 'readme-native-login', 'readme-kept-session'])(
    'is the code that is tested here: %s',
    (name) => {
      const readme = readFileSync(join(__dirname, '../README.md'), 'utf8');
      const examples = [...readme.matchAll(/```ts\n(.*?)```/gs)].map(([, example]) => example);
      expect(examples).toContain(readFileSync(join(__dirname, `../test/${name}.ts`), 'utf8'));
    },
  );

  it('lists the projects and logs out', async () => {
    await using server = await startCannedServer(routes({ ...goodDay, 'GET /projects': projects }));
    expect(await listProjects(server.url, 'mlind', 'p')).toEqual({ names: ['Sales Demo'], totalCount: 1 });
    expect(server.requests.at(-1)?.path).toBe('/Lib/api/auth/logout');
  });

  it('says what to do when the login fails', async () => {
    const failure = refused(401, 'ERR003', 'Login failed', { iServerCode: -2147216959 });
    await using server = await startCannedServer(routes({ 'POST /auth/login': failure }));
    await expect(listProjects(server.url, 'mlind', 'p')).rejects.toThrow(
      'Check the login name and the password. Do not repeat the same ones.',
    );
  });

  it('keeps a session without a word about it', async () => {
    const answers = { ...goodDay, 'GET /projects': projects };
    await using server = await startCannedServer(routes(answers));
    await using client = connect(server.url, () => Promise.resolve({ username: 'mlind', password: 'p' }));
    expect((await client.projects.list()).totalCount).toBe(1);
    expect(server.requests.map(({ path }) => path)).toEqual(['/Lib/api/auth/login', '/Lib/api/projects']);
  });
});
