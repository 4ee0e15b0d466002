/** Runs Samba as a domain controller that does LDAP only, on the data of one folder. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Certificate } from './certificates.js';
import { runClient } from './run-client.js';
import { domain, hostName, realm } from './samba-entries.js';
import { ServerProcess } from './server-process.js';

/** Where Debian has it. */
export const sambaBinary = '/usr/sbin/samba';

/** Data that many runs write each to their own copy are not worth a disk's fsync. Databases of Samba know this variable. */
export const withoutFsync = { TDB_NO_FSYNC: '1' };

/** @param folder what `samba-tool domain provision --targetdir` made, or a copy of it */
export function runSamba(folder: string, address: string, certificate: Certificate): Promise<ServerProcess> {
  for (const name of runFolders) mkdirSync(join(folder, name), { recursive: true });
  const configFile = join(folder, 'run.conf');
  writeFileSync(configFile, configuration(folder, address, certificate));
  return ServerProcess.start({
    name: 'samba',
    command: [sambaBinary, '-i', '-M', 'single', '--debug-stdout', '-s', configFile],
    env: withoutFsync,
    isReady: async () => (await runClient('ldapsearch', rootOf(address), { deadlineMs: 2000 })).code === 0,
  });
}

const runFolders = ['run', 'run/ncalrpc', 'run/winbindd', 'run/ntp-signd', 'cache'];

const rootOf = (address: string) => ['-x', '-H', `ldap://${address}`, '-b', '', '-s', 'base', 'defaultNamingContext'];

const configuration = (folder: string, address: string, { certificateFile, keyFile }: Certificate) => `[global]
netbios name = ${hostName.split('.')[0]}
realm = ${realm}
workgroup = ${domain}
server role = active directory domain controller
server services = ldap
interfaces = ${address}/8
bind interfaces only = yes
private dir = ${folder}/private
state directory = ${folder}/state
cache directory = ${folder}/cache
lock directory = ${folder}/run
pid directory = ${folder}/run
ncalrpc dir = ${folder}/run/ncalrpc
winbindd socket directory = ${folder}/run/winbindd
ntp signd socket directory = ${folder}/run/ntp-signd
log file = ${folder}/run/log
ldap server require strong auth = no
tls certfile = ${certificateFile}
tls keyfile = ${keyFile}
tls cafile =
`;
