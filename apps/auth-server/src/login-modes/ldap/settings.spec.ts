import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ldap } from './ldap.js';
import { ldapSettings } from './settings.js';

const search = { base: 'dc=example,dc=org', filter: '(uid={{loginName}})' };
const servers = ['ldaps://ldap.example.org'];
const groupLookup = { memberOf: true };

describe('the settings of login by LDAP', () => {
  const configuring = (settings: unknown) => () => ldap.configure(settings);

  it.each([
    { servers, search },
    { servers: ['ldap://127.0.0.1:3389/', 'ldap://[::1]', 'ldap://localhost'], search },
    { servers: ['ldap://ldap.example.org'], startTls: true, search },
    { servers: ['ldap://ldap.example.org'], allowPlaintext: true, search },
    { servers, search: { ...search, bindDn: 'EXAMPLE\\search', bindPassword: 'x' } },
    { servers, directBind: { name: 'uid={{loginName}},dc=example' } },
    {
      servers,
      directBind: { name: '{{loginName}}@example.org', base: 'dc=x', filter: '(userPrincipalName={{bindName}})' },
    },
    { servers, search, groups: 'existing', groupLookup },
  ])('may be %j', (settings) => {
    expect(configuring(settings)).not.toThrow();
  });

  it.each([
    [{}, 'auth.ldap.servers: '],
    [{ servers: [] }, 'auth.ldap.servers: expected at least one server'],
    [{ servers: ['http://x'] }, 'auth.ldap.servers.0: expected ldap:// or ldaps://'],
    [{ servers: ['ldaps://user:secret@x'] }, 'auth.ldap.servers.0: expected ldap:// or ldaps://'],
    [{ servers, search, startTls: true }, 'auth.ldap.startTls: is for ldap:// only'],
    [{ servers: ['ldap://ldap.example.org'], search }, 'ldap://ldap.example.org gets passwords in the clear'],
    [{ servers: ['ldap://127.0.0.1.example.org'], search }, 'gets passwords in the clear'],
    [{ servers }, 'auth.ldap.search: expected one of search and directBind'],
    [{ servers, search, directBind: { name: 'uid={{loginName}}' } }, 'expected one of search and directBind'],
    [{ servers, search: { ...search, filter: '(uid=x)' } }, 'auth.ldap.search.filter: expected a search filter'],
    [{ servers, search: { ...search, base: 'example.org' } }, 'auth.ldap.search.base: expected a distinguished name'],
    [{ servers, search: { ...search, bindDn: 'cn=x' } }, 'auth.ldap.search.bindDn: expected it with bindPassword'],
    [{ servers, search: { ...search, bindPassword: 'x' } }, 'auth.ldap.search.bindDn: expected it with bindPassword'],
    [{ servers, search: { ...search, bindDn: 'cn=x', bindPassword: '' } }, 'auth.ldap.search.bindPassword: '],
    [{ servers, directBind: { name: 'uid=ann' } }, 'auth.ldap.directBind.name: expected a text with {{loginName}}'],
    [{ servers, directBind: { name: '{{loginName}}@x' } }, 'auth.ldap.directBind: expected base and filter'],
    [{ servers, search, groups: 'existing' }, 'auth.ldap.groupLookup: expected, since groups is existing'],
    [{ servers, search, groupLookup: {} }, 'auth.ldap.groupLookup: expected memberOf, search or both'],
    [{ servers, search, timeouts: { loginMs: 1000 } }, 'auth.ldap.timeouts.loginMs: expected at least operationMs'],
    [{ servers, search, tls: { rejectUnauthorized: false } }, 'auth.ldap.tls: there is no key rejectUnauthorized'],
    [
      { servers, search, tls: { caFiles: ['/nowhere.pem'] } },
      'auth.ldap.tls.caFiles.0: the file cannot be read (ENOENT)',
    ],
    [
      { servers, search, tls: { caFiles: [import.meta.filename] } },
      'caFiles.0: expected a file with certificates in PEM',
    ],
    [{ servers, search, modulesFrom: '/x' }, 'auth.ldap.modulesFrom: is for passport-ldapauth only'],
  ])('may not be %j', (settings, message) => {
    expect(configuring(settings)).toThrow(message);
  });

  it('of passport-ldapauth are those that it handles safely', () => {
    const engine = 'passport-ldapauth';
    const refused = [
      { startTls: true, servers: ['ldap://x'], search },
      { directBind: { name: 'uid={{loginName}}' } },
      { search, groupLookup: { ...groupLookup, nested: true } },
      { search, attributes: { id: 'objectGUID' } },
    ];
    for (const settings of refused) {
      expect(configuring({ servers, engine, ...settings })).toThrow(/: passport-ldapauth (would|can|asks|spoils)/);
    }
  });

  it('of the documents and the examples are right', () => {
    const root = join(import.meta.dirname, '../../../../..');
    const page = readFileSync(join(root, 'docs/login-modes/ldap.md'), 'utf8');
    const examples = [...page.matchAll(/```yaml\n(.*?)```/gs)].map(([, text = '']) => text);
    expect(examples).toHaveLength(2);
    for (const text of [...examples, readFileSync(join(root, 'config/ldap.yaml'), 'utf8')]) {
      const { auth } = parse(text) as { auth: { ldap: unknown } };
      expect(ldapSettings.safeParse(auth.ldap)).toMatchObject({ success: true });
    }
  });

  it('are not repeated in what is said about them', () => {
    const settings = { servers, search: { ...search, bindDn: 7, bindPassword: ['hush'] }, tls: { key: 'hush' } };
    expect(configuring(settings)).toThrow(/^(?!.*hush)/s);
  });
});
