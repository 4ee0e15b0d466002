import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, run } from './run.js';

interface Cruised {
  readonly summary: { readonly totalCruised: number; readonly violations: readonly Violation[] };
}
interface Violation {
  readonly rule: { readonly name: string };
  readonly cycle?: readonly { readonly name: string }[];
}

describe('the sources of packages, server and tools', () => {
  const found = cyclesIn(root, ['packages', 'apps', 'tools']);

  it('have no import cycle', () => {
    expect(found.seen).toBeGreaterThan(100);
    expect(found.ofValues).toEqual([]);
  });

  // Cycles of types are allowed: types are gone at run time. They are shown, for two such files may be one thing.
  afterAll(() => {
    if (found.ofTypes.length > 0) console.warn(`cycles of types, which are allowed:\n${found.ofTypes.join('\n')}`);
  });
});

describe('the search for import cycles', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cycles-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('finds a cycle of values', () => {
    writeFileSync(join(folder, 'egg.ts'), `import { hen } from './hen.js';\nexport const egg = () => hen;\n`);
    writeFileSync(join(folder, 'hen.ts'), `import { egg } from './egg.js';\nexport const hen = () => egg;\n`);
    expect(cyclesIn(folder, ['egg.ts'])).toMatchObject({ ofValues: ['egg.ts → hen.ts'], ofTypes: [] });
  });

  it('tells a cycle of types from it', () => {
    writeFileSync(join(folder, 'egg.ts'), `import type { Hen } from './hen.js';\nexport type Egg = Hen;\n`);
    writeFileSync(join(folder, 'hen.ts'), `import { Egg } from './egg.js';\nexport type Hen = Egg;\n`);
    expect(cyclesIn(folder, ['egg.ts'])).toMatchObject({ ofValues: [], ofTypes: ['egg.ts → hen.ts'] });
  });
});

/** Each cycle once, as `a → b → c`, beginning with the file that is first in the alphabet. */
function cyclesIn(folder: string, places: readonly string[]) {
  const config = join(root, 'tools/lint/dependency-cruiser.mjs');
  const args = ['--config', config, '--output-type', 'json', ...places];
  const answer = run('node_modules/.bin/depcruise', args, { cwd: folder });
  if (answer.stdout === '') throw new Error(answer.stderr);
  const { summary } = JSON.parse(answer.stdout) as Cruised; // its documented output
  const named = (name: string) => [
    ...new Set(summary.violations.filter(({ rule }) => rule.name === name).map(({ cycle = [] }) => ringOf(cycle))),
  ];
  return { seen: summary.totalCruised, ofValues: named('cycle-of-values'), ofTypes: named('cycle-of-types') };
}

function ringOf(cycle: readonly { readonly name: string }[]): string {
  const names = cycle.map(({ name }) => name);
  const first = names.indexOf([...names].sort()[0] ?? '');
  return [...names.slice(first), ...names.slice(0, first)].join(' → ');
}
