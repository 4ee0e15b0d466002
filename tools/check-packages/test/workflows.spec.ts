import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from '../packages.js';

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly needs?: string;
        readonly permissions?: Readonly<Record<string, string>>;
        readonly steps: readonly {
          readonly uses?: string;
          readonly run?: string;
          readonly env?: Readonly<Record<string, string>>;
        }[];
      }
    >
  >;
}

const folder = join(root, '.github/workflows');
const workflow = (file: string) => parse(readFileSync(join(folder, file), 'utf8')) as Workflow;

describe('the workflows', () => {
  it.each(readdirSync(folder))('pin every action by its commit: %s', (file) => {
    const used = Object.values(workflow(file).jobs).flatMap(({ steps }) => steps.flatMap(({ uses }) => uses ?? []));
    expect(used.filter((one) => !/@[0-9a-f]{40}$/.test(one))).toEqual([]);
    expect(used).not.toEqual([]);
  });

  it('run the checks that everybody runs', () => {
    for (const file of ['ci.yml', 'release.yml'])
      expect(workflow(file).jobs['check']?.steps.map(({ run }) => run)).toContain('bash .ci/run');
  });

  it('publish with provenance, after the checks, and may do nothing else', () => {
    const { jobs, permissions } = workflow('release.yml');
    expect(permissions).toEqual({});
    expect(jobs['check']?.permissions).toEqual({ contents: 'read' });
    expect(jobs['publish']).toMatchObject({ needs: 'check', permissions: { contents: 'read', 'id-token': 'write' } });
    const publishing = jobs['publish']?.steps.find(({ run }) => run === 'npx nx release publish');
    expect(publishing?.env).toMatchObject({ NPM_CONFIG_PROVENANCE: 'true' });
  });
});
