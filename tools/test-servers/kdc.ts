/**
 * Starts a real MIT Kerberos KDC for a test: own folder, a free port of 127.0.0.1, and the realm EXAMPLE.ORG.
 *
 *     const kdc = await startKdc();
 *     const cache = await kdc.kinit('ann', principals.ann);
 *     await kdc.run('curl', ['--negotiate', '-u', ':', url], cache);
 *
 * Kerberos reads the real environment, which `process.env` of jest is a copy of: a server under test that accepts tickets
 * has to be a process of its own, started with `env` and with KRB5_KTNAME.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts } from './free-port.js';
import { mustRun, runClient, type ClientResult } from './run-client.js';
import { ServerProcess } from './server-process.js';

/** Where Debian has it. Without it a suite is skipped. */
export const kdcBinary = '/usr/sbin/krb5kdc';

export const realm = 'EXAMPLE.ORG';
/** What a client asks a ticket for when the URL begins with http://localhost. */
export const httpService = 'HTTP/localhost';

/** People of the realm, and their passwords. */
export const principals = {
  ann: 'ann likes long passwords',
  bob: 'bob likes long passwords',
  /** Known to the realm, and meant to be known to no server. */
  stranger: 'stranger likes long passwords',
} as const;

export interface Kdc {
  /** The client's configuration: nothing is looked up in DNS. */
  readonly krb5Conf: string;
  /** For every program that speaks Kerberos, client or service: configuration, and a replay cache of its own. */
  readonly env: Readonly<Record<'KRB5_CONFIG' | 'KRB5RCACHENAME', string>>;
  /** @returns a new file with the keys of a service; a service that the realm does not have yet is added */
  keytab(service?: string): Promise<string>;
  /**
   * Gets a ticket-granting ticket; rejects where the KDC refuses.
   * @param cache the file to keep it in; a new one where left out
   * @returns that file, for KRB5CCNAME
   */
  kinit(principal: string, password: string, cache?: string): Promise<string>;
  /** Runs a program with these tickets; what its exit code means is for the caller to say. */
  run(command: string, args: readonly string[], cache: string): Promise<ClientResult>;
  /** One command of the administrator, such as `modprinc -maxlife "5 minutes" ann`, word by word. */
  kadmin(...command: string[]): Promise<string>;
  /** Makes it hang: connections are still accepted, and nothing is answered. */
  pause(): void;
  resume(): void;
  /** Stops it and removes its folder. */
  stop(): Promise<void>;
}

export async function startKdc(): Promise<Kdc> {
  const folder = mkdtempSync(join(tmpdir(), 'kdc-'));
  const [port = 0] = await freePorts(1);
  const data = join(folder, 'data');
  const krb5Conf = join(folder, 'krb5.conf');
  const kdcConf = join(folder, 'kdc.conf');
  mkdirSync(data);
  writeFileSync(krb5Conf, clientConfiguration(port));
  writeFileSync(kdcConf, serverConfiguration(port, data));
  const env = { KRB5_CONFIG: krb5Conf, KRB5RCACHENAME: `file2:${join(folder, 'replay-cache')}` };
  const serverEnv = { ...env, KRB5_KDC_PROFILE: kdcConf };
  const kadmin = (...command: string[]) => mustRun('/usr/sbin/kadmin.local', command, { env: serverEnv });

  let server: ServerProcess;
  try {
    await mustRun('/usr/sbin/kdb5_util', ['create', '-s', '-P', 'the master likes long passwords'], { env: serverEnv });
    for (const [name, password] of Object.entries(principals)) await kadmin('addprinc', '-pw', password, name);
    if (process.getuid?.() === 0) await mustRun('chown', ['-R', 'nobody:nogroup', folder]);
    server = await ServerProcess.start({
      name: 'krb5kdc',
      command: [kdcBinary, '-n'],
      env: serverEnv,
      runAs: 'nobody:nogroup',
      isReady: () => accepts(port),
    });
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }

  let files = 0;
  const newFile = (kind: string) => join(folder, `${kind}-${++files}`);
  return {
    krb5Conf,
    env,
    kadmin,
    async keytab(service = httpService) {
      const file = newFile('keytab');
      const known = (await kadmin('listprincs', `${service}@${realm}`)).includes(service);
      if (!known) await kadmin('addprinc', '-randkey', service);
      await kadmin('ktadd', '-k', file, '-norandkey', service);
      return file;
    },
    async kinit(principal, password, cache = newFile('tickets')) {
      await mustRun('kinit', ['-c', cache, principal], { env, stdin: `${password}\n` });
      return cache;
    },
    run: (command, args, cache) => runClient(command, args, { env: { ...env, KRB5CCNAME: cache } }),
    pause: () => server.pause(),
    resume: () => server.resume(),
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function accepts(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => answer(true)).on('error', () => answer(false));
    socket.on('connect', () => socket.destroy());
  });
}

/** Over TCP only: a lost datagram would be waited for. */
const clientConfiguration = (port: number) => `[libdefaults]
default_realm = ${realm}
dns_lookup_kdc = false
dns_lookup_realm = false
dns_canonicalize_hostname = false
rdns = false
udp_preference_limit = 1

[realms]
${realm} = {
  kdc = 127.0.0.1:${port}
}

[domain_realm]
localhost = ${realm}
`;

const serverConfiguration = (port: number, data: string) => `[kdcdefaults]
kdc_listen = ""
kdc_tcp_listen = 127.0.0.1:${port}

[realms]
${realm} = {
  database_name = ${join(data, 'principal')}
  key_stash_file = ${join(data, 'stash')}
  default_principal_flags = +preauth
}

[logging]
kdc = STDERR
`;
