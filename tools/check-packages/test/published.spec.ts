/** The packages as somebody gets them who installs them: published to a registry, in an empty project. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromiumBinary } from '../../../tools/test-servers/chromium.js';
import { modulesOf } from '../exports.js';
import { publishedPackages } from '../packages.js';
import { checkIn, checkInChromium, type CheckResult } from './check-in.js';
import { callExample, compileExamples, examplesIn } from './examples.js';
import { startFront, type Front } from './front.js';
import { importAndRequire } from './import-and-require.js';
import { startServer } from './installed-server.js';
import { run } from './program.js';
import { publishAndInstall, type Published } from './published.js';

const packages = publishedPackages().map(({ manifest }) => manifest);
const modules = packages.flatMap((manifest) => modulesOf(manifest));
const bins = packages.flatMap(({ name, bin = {} }) => Object.keys(bin).map((program) => ({ name, program })));

let published: Published;
let project: string;
let front: Front;
let server: Awaited<ReturnType<typeof startServer>>;
const opened: (() => Promise<void>)[] = [];

beforeAll(async () => {
  published = await publishAndInstall();
  opened.push(() => published.remove());
  ({ project } = published);
  front = await startFront();
  opened.push(() => front.close());
  // From the registry, into a project that has nothing yet.
  server = await startServer(['npx', '--yes', '@mstr-rest/auth-server'], published.emptyProject(), {
    front,
    env: published.env,
  });
  opened.push(() => server.stop());
}, 240_000);

afterAll(async () => {
  for (const close of opened.reverse()) await close();
});

/** Runs a script as an ES module in the project, and returns the JSON that it prints. */
async function inProject(script: string): Promise<unknown> {
  const written = await run([process.execPath, '--input-type=module', '--eval', script], project);
  return JSON.parse(written.trim().split('\n').at(-1) ?? '');
}

describe('the published packages', () => {
  it.each(packages)('have $name in the version that is released, with its licence', async ({ name, version }) => {
    const answer = await fetch(published.registry.url + name);
    const { versions } = (await answer.json()) as { versions: Record<string, { license: string }> };
    expect(Object.keys(versions)).toEqual([version]);
    expect(versions[version]?.license).toBe('Apache-2.0');
    expect(readFileSync(join(project, 'node_modules', name, 'LICENSE'), 'utf8')).toContain('Apache License');
  });

  it('bring each other once, and not a copy of their own', () => {
    for (const { name } of packages) {
      const inside = join(project, 'node_modules', name, 'node_modules/@mstr-rest');
      expect(existsSync(inside) ? readdirSync(inside) : []).toEqual([]);
    }
  });

  it.each(modules)('offer the same by import and by require: $name', async ({ name }) => {
    const { imported, required } = await importAndRequire(process.execPath, project, name);
    expect(imported).not.toEqual([]);
    expect(required).toEqual(imported);
  });

  it('have the document of the protocol', async () => {
    const script = `import { createRequire } from 'node:module';
      const require = createRequire(process.cwd() + '/x.js');
      const { openapi } = require('@mstr-rest/protocol/openapi.json');
      console.log(JSON.stringify([openapi, require.resolve('@mstr-rest/protocol/openapi.yaml').slice(-12)]));`;
    expect(await inProject(script)).toEqual([expect.stringMatching(/^3\.1\./), 'openapi.yaml']);
  });

  const pure = packages.filter(({ sideEffects }) => sideEffects === false).flatMap((manifest) => modulesOf(manifest));
  it.each(pure)('change nothing by being imported where they say so: $name', async ({ name }) => {
    const script = `const trace = () => JSON.stringify([Object.getOwnPropertyNames(globalThis).sort(), process.eventNames().map(String).sort(),
        Object.getOwnPropertyNames(Array.prototype), Object.getOwnPropertyNames(Object.prototype)]);
      const before = trace();
      await import('${name}');
      console.log(trace() === before);`;
    expect(await inProject(script)).toBe(true);
  });

  it.each(bins)('explain themselves: $program of $name', async ({ name, program }) => {
    const written = await run(['npx', '--no', program, '--', '--help'], project);
    expect(written).toMatch(new RegExp(`${program}|npx ${name}`));
  });
});

describe('the examples of the READMEs', () => {
  beforeAll(() => compileExamples(project), 60_000);

  it.each(packages)('are there, and compile: $name', ({ name }) => {
    const names = examplesIn(project).map((example) => example.name);
    expect(names).toContain(`${name.split('/')[1]}-1`);
  });

  it('list the projects of the server that npx has started', async () => {
    const found = await callExample(
      process.execPath,
      project,
      'listProjects',
      server.url,
      'ann',
      'ann likes long passwords',
    );
    expect(found).toEqual({ names: ['Sales Demo'], totalCount: 1 });
  });

  it('find nothing wrong with that server', async () => {
    const direct = await startServer([join(project, 'node_modules/.bin/mstr-auth-server')], project);
    const found = await callExample(process.execPath, project, 'examine', direct.url).finally(() => direct.stop());
    expect(found).toEqual([]);
  }, 60_000);

  it('start a server in the process of a reader', async () => {
    const modes = await callExample(process.execPath, project, 'modesOfOwnServer', join(project, 'embedded'));
    expect(modes).toEqual({ modes: [1] });
  });

  it('name the login mode that a body asks for, or what is wrong with it', async () => {
    const judge = (body: unknown) => callExample(process.execPath, project, 'judgeLogin', body);
    expect(await judge({ username: 'ann', password: '', loginMode: '1' })).toBe('standard');
    expect(await judge({ loginMode: 'x' })).toMatch(/^ERR006: loginMode /);
  });
});

describe('what the packages do', () => {
  const failed = (results: readonly CheckResult[]) => results.filter(({ failure }) => failure !== undefined);

  it.each(['protocol', 'client'] as const)('in the Node that runs this: %s', async (what) => {
    const results = await checkIn('node', process.execPath, { what, project, front });
    expect(failed(results)).toEqual([]);
    expect(results.length).toBeGreaterThan(what === 'client' ? 20 : 3);
  });

  const inBrowser = existsSync(chromiumBinary) ? it : it.skip;
  inBrowser.each(['protocol', 'client'] as const)('in Chromium: %s', async (what) => {
    const results = await checkInChromium({ what, project, front });
    expect(failed(results)).toEqual([]);
    expect(results.length).toBeGreaterThan(what === 'client' ? 19 : 3);
  });
});
