import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { legal, otherLegal, violations, type Legal, type Violation } from './boundary-cases.js';
import { rooms, serverSource } from './rooms.mjs';
import { root, run } from './run.js';

interface Linted {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string; readonly message: string }[];
}
const betweenPackages = '@nx/enforce-module-boundaries';

describe('the boundaries between packages and rooms', () => {
  const found = lint([...violations, ...legal, ...otherLegal]);
  const messagesOf = (title: string) => found.get(title) ?? [];

  it.each(violations)('reports %s', (title, _filePath, _text, ruleId) => {
    expect(messagesOf(title).map((message) => message.ruleId)).toContain(ruleId);
  });

  it.each(legal)('let a legal import of the room %s pass', (title) => {
    expect(messagesOf(title)).toEqual([]);
  });

  it.each(otherLegal)('know that %s', (title) => {
    expect(messagesOf(title)).toEqual([]);
  });

  it('have a line in the table, and a legal import here, for every room there is', () => {
    const folders = readdirSync(join(root, serverSource), { withFileTypes: true }).filter((one) => one.isDirectory());
    expect(Object.keys(rooms).sort()).toEqual(folders.map(({ name }) => name).sort());
    expect(legal.map(([room]) => room).sort()).toEqual(Object.keys(rooms).sort());
  });
});

describe('the boundaries between packages, which need the project graph of Nx', () => {
  let emptyCache: Readonly<Record<string, string>>;
  beforeEach(() => {
    emptyCache = { NX_WORKSPACE_DATA_DIRECTORY: mkdtempSync(join(tmpdir(), 'lint-graph-')) };
  });
  afterEach(() => rmSync(emptyCache['NX_WORKSPACE_DATA_DIRECTORY'] ?? '', { recursive: true }));

  it('are checked in a fresh clone, where Nx has not written it yet', () => {
    const bare = run('tools/lint/lint-texts.mjs', ['tools/lint/violation.json'], { environment: emptyCache });
    expect(bare).toMatchObject({ code: 1, stdout: expect.stringContaining(betweenPackages) });
  });

  it('are checked when Nx runs the lint', () => {
    const byNx = run('node_modules/.bin/nx', ['run', 'lint-rules:show-violation'], { environment: emptyCache });
    expect(byNx).toMatchObject({ code: 1, stdout: expect.stringContaining(betweenPackages) });
  });

  it('fail the lint, rather than being skipped, where there is no graph', () => {
    const environment = { ...emptyCache, NX_TASK_TARGET_PROJECT: 'client' };
    const without = run('tools/lint/lint-texts.mjs', ['tools/lint/violation.json'], { environment });
    expect(without).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('graph') });
  });

  it('are linted in every project', () => {
    const projects = (...args: string[]) =>
      (JSON.parse(run('node_modules/.bin/nx', ['show', 'projects', '--json', ...args]).stdout) as string[]).sort();
    expect(projects('--with-target', 'lint')).toEqual(projects());
  });
});

function lint(cases: readonly (Legal | Violation)[]): ReadonlyMap<string, Linted['messages']> {
  const texts = cases.map(([, filePath, text]) => ({ filePath, text: `${text}\n` }));
  const answer = run('tools/lint/lint-texts.mjs', [], { stdin: JSON.stringify(texts) });
  if (answer.stdout === '') throw new Error(answer.stderr);
  const linted = JSON.parse(answer.stdout) as Linted[]; // what lint-texts.mjs writes
  return new Map(cases.map(([title], index) => [title, linted[index]?.messages ?? []]));
}
