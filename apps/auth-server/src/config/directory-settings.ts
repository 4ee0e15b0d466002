/** Settings of where users are kept, and what goes with them. */
import { z } from 'zod';

const file = z.string().min(1);

const sqlite = z.strictObject({ kind: z.literal('sqlite').describe('In the data directory: for one node.') });

const postgres = z.strictObject({
  kind: z.literal('postgres').describe('In PostgreSQL, version 13 or newer: for several nodes.'),
  url: z
    .string()
    .refine(isPostgresUrl, 'expected postgres://user@host:5432/database, with nothing after the database')
    .describe('postgres://user@host:5432/database. Never logged, as it may hold a password.'),
  passwordFile: file.optional().describe('File with the password, read for each new connection.'),
  tls: z
    .strictObject({
      caFile: file.optional().describe('PEM file of the only authorities that are believed.'),
      serverName: z
        .string()
        .regex(/^(?=.*[A-Za-z])[\w.-]+$/, 'expected the name of a host')
        .optional()
        .describe('Name that the certificate has to be good for, if it is not the host.'),
    })
    .prefault({})
    .describe('How the server is verified. A server on another machine always is.'),
  allowPlaintext: z.boolean().default(false).describe('Speaks without TLS to a server on another machine.'),
  poolSize: z
    .int()
    .min(1)
    .max(500)
    .default(10)
    .describe('Most connections at a time; the audit and a listener use 3 more.'),
  schema: z
    .string()
    .regex(/^[a-z_][a-z0-9_]{0,39}$/, 'expected up to 40 lower case letters, digits and _')
    .default('mstr_auth')
    .describe('Schema of our tables; made at the first start if it is missing and the user may make it.'),
  deadlineMs: z
    .int()
    .min(100)
    .max(10_000)
    .default(1000)
    .describe('A connection or a statement that takes longer counts as down: 503.'),
});

export const directory = z
  .discriminatedUnion('kind', [sqlite, postgres])
  .prefault({ kind: 'sqlite' })
  .superRefine((settings, context) => {
    if (settings.kind !== 'postgres' || settings.passwordFile === undefined || !isPostgresUrl(settings.url)) return;
    if (new URL(settings.url).password === '') return;
    context.addIssue({ code: 'custom', path: ['passwordFile'], message: 'directory.url holds a password already' });
  })
  .describe('Where users, groups, API tokens and what is changed at run time are kept, and the audit with them.');

/** What stands after the database would not be heeded: `?sslmode=…` must not look as if it were. */
function isPostgresUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, pathname, search, hash } = new URL(text);
  const named = hostname !== '' && username !== '' && /^\/[^/]+$/.test(pathname);
  return /^postgres(ql)?:$/.test(protocol) && named && search === '' && hash === '';
}
