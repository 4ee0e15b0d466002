import { z } from 'zod';
import { admissionSettings } from '../admission-settings.js';
import { isDistinguishedName } from '../distinguished-name.js';
import { FilterTemplate } from './filter-template.js';
import { mistakesIn } from './settings-that-clash.js';

const milliseconds = z.int().min(100).max(25_000);
const distinguishedName = z.string().min(1).refine(isDistinguishedName, 'expected a distinguished name');
const attribute = z.string().regex(/^[A-Za-z][A-Za-z0-9-]*$/, 'expected the name of an attribute');
const scope = z.enum(['one', 'sub']).default('sub').describe('Only the entries right below the base, or all.');
const file = z.string().min(1);

/** A text that becomes a filter once; places of these names are filled at each login. */
function filter(...names: readonly string[]) {
  return z.string().transform((text, context) => {
    try {
      return new FilterTemplate(text, names);
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'it cannot be read';
      context.addIssue({ code: 'custom', message: `expected a search filter (RFC 4515): ${reason}` });
      return z.NEVER;
    }
  });
}

const search = z
  .strictObject({
    bindDn: z.string().min(1).optional().describe('Who searches; a DN, or what else the directory takes. Else nobody.'),
    bindPassword: z.string().min(1).optional().describe('Password of bindDn.'),
    bindPasswordFile: file.optional().describe('File with that password, instead of the password itself.'),
    base: distinguishedName.describe('Where people are searched.'),
    scope,
    filter: filter('loginName').describe('Whom a login name means, such as (uid={{loginName}}).'),
  })
  .describe('Looks for the entry of the login name, then binds as that entry.');

const directBind = z
  .strictObject({
    name: z
      .string()
      .refine((text) => text.split('{{loginName}}').length === 2, 'expected a text with {{loginName}} in it once')
      .describe(
        'As whom the login name binds: uid={{loginName}},ou=people,dc=example, or {{loginName}}@ad.example.org.',
      ),
    base: distinguishedName.optional().describe('Where the entry is searched afterwards, if name is no DN.'),
    filter: filter('loginName', 'bindName')
      .optional()
      .describe('Which entry that is: (userPrincipalName={{bindName}}).'),
  })
  .describe('Binds at once with a name made of the login name. Needs no account for searches.');

const groupLookup = z
  .strictObject({
    memberOf: z.boolean().default(false).describe('Reads the attribute memberOf.'),
    search: z
      .strictObject({
        base: distinguishedName.optional().describe('Where groups are searched; by default where people are.'),
        scope,
        filter: filter('dn', 'loginName').describe('Which groups have a member, such as (member={{dn}}).'),
      })
      .optional()
      .describe('Searches for groups.'),
    nested: z.boolean().default(false).describe('Also groups of groups, asked for one by one.'),
    nameAttribute: attribute.default('cn').describe('Name of a group.'),
  })
  .describe('Where the names of groups come from, if `groups` asks for any.');

const attributes = z
  .strictObject({
    loginName: attribute.default('uid').describe('Login name of an account that is imported.'),
    fullName: attribute.default('displayName').describe('Full name.'),
    email: attribute.default('mail').describe('E-mail address.'),
    id: attribute
      .optional()
      .describe('What never changes, such as entryUUID or objectGUID, to know a person by. By default the DN.'),
  })
  .prefault({})
  .describe('Which attributes say what.');

const timeouts = z
  .strictObject({
    connectMs: milliseconds.default(2000).describe('For a connection, with TLS.'),
    operationMs: milliseconds.default(3000).describe('For one bind or search.'),
    loginMs: milliseconds.default(8000).describe('For a whole login, over all servers.'),
    restMs: z.int().min(0).max(600_000).default(2000).describe('How long a server that failed is not asked.'),
  })
  .prefault({})
  .describe('Deadlines in milliseconds.');

const pool = z
  .strictObject({
    connections: z.int().min(1).max(1000).default(10).describe('Connections to a server for binds of people.'),
    maximumWaiting: z.int().min(0).max(100_000).default(256).describe('Logins that may wait for one; others get 503.'),
  })
  .prefault({})
  .describe('Limits of what is open at once.');

/** What stands below `auth.ldap`. Source: docs/protocol section 6.2. */
export const ldapSettings = z
  .strictObject({
    name: z
      .string()
      .regex(/^[\w.-]{1,50}$/, 'expected letters, digits, dots and dashes')
      .default('directory')
      .describe('Name of the directory. Links to accounts are kept under ldap:<name>.'),
    engine: z.enum(['ldapts', 'passport-ldapauth']).default('ldapts').describe('What speaks LDAP (docs/login-modes).'),
    modulesFrom: file.optional().describe('Folder whose node_modules holds passport-ldapauth, if not the usual ones.'),
    servers: z
      .array(
        z.string().regex(/^ldaps?:\/\/([\w.-]+|\[[0-9A-Fa-f:.]+\])(:\d{1,5})?\/?$/, 'expected ldap:// or ldaps://'),
      )
      .min(1, 'expected at least one server')
      .max(10, 'expected at most 10 servers')
      .describe('In the order in which they are asked: ldaps://ldap.example.org.'),
    startTls: z.boolean().default(false).describe('TLS on ldap:// after StartTLS. Without it nothing is sent.'),
    tls: z
      .strictObject({
        caFiles: z.array(file).min(1).optional().describe('PEM files of the only authorities that are believed.'),
        serverName: z
          .string()
          .regex(/^(?=.*[A-Za-z])[\w.-]+$/, 'expected the name of a host')
          .optional()
          .describe('Name that the certificates have to be good for, if it is not the host.'),
      })
      .prefault({})
      .describe('How servers are verified. They always are.'),
    allowPlaintext: z.boolean().default(false).describe('Sends passwords without TLS to a server on another machine.'),
    search: search.optional(),
    directBind: directBind.optional(),
    attributes,
    groupLookup: groupLookup.optional(),
    timeouts,
    pool,
    ...admissionSettings(false),
  })
  .superRefine((settings, context) => {
    for (const { key, message } of mistakesIn(settings)) {
      context.addIssue({ code: 'custom', path: key.split('.'), message });
    }
  });

export type LdapSettings = z.output<typeof ldapSettings>;
