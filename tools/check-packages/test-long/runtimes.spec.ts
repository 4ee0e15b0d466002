/** The packages as they are published, in every runtime that the README names. Those that are missing are skipped. */
import { modulesOf } from '../exports.js';
import { publishedPackages } from '../packages.js';
import { checkIn } from '../test/check-in.js';
import { describeWith } from '../test/describe-with.js';
import { callExample, compileExamples } from '../test/examples.js';
import { startFront, type Front } from '../test/front.js';
import { importAndRequire } from '../test/import-and-require.js';
import { installedServer, startServer } from '../test/installed-server.js';
import { publishAndInstall } from '../test/published.js';
import { packagesIn, programOf, runtimes, type Runtime, type Tried } from '../test/runtimes.js';

const modules = publishedPackages().flatMap(({ manifest }) => modulesOf(manifest));

let project: string;
let front: Front;
const opened: (() => Promise<void>)[] = [];

beforeAll(async () => {
  const published = await publishAndInstall();
  opened.push(() => published.remove());
  ({ project } = published);
  await compileExamples(project);
  front = await startFront();
  opened.push(() => front.close());
  const server = await startServer(installedServer(project), project, { front });
  opened.push(() => server.stop());
}, 240_000);

afterAll(async () => {
  for (const close of opened.reverse()) await close();
});

describe.each(runtimes)('in $name', (runtime) => {
  const program = programOf(runtime) ?? '';
  describeWith(program, 'a project that has them installed', () => {
    it.each(packagesIn(runtime))('has a package %s that does all it has to', (name) => tries[name](runtime, program));

    if (runtime.shape !== 'node') return;
    it.each(modules)('imports and requires the same of $name', async ({ name }) => {
      const { imported, required } = await importAndRequire(program, project, name);
      expect(imported).not.toEqual([]);
      expect(required).toEqual(imported);
    });
  });
});

const tries: Readonly<Record<Tried, (runtime: Runtime, program: string) => Promise<void>>> = {
  protocol: ({ shape }, program) => tryChecks('protocol', shape, program),
  client: ({ shape }, program) => tryChecks('client', shape, program),

  'auth-server': async (_runtime, program) => {
    const server = await startServer(installedServer(project, program), project);
    const ann = ['ann', 'ann likes long passwords'];
    const found = await callExample(program, project, 'listProjects', server.url, ...ann).finally(() => server.stop());
    expect(found).toEqual({ names: ['Sales Demo'], totalCount: 1 });
  },

  conformance: async (_runtime, program) => {
    const server = await startServer(installedServer(project, program), project);
    const found = await callExample(program, project, 'examine', server.url).finally(() => server.stop());
    expect(found).toEqual([]);
  },
};

async function tryChecks(what: 'client' | 'protocol', shape: Runtime['shape'], program: string): Promise<void> {
  const results = await checkIn(shape, program, { what, project, front });
  expect(results.filter(({ failure }) => failure !== undefined)).toEqual([]);
  expect(results.length).toBeGreaterThan(what === 'client' ? 20 : 3);
}
