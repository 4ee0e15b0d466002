/** A server that asks a real slapd, with the accounts of it that exchanges speak of. */
import { existsSync } from 'node:fs';
import {
  people,
  searchDn,
  searchPassword,
  slapdBinary,
  startSlapd,
  type Person,
} from '../../../tools/test-servers/slapd.js';
import type { ConfigInput } from '@mstr-rest/auth-server';
import type { Accounts } from '../src/index.js';
import { baseConfig, openTarget, type OpenTarget } from './open-target.js';
import type { ServerKind } from './servers.js';

export const hasSlapd = existsSync(slapdBinary);

const account = ({ uid, password }: Person) => ({ username: uid, password });
const directoryAccounts: Partial<Accounts> = {
  directoryUser: account(people.ann),
  directoryStranger: account(people.bob),
  directoryExpired: account(people.expired),
  directoryMustChange: account(people.mustChange),
  directoryLocked: account(people.locked),
};

export async function openWithDirectory({ config, settings }: ServerKind): Promise<OpenTarget> {
  const slapd = await startSlapd();
  const ldap = {
    servers: [slapd.ldapsUrl],
    tls: { caFiles: [slapd.caFile] },
    search: {
      bindDn: searchDn,
      bindPassword: searchPassword,
      base: 'ou=people,dc=example,dc=org',
      filter: '(uid={{loginName}})',
    },
    linkByLoginName: true,
  };
  const linked: ConfigInput = {
    ...config,
    users: [...(baseConfig.users ?? []), { loginName: people.ann.uid }],
    auth: { ...config.auth, ldap },
  };
  const open = await openTarget(linked, settings);
  return {
    ...open,
    target: { ...open.target, accounts: { ...open.target.accounts, ...directoryAccounts } },
    async [Symbol.asyncDispose]() {
      await open[Symbol.asyncDispose]();
      await slapd.stop();
    },
  };
}
