/** The table of the README: which package is tried in which runtime, and by which test. */
import { packagesIn, runtimes, type Tried } from './runtimes.js';

/** By the names that the cells refer to. */
export const tests = {
  runtimes: 'tools/check-packages/test-long/runtimes.spec.ts',
  published: 'tools/check-packages/test/published.spec.ts',
} as const;

interface Column {
  readonly name: string;
  readonly tried: readonly Tried[];
  readonly test: keyof typeof tests;
}

const columns: readonly Column[] = [
  ...runtimes.map((runtime): Column => ({ name: runtime.name, tried: packagesIn(runtime), test: 'runtimes' })),
  // Debian's, which `npm test` brings.
  { name: 'Chromium', tried: ['protocol', 'client'], test: 'published' },
];
const rows: readonly Tried[] = ['protocol', 'client', 'auth-server', 'conformance'];

/** @returns Markdown, as it stands in the README */
export function matrixTable(): string {
  const cells = rows.map((row) => [
    `\`@mstr-rest/${row}\``,
    ...columns.map(({ tried, test }) => (tried.includes(row) ? `[yes][${test}]` : '–')),
  ]);
  const lines = [['package', ...columns.map(({ name }) => name)], ['---', ...columns.map(() => ':-:')], ...cells];
  const links = Object.entries(tests).map(([name, file]) => `[${name}]: ${file}\n`);
  return `${lines.map((line) => `| ${line.join(' | ')} |\n`).join('')}\n${links.join('')}`;
}
