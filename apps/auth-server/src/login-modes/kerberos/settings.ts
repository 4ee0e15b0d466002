import { z } from 'zod';
import { admissionSettings } from '../admission-settings.js';
import { parsePrincipal } from './principal.js';

/** Windows calls a token of this size the largest that it makes. */
const largestToken = 49_152;

const { linkByLoginName, importUsers } = admissionSettings(true);

const principal = z
  .string()
  .refine((text) => parsePrincipal(text) !== undefined, { error: 'expected a principal with its realm: name@REALM' });

const servicePrincipal = principal.refine((text) => parsePrincipal(text)?.components.length === 2, {
  error: 'expected a service, host and realm: HTTP/reports.example.com@EXAMPLE.COM',
});

const realm = z.strictObject({
  realm: z
    .string()
    .refine((name) => parsePrincipal(`x@${name}`) !== undefined, { error: 'expected the name of a realm' })
    .describe('The name of the realm, which is case-sensitive and mostly in upper case.'),
  keepRealm: z
    .boolean()
    .optional()
    .describe(
      'Is the login name ann@REALM, or ann? By default ann for people of the realm of this service, else ann@REALM.',
    ),
});

const mapped = z.strictObject({
  principal: principal.describe('The whole principal: batch/reports@EXAMPLE.COM.'),
  loginName: z.string().min(1).max(250).describe('The login name that it has here.'),
});

/** What stands below `auth.kerberos`. Source: docs/protocol sections 6.7 and 7. */
export const kerberosSettings = z.strictObject({
  keytab: z.string().min(1).describe('File with the keys of this service. A process can have one.'),
  servicePrincipals: z
    .array(servicePrincipal)
    .min(1, 'expected at least one principal')
    .optional()
    .describe('The service that tickets have to be for. By default every HTTP principal of the keytab.'),
  realms: z
    .array(realm)
    .min(1, 'expected at least one realm')
    .refine((realms) => areDistinct(realms.map((one) => one.realm)), { error: 'expected each realm once' })
    .optional()
    .describe('The realms whose people are known here. By default those of the service.'),
  principals: z
    .array(mapped)
    .refine((principals) => areDistinct(principals.map((one) => one.principal)), {
      error: 'expected each principal once',
    })
    .default([])
    .describe('Principals with a login name of their own: services, and people whose name here is another.'),
  maximumTokenBytes: z
    .int()
    .min(1024)
    .max(largestToken)
    .default(largestToken)
    .describe('Longest token that is looked at. server.maximumHeaderBytes has to leave room for a third more.'),
  // A ticket says nothing of groups.
  linkByLoginName,
  importUsers,
});

export type KerberosSettings = z.output<typeof kerberosSettings>;

function areDistinct(names: readonly string[]): boolean {
  return new Set(names).size === names.length;
}
