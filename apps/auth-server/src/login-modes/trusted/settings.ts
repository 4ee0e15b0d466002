import { z } from 'zod';
import { isAddressRange } from '../../config/address-range.js';
import { admissionSettings } from '../admission-settings.js';

const headerName = z
  .string()
  .regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}$/, 'expected the name of a header')
  .toLowerCase();

const custom = z
  .strictObject({
    LoginParam: headerName.default('mstr-user-id').describe('Header with the login name.'),
    FullNameParam: headerName.default('mstr-user-fullname').describe('Header with the full name.'),
    EmailParam: headerName.default('mstr-user-email').describe('Header with the e-mail address.'),
    DistinguishedName: headerName
      .default('mstr-user-distinguished-name')
      .describe('Header with the LDAP distinguished name. Protected like the others; its value is not used.'),
    LanguageParam: headerName
      .default('mstr-user-language')
      .describe('Header with the language. Protected like the others; its value is not used.'),
    GroupsParam: headerName.default('mstr-user-groups').describe('Header with the names of groups.'),
    GroupSeparator: z.string().min(1).max(10).default(',').describe('What stands between two groups.'),
    GroupFormat: z
      .enum(['simple', 'distinguishedName'])
      .default('simple')
      .describe('Are groups names, or distinguished names whose first value is the name?'),
  })
  .refine(({ GroupFormat, GroupSeparator }) => GroupFormat === 'simple' || GroupSeparator !== ',', {
    path: ['GroupSeparator'],
    message: 'must not be a comma where GroupFormat is distinguishedName: commas stand inside of such names',
  });

/** What stands below `auth.trusted`. Source: docs/protocol sections 6.8 and 7. */
export const trustedSettings = z
  .strictObject({
    provider: z
      .literal([1, 2, 3, 4, 6], { error: 'expected 1 (Tivoli), 2 (SiteMinder), 3 (custom), 4 (Oracle) or 6 (Ping)' })
      .default(3)
      .describe('The product in front: 1 Tivoli, 2 SiteMinder, 3 custom, 4 Oracle Access Manager, 6 Ping.'),
    proxies: z
      .array(
        z.string().refine(isAddressRange, {
          error: 'expected an IP address or a range such as 10.1.0.0/16 that is not the whole network',
        }),
      )
      .min(1, 'expected at least one address')
      .describe('Addresses and ranges of the proxies whose headers are believed.'),
    secret: z
      .strictObject({
        header: headerName.describe('Header in which the proxy sends the secret.'),
        value: z.string().min(32, 'expected at least 32 characters').max(1000).describe('The secret itself.'),
      })
      .optional()
      .describe('A secret that the proxy has to send as well.'),
    custom: custom.optional().describe('Names of the headers of provider 3; the properties of the vendor.'),
    ...admissionSettings(true),
  })
  .refine(({ provider, custom: named }) => provider === 3 || named === undefined, {
    path: ['custom'],
    message: 'is for provider 3 only',
  })
  .transform((settings) => ({ ...settings, custom: settings.custom ?? custom.parse({}) }));

export type TrustedSettings = z.output<typeof trustedSettings>;
