/**
 * Starts a real Active Directory for a test, by Samba: own folder, own address of 127.0.0.0/8 (its ports are fixed), and
 * the entries of `samba-entries.ts`. The very first start makes the domain, so give it two minutes:
 *
 *     beforeAll(async () => { samba = await startSamba(); }, sambaStartMs);
 *     afterAll(() => samba.stop());
 */
import { cpSync, existsSync, lstatSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAuthority, createServerCertificate } from './certificates.js';
import { mustRun } from './run-client.js';
import { keptDomain } from './samba-domain.js';
import { administratorDn, administratorPassword, hostName } from './samba-entries.js';
import { runSamba, sambaBinary } from './samba-server.js';
import type { ServerProcess } from './server-process.js';

export * from './samba-entries.js';
export { toLdif } from './ldif.js';

/** Without it a suite is skipped. Its ports are below 1024 and its files belong to root. */
export const canStartSamba = existsSync(sambaBinary) && process.getuid?.() === 0;

/** For `beforeAll`. */
export const sambaStartMs = 180_000;

export interface Samba {
  readonly address: string;
  /** Plain or with StartTLS, and a simple bind is answered on both. */
  readonly url: string;
  readonly ldapsUrl: string;
  /** PEM: the authority that signed the server's certificate, which is good for the address and the host name. */
  readonly caFile: string;
  /** PEM: an authority that did not. */
  readonly otherCaFile: string;
  /** Adds records of LDIF as the administrator. See `toLdif`; `unicodePwd` is UTF-16LE in quotes. */
  add(ldif: string): Promise<void>;
  /** Applies change records of LDIF as the administrator: `changetype: modify | delete | modrdn`. */
  modify(ldif: string): Promise<void>;
  /** Makes it hang: connections are still accepted, and nothing is answered. */
  pause(): void;
  resume(): void;
  /** Stops it and removes its folder. */
  stop(): Promise<void>;
}

export async function startSamba(): Promise<Samba> {
  const folder = mkdtempSync(join(tmpdir(), 'samba-'));
  const address = nextAddress();
  const url = `ldap://${address}`;
  let server: ServerProcess | undefined;
  const stop = async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const [authority, other] = await Promise.all([createAuthority(folder, 'ca'), createAuthority(folder, 'other-ca')]);
    const names = `IP:${address},DNS:${hostName}`;
    const certificate = await createServerCertificate(folder, 'server', names, authority);
    cpSync(await keptDomain(address, certificate), folder, { recursive: true, filter: isNoSocket });
    const running = (server = await runSamba(folder, address, certificate));
    const asAdministrator = ['-x', '-H', url, '-D', administratorDn, '-w', administratorPassword];
    return {
      address,
      url,
      ldapsUrl: `ldaps://${address}`,
      caFile: authority.certificateFile,
      otherCaFile: other.certificateFile,
      add: async (ldif) => void (await mustRun('ldapadd', asAdministrator, { stdin: ldif })),
      modify: async (ldif) => void (await mustRun('ldapmodify', asAdministrator, { stdin: ldif })),
      pause: () => running.pause(),
      resume: () => running.resume(),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A stopped server leaves its sockets. */
const isNoSocket = (file: string) => !lstatSync(file).isSocket();

let started = 0;

/** One for each start of each process of this machine: 127.128.0.0 to 127.255.255.255. */
function nextAddress(): string {
  const number = (process.pid * 2 + started++) % 2 ** 23;
  return ['127', 128 + (number >> 16), (number >> 8) & 255, number & 255].join('.');
}
