/**
 * Starts a real OpenLDAP server for a test: own folder, free ports of 127.0.0.1, and the entries of `slapd-entries.ts`.
 *
 *     const slapd = await startSlapd();
 *     afterAll(() => slapd.stop());
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAuthority, createServerCertificate, type Certificate } from './certificates.js';
import { freePorts } from './free-port.js';
import { toLdif } from './ldif.js';
import { mustRun, runClient } from './run-client.js';
import { ServerProcess } from './server-process.js';
import { adminDn, adminPassword, baseDn, defaultPolicyDn, searchDn, seedEntries } from './slapd-entries.js';

export * from './slapd-entries.js';
export { toLdif } from './ldif.js';

/** Where Debian has it. Without it a suite is skipped. */
export const slapdBinary = '/usr/sbin/slapd';

export interface SlapdOptions {
  /** So many wrong passwords lock a person. 5. */
  readonly lockoutAfter?: number;
  /** What the certificate is good for, as openssl has it. `IP:127.0.0.1,DNS:localhost`. */
  readonly certificateNames?: string;
}

export interface Slapd {
  /** Plain, or with StartTLS. */
  readonly url: string;
  readonly ldapsUrl: string;
  /** PEM: the authority that signed the server's certificate. */
  readonly caFile: string;
  /** PEM: an authority that did not. */
  readonly otherCaFile: string;
  /** Adds records of LDIF as the administrator, who may set what the server keeps (`-e relax`). See `toLdif`. */
  add(ldif: string): Promise<void>;
  /** Applies change records of LDIF as the administrator: `changetype: modify | delete | modrdn`. */
  modify(ldif: string): Promise<void>;
  /** Makes it hang: connections are still accepted, and nothing is answered. */
  pause(): void;
  resume(): void;
  /** Stops it and starts it again: same ports, same entries. */
  restart(): Promise<void>;
  /** Stops it and removes its folder. */
  stop(): Promise<void>;
}

export async function startSlapd(options: SlapdOptions = {}): Promise<Slapd> {
  const { lockoutAfter = 5, certificateNames = 'IP:127.0.0.1,DNS:localhost' } = options;
  const folder = mkdtempSync(join(tmpdir(), 'slapd-'));
  const [port = 0, tlsPort = 0] = await freePorts(2);
  const [url, ldapsUrl] = [`ldap://127.0.0.1:${port}`, `ldaps://127.0.0.1:${tlsPort}`];
  const [authority, other] = await Promise.all([createAuthority(folder, 'ca'), createAuthority(folder, 'other-ca')]);
  const certificate = await createServerCertificate(folder, 'server', certificateNames, authority);
  const configFile = join(folder, 'slapd.conf');
  writeFileSync(configFile, configuration(folder, certificate));
  mkdirSync(join(folder, 'data'));
  if (process.getuid?.() === 0) await mustRun('chown', ['-R', 'openldap:openldap', folder]);

  const start = () =>
    ServerProcess.start({
      name: 'slapd',
      command: [slapdBinary, '-d', 'none', '-f', configFile, '-h', `${url} ${ldapsUrl}`],
      runAs: 'openldap:openldap',
      isReady: async () => (await runClient('ldapwhoami', ['-x', '-H', url], { deadlineMs: 2000 })).code === 0,
    });
  let server = await start();
  const asAdmin = ['-x', '-H', url, '-D', adminDn, '-w', adminPassword, '-e', 'relax', '-M'];
  const add = async (ldif: string) => void (await mustRun('ldapadd', asAdmin, { stdin: ldif }));
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    // By a client and not by slapadd: only then memberOf is filled.
    await add(seedEntries(lockoutAfter).map(toLdif).join(''));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url,
    ldapsUrl,
    caFile: authority.certificateFile,
    otherCaFile: other.certificateFile,
    add,
    modify: async (ldif) => void (await mustRun('ldapmodify', asAdmin, { stdin: ldif })),
    pause: () => server.pause(),
    resume: () => server.resume(),
    async restart() {
      await server.stop();
      server = await start();
    },
    stop,
  };
}

const configuration = (folder: string, { certificateFile, keyFile }: Certificate) => `
include /etc/ldap/schema/core.schema
include /etc/ldap/schema/cosine.schema
include /etc/ldap/schema/inetorgperson.schema
modulepath /usr/lib/ldap
moduleload back_mdb
moduleload memberof
moduleload refint
moduleload ppolicy
TLSCertificateFile ${certificateFile}
TLSCertificateKeyFile ${keyFile}

database mdb
suffix "${baseDn}"
rootdn "${adminDn}"
rootpw "${adminPassword}"
directory ${join(folder, 'data')}
dbnosync
index objectClass,uid,mail,member eq
access to attrs=userPassword by self write by anonymous auth by * none
access to * by dn.exact="${searchDn}" read by self read by * none

overlay memberof
overlay refint
refint_attributes member memberOf
overlay ppolicy
ppolicy_default "${defaultPolicyDn}"
ppolicy_use_lockout
`;
