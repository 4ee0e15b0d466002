/** How accounts are written in a configuration. A JSON Schema is published from these schemas. */
import { z } from 'zod';

const id = z
  .string()
  .regex(/^[0-9A-Fa-f]{32}$/, 'expected 32 hexadecimal digits')
  .toUpperCase();

const name = z
  .string()
  .max(250, 'expected at most 250 characters')
  .regex(
    /^[^\s\p{Cc}]([^\p{Cc}]*[^\s\p{Cc}])?$/u,
    'expected text without control characters and without blanks around it',
  );

const text = z.string().regex(/^\P{Cc}*$/u, 'expected text without control characters');

const privilegeId = z.string().regex(/^\d{1,5}$/, 'expected the number of a privilege in quotes, such as "316"');

const privilege = z.union(
  [
    z.literal('*'),
    privilegeId,
    z.strictObject({
      privilege: privilegeId.describe('The number of the privilege, as text.'),
      project: id.describe('Id of the only project in which the privilege holds.'),
    }),
  ],
  { error: 'expected "*", the number of a privilege in quotes such as "316", or an object { privilege, project }' },
);

const project = z
  .string()
  .regex(/^(\*|[0-9A-Fa-f]{32})$/, 'expected "*" or the id of a project: 32 hexadecimal digits')
  .toUpperCase();

const date = z.union([z.iso.datetime({ offset: true }), z.iso.date()], {
  error: 'expected a date such as 2027-01-31 or 2027-01-31T12:00:00Z',
});

const argon2Hash = z
  .string()
  .regex(
    /^\$argon2id\$v=19\$m=\d{1,7},t=\d{1,3},p=\d{1,3}\$[A-Za-z0-9+/]{11,}\$[A-Za-z0-9+/]{22,}$/,
    'expected an Argon2id hash that begins with $argon2id$v=19$m=',
  );

const grants = {
  privileges: z
    .array(privilege)
    .default([])
    .describe('What may be done: "*" for everything, privileges for every project, or each for one project.'),
  projects: z.array(project).default([]).describe('Ids of the projects that are open, or "*" for all.'),
};

export const seedGroupSchema = z
  .strictObject({
    name: name.describe('Name of the group; case does not distinguish groups.'),
    id: id.optional().describe('32 hexadecimal digits; random if missing.'),
    description: text.default('').describe('For people.'),
    groups: z.array(name).default([]).describe('Names of the groups whose member this group is.'),
    ...grants,
  })
  .describe('A group that is made at start if it is missing. One that exists is left as it is.');

export const seedUserSchema = z
  .strictObject({
    loginName: name.describe('What the user logs in with; case does not distinguish users.'),
    id: id.optional().describe('32 hexadecimal digits; random if missing.'),
    fullName: text.optional().describe('The login name if missing.'),
    initials: text.optional().describe('Made from the full name if missing.'),
    description: text.default('').describe('For people.'),
    password: z
      .string()
      .optional()
      .describe('First password, in the clear. Without it and without passwordHash, no password logs the user in.'),
    passwordHash: argon2Hash.optional().describe('Hash of the first password, instead of the password itself.'),
    enabled: z.boolean().default(true).describe('May the user log in at all?'),
    standardAuth: z.boolean().default(true).describe('May the user log in with login name and password?'),
    passwordModifiable: z.boolean().default(true).describe('May the user change the password?'),
    requireNewPassword: z.boolean().default(false).describe('Must the user change the password at the next login?'),
    passwordAutoExpire: z
      .boolean()
      .default(false)
      .describe('Does every password expire after passwordExpirationFrequency days?'),
    passwordExpirationDate: date
      .optional()
      .describe('When the first password expires; computed from passwordExpirationFrequency if missing.'),
    passwordExpirationFrequency: z
      .int({ error: 'expected a whole number of days' })
      .min(1, 'expected at least 1 day')
      .max(36_500, 'expected at most 36500 days')
      .optional()
      .describe('Days for which a password is valid, with passwordAutoExpire.'),
    groups: z.array(name).default([]).describe('Names of the groups whose member the user is, besides Everyone.'),
    identities: z
      .array(
        z.strictObject({
          issuer: text.min(1).describe('The source: ldap:<name>, or what the page of the login mode says.'),
          subject: text.min(1).describe('Whom the source means, in its own words: the DN in lower case.'),
        }),
      )
      .default([])
      .describe('Who of other sources, such as a directory, is this user.'),
    ...grants,
  })
  .refine((user) => user.password === undefined || user.passwordHash === undefined, {
    error: 'expected password or passwordHash, not both',
    path: ['passwordHash'],
  })
  .refine((user) => !user.passwordAutoExpire || user.passwordExpirationFrequency !== undefined, {
    error: 'expected a number of days, since passwordAutoExpire is on',
    path: ['passwordExpirationFrequency'],
  })
  .describe('An account that is made at start if it is missing. One that exists is left as it is.');

export type SeedGroup = z.infer<typeof seedGroupSchema>;
export type SeedUser = z.infer<typeof seedUserSchema>;
