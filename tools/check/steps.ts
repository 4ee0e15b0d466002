/** The steps that are not tests, in their order, as data: each is a command that passes with exit code 0. */

export interface Step {
  readonly name: string;
  readonly command: readonly string[];
}

const nx = (target: string) => ['nx', 'run-many', '-t', target, '--outputStyle=stream-without-prefixes'];
const spec = 'packages/protocol/spec';

const build: Step = { name: 'build', command: nx('build') };
const realParts: Step = { name: 'real parts', command: ['tsx', 'tools/test-servers/main.ts'] };

const generated: readonly Step[] = [
  { name: 'generated: protocol', command: ['tsx', 'tools/generate-protocol/main.ts', '--check'] },
  {
    name: 'generated: config schema',
    // From the sources: nothing is built yet.
    command: ['tsx', '--conditions=@mstr-rest/source', 'apps/auth-server/build/write-config-schema.ts', '--check'],
  },
];

export const steps: readonly Step[] = [
  ...generated,
  { name: 'OpenAPI lint', command: ['redocly', 'lint', '--config', `${spec}/redocly.yaml`, `${spec}/openapi.yaml`] },
  { name: 'format', command: ['prettier', '--check', '--log-level=warn', '.'] },
  build,
  { name: 'typecheck', command: nx('typecheck') },
  { name: 'lint', command: nx('lint') },
  { name: 'packages', command: ['tsx', 'tools/check-packages/main.ts'] },
  // Made from what was built.
  { name: 'generated: API reports', command: ['tsx', 'tools/check-packages/api-reports/main.ts', '--check'] },
  realParts,
];

/** What the long suites need beforehand. */
export const stepsBeforeLong: readonly Step[] = [build, realParts];
