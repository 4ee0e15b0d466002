/** The runtimes that the packages are tried in, as data. Where one comes from is a package of the npm registry. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../packages.js';

export type Shape = 'node' | 'bun' | 'deno' | 'workerd';

export interface Runtime {
  readonly name: string;
  readonly shape: Shape;
  /** A package that holds nothing but the program for this kind of machine, and its version. */
  readonly package: string;
  readonly version: string;
  /** The program in it. */
  readonly program: string;
}

/** What is tried in a runtime: a server needs Node. */
export type Tried = 'protocol' | 'client' | 'auth-server' | 'conformance';

export function packagesIn({ shape }: Pick<Runtime, 'shape'>): readonly Tried[] {
  return shape === 'node' ? ['protocol', 'client', 'auth-server', 'conformance'] : ['protocol', 'client'];
}

const node = (major: number): Runtime => ({
  name: `Node ${major}`,
  shape: 'node',
  package: `node-linux-${process.arch}`,
  version: String(major),
  program: 'bin/node',
});

const arch = process.arch === 'arm64' ? 'aarch64' : 'x64';

export const runtimes: readonly Runtime[] = [
  node(20),
  node(22),
  node(24),
  { name: 'Bun', shape: 'bun', package: `@oven/bun-linux-${arch}`, version: '1.4', program: 'bin/bun' },
  { name: 'Deno', shape: 'deno', package: `@deno/linux-${process.arch}-glibc`, version: '2.9', program: 'deno' },
  {
    name: 'workerd',
    shape: 'workerd',
    package: `@cloudflare/workerd-linux-${process.arch === 'arm64' ? 'arm64' : '64'}`,
    version: '1',
    program: 'bin/workerd',
  },
];

/** Where each is installed: kept from run to run, outside of what git and npm look after. */
export function folderOf({ name }: Runtime): string {
  return join(root, 'tmp/runtimes', name.toLowerCase().replaceAll(' ', ''));
}

/** @returns the program; undefined where it is not installed */
export function programOf(runtime: Runtime): string | undefined {
  const file = join(folderOf(runtime), 'node_modules', runtime.package, runtime.program);
  return existsSync(file) ? file : undefined;
}
