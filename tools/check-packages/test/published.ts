/** Our packages, published to a registry as a release does it, and installed from there in an empty project. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publishedPackages, root } from '../packages.js';
import { run } from './program.js';
import { startRegistry, type Registry } from './registry.js';

export interface Published {
  readonly registry: Registry;
  /** A project in which all of them are installed. */
  readonly project: string;
  /** An empty project that would get them from the registry. */
  emptyProject(): string;
  /** With which npm is started there. */
  readonly env: NodeJS.ProcessEnv;
  remove(): Promise<void>;
}

/**
 * Kept from run to run, so that what others wrote is not fetched each time; apart from the cache of the user, because npx
 * keeps there, by name and version alone, what it has installed, and ours is no release. An `npm test` around this has its
 * cache in the environment, which counts for more than a file.
 */
const npmCache = join(root, 'tmp/npm-cache');

export async function publishAndInstall(): Promise<Published> {
  const folder = mkdtempSync(join(tmpdir(), 'published-'));
  const registry = await startRegistry(join(folder, 'registry'));
  const emptyProject = () => {
    const project = mkdtempSync(join(folder, 'project-'));
    writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }\n');
    writeFileSync(join(project, '.npmrc'), `@mstr-rest:registry=${registry.url}\n`);
    return project;
  };
  const env = { npm_config_cache: npmCache };
  const remove = async () => {
    await registry.stop();
    rmSync(folder, { recursive: true });
  };
  try {
    await publish(registry);
    const project = emptyProject();
    rmSync(join(npmCache, '_npx'), { recursive: true, force: true });
    await run(
      ['npm', 'install', '--prefer-offline', ...publishedPackages().map(({ manifest }) => manifest.name)],
      project,
      env,
    );
    return { registry, project, emptyProject, env, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** With the command of .github/workflows/release.yml. */
async function publish({ url, npmrc }: Registry): Promise<void> {
  const unbuilt = publishedPackages().filter(({ folder }) => !existsSync(join(folder, 'dist')));
  if (unbuilt.length > 0) throw new Error('there is nothing to publish yet: npm run build');
  const nx = join(root, 'node_modules/.bin/nx');
  const env = { npm_config_userconfig: npmrc, NX_DAEMON: 'false', NX_TUI: 'false' };
  await run([nx, 'release', 'publish', `--registry=${url}`], root, env);
}
