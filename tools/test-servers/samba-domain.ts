/** Makes the domain of `samba-entries.ts` once, and keeps it below tmp/ of this repository: it takes a quarter of a minute. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Certificate } from './certificates.js';
import { toLdif } from './ldif.js';
import { mustRun, runClient } from './run-client.js';
import {
  administratorDn,
  administratorPassword,
  domain,
  hostName,
  lockoutAfter,
  people,
  policyChange,
  realm,
  seedEntries,
} from './samba-entries.js';
import { runSamba, sambaBinary, withoutFsync } from './samba-server.js';

const cache = resolve(import.meta.dirname, '../../tmp/samba-ad');

/** @returns the folder to copy: provisioned, with everybody in it, and stopped */
export async function keptDomain(address: string, certificate: Certificate): Promise<string> {
  const kept = join(cache, await fingerprint());
  if (existsSync(kept)) return kept;
  const folder = `${kept}.${process.pid}`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  try {
    await mustRun('samba-tool', provision(folder), { env: withoutFsync, deadlineMs: provisionDeadlineMs });
    await addEverybody(folder, address, certificate);
    renameSync(folder, kept);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    if (!existsSync(kept)) throw error; // Otherwise another process has made the same meanwhile.
  }
  return kept;
}

/** The whole machine may be busy. */
const provisionDeadlineMs = 120_000;

const provision = (folder: string) => [
  ...['domain', 'provision', '--server-role=dc', '--dns-backend=NONE', `--realm=${realm}`, `--domain=${domain}`],
  ...[`--host-name=${hostName.split('.')[0]}`, '--host-ip=127.0.0.1', `--adminpass=${administratorPassword}`],
  ...[`--targetdir=${folder}`, '--option=interfaces=lo', '--option=bind interfaces only=yes'],
];

/** Another version of Samba, or other entries: another domain. */
async function fingerprint(): Promise<string> {
  const version = await mustRun(sambaBinary, ['--version']);
  const made = JSON.stringify([version, provision(''), policyChange, seedEntries]);
  return createHash('sha256').update(made).digest('hex').slice(0, 16);
}

async function addEverybody(folder: string, address: string, certificate: Certificate): Promise<void> {
  const samba = await runSamba(folder, address, certificate);
  try {
    const url = `ldap://${address}`;
    const asAdministrator = ['-x', '-H', url, '-D', administratorDn, '-w', administratorPassword];
    await mustRun('ldapadd', asAdministrator, { stdin: seedEntries.map(toLdif).join('') });
    await mustRun('ldapmodify', asAdministrator, { stdin: policyChange });
    for (let guess = 0; guess < lockoutAfter; guess++) {
      await runClient('ldapsearch', ['-x', '-H', url, '-D', people.locked.dn, '-w', 'a wrong guess', '-s', 'base']);
    }
  } finally {
    await samba.stop();
  }
}
