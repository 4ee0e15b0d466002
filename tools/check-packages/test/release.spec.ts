/** A release, made in a copy of the repository, and without the network. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { publishedPackages, root, type Manifest } from '../packages.js';
import { run } from './program.js';

const somebody = { name: 'somebody', email: 'somebody@example.com' };
const env = {
  GIT_AUTHOR_NAME: somebody.name,
  GIT_AUTHOR_EMAIL: somebody.email,
  GIT_COMMITTER_NAME: somebody.name,
  GIT_COMMITTER_EMAIL: somebody.email,
  GIT_CONFIG_GLOBAL: '/dev/null', // no hooks, signatures or names of whoever runs this
  NX_DAEMON: 'false',
  NX_TUI: 'false',
  npm_config_offline: 'true',
};
const plan = '---\n__default__: major\n---\n\nEverything is called by another name.\n';

const inRepository = existsSync(join(root, '.git')) ? describe : describe.skip;
inRepository('npm run release', () => {
  let copy: string;
  const git = (...args: string[]) => run(['git', ...args], copy, env);
  const read = (path: string) => readFileSync(join(copy, path), 'utf8');

  beforeAll(async () => {
    copy = mkdtempSync(join(tmpdir(), 'release-'));
    const args = ['-c', 'safe.directory=*', 'ls-files', '-z', '--cached', '--others', '--exclude-standard'];
    const files = execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\0');
    for (const file of files.filter((one) => one !== '' && existsSync(join(root, one)))) {
      mkdirSync(dirname(join(copy, file)), { recursive: true });
      cpSync(join(root, file), join(copy, file));
    }
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    rmSync(join(copy, '.nx/version-plans'), { recursive: true, force: true });
    mkdirSync(join(copy, '.nx/version-plans'), { recursive: true });
    writeFileSync(join(copy, '.nx/version-plans/other-names.md'), plan);
    await git('init', '--quiet');
    await git('add', '--all');
    await git('commit', '--quiet', '--message', 'before');
    await run(['npm', 'run', 'release'], copy, env);
  }, 120_000);

  afterAll(() => rmSync(copy, { recursive: true }));

  it('gives all packages the next version together, also where they name each other', () => {
    const versions = publishedPackages().map(({ folder, manifest: before }) => {
      const path = join(folder, 'package.json').slice(root.length + 1);
      const { version, dependencies = {} } = JSON.parse(read(path)) as Manifest;
      const ours = Object.entries(dependencies).filter(([name]) => name.startsWith('@mstr-rest/'));
      for (const [, wanted] of ours) expect(wanted).toBe(version);
      expect(version).toBe(nextAfterABreak(before.version));
      const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, Manifest> };
      expect(lock.packages[dirname(path)]?.version).toBe(version);
      return version;
    });
    expect(new Set(versions).size).toBe(1);
  });

  it('writes what the plan says into the changelog, and uses the plan up', () => {
    expect(read('CHANGELOG.md')).toContain('Everything is called by another name.');
    expect(existsSync(join(copy, '.nx/version-plans/other-names.md'))).toBe(false);
  });

  it('commits that, and names the commit by a tag', async () => {
    const [before] = publishedPackages();
    const version = nextAfterABreak(before?.manifest.version ?? '');
    expect((await git('log', '-1', '--format=%s')).trim()).toBe(`release: ${version}`);
    expect((await git('tag', '--points-at', 'HEAD')).trim()).toBe(`v${version}`);
    expect(await git('status', '--porcelain')).toBe('');
  });
});

/** docs/versions.md: while the first number is 0, the second stands for it. */
function nextAfterABreak(version: string): string {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major === 0 ? `0.${minor + 1}.0` : `${major + 1}.0.0`;
}
