/** Puts missing parts where they are looked for: Debian packages as root on Debian, npm packages anywhere. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { NpmPackage, Part } from './parts.js';

const root = resolve(import.meta.dirname, '../..');

/** Installs what it can. Whether a part is there now is for `findPart` to say. */
export function install(missing: readonly Part[]): void {
  const debian = missing.flatMap(({ source }) => (source.kind === 'debian' ? source.packages : []));
  if (debian.length > 0 && isRootOnDebian()) {
    run('apt-get', ['update', '-qq']);
    withoutServices(() => run('apt-get', ['install', '-qq', ...aptOptions, ...debian]));
  }
  for (const { source } of missing) if (source.kind === 'npm') installPackage(source);
}

function installPackage(source: NpmPackage): void {
  if (source.isBuilt) allowScript(source);
  run('npm', npmArguments(source));
}

/** npm runs a package's script where the package.json that it installs for allows it. */
function allowScript({ folder, name }: NpmPackage): void {
  const allowed = { private: true, allowScripts: { [name.slice(0, name.lastIndexOf('@'))]: true } };
  mkdirSync(resolve(root, folder), { recursive: true });
  writeFileSync(resolve(root, folder, 'package.json'), JSON.stringify(allowed));
}

/** What a person types to get the part. */
export function howToGet({ source }: Part): string {
  return source.kind === 'npm'
    ? `npm ${npmArguments(source).join(' ')}`
    : `on Debian: apt-get install ${source.packages.join(' ')}; elsewhere: the package of that name`;
}

/** Waits for another apt on the machine instead of failing at its lock. */
const aptOptions = ['-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=300'];

function npmArguments({ folder, name }: NpmPackage): string[] {
  return ['install', '--no-audit', '--no-fund', '--no-save', '--prefix', folder, name];
}

function isRootOnDebian(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version');
}

/** A package such as slapd starts its service when it is installed, unless this file forbids it. Tests start servers of their own. */
function withoutServices(install: () => void): void {
  const policy = '/usr/sbin/policy-rc.d';
  if (existsSync(policy)) return install();
  writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    install();
  } finally {
    rmSync(policy);
  }
}

/** Says what it does, and shows what the command said only where it failed. */
function run(command: string, args: readonly string[]): void {
  process.stdout.write(`$ ${command} ${args.join(' ')}\n`);
  // What can be compiled is not downloaded as a program.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', npm_config_build_from_source: 'true' };
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd: root, env, encoding: 'utf8' });
  if (error !== undefined) process.stderr.write(`${command} did not start: ${error.message}\n`);
  else if (status !== 0) process.stderr.write(`${stdout}${stderr}`);
}
