/** Where sessions live. */
import { z } from 'zod';

const address = z.strictObject({
  host: z.string().min(1).describe('Name or address.'),
  port: z.int().min(1).max(65_535).describe('TCP port.'),
});
const addresses = z.array(address).min(1);
const secret = z.string().min(1).max(1024);
const file = z.string().min(1);

const embedded = z
  .strictObject({
    kind: z.literal('embedded').describe('In the data directory (docs/sessions.md).'),
    sync: z
      .enum(['process', 'disk'])
      .default('process')
      .describe('What an answered login or logout outlives: the end of the process, or a loss of power too (slower).'),
  })
  .describe('For one node.');

const memory = z
  .strictObject({ kind: z.literal('memory').describe('In the memory of the process: they end with it.') })
  .describe('For one node.');

const redis = z
  .strictObject({
    kind: z.literal('redis').describe('In Redis, for several nodes (docs/several-nodes.md).'),
    url: z
      .url({
        protocol: /^rediss?$/,
        error: 'expected a URL such as redis://redis.example.com:6379, or rediss:// for TLS',
      })
      .refine(
        isBareUrl,
        'expected host and port only: username, password, database and the rest have settings of their own',
      )
      .optional()
      .describe('Of one server. Or sentinels and name, or clusterNodes.'),
    sentinels: addresses.optional().describe('Those that know which server is the primary. Two or three suffice.'),
    name: z.string().min(1).optional().describe('What the Sentinels call the primary.'),
    clusterNodes: addresses.optional().describe('Some nodes of a Redis Cluster, from which the others are found.'),
    username: z
      .string()
      .min(1)
      .optional()
      .describe('Of the access control list of Redis; by default its default user.'),
    password: secret.optional().describe('Better: passwordFile.'),
    passwordFile: file.optional().describe('File with the password.'),
    sentinelUsername: z.string().min(1).optional().describe('Where the Sentinels ask for one.'),
    sentinelPassword: secret.optional().describe('Where the Sentinels ask for one. Better: sentinelPasswordFile.'),
    sentinelPasswordFile: file.optional().describe('File with the password that the Sentinels ask for.'),
    tls: z
      .strictObject({
        caFile: file.optional().describe('PEM: who signed its certificate; by default those Node trusts.'),
      })
      .optional()
      .describe('Speaks TLS, and checks the certificate: {} for the default authorities.'),
    keyPrefix: z
      .string()
      .regex(/^[^{}\p{Cc}]{0,100}$/u, 'expected up to 100 characters without braces')
      .default('mstr-rest:')
      .describe('What the name of every key begins with. Servers that share sessions have the same.'),
    database: z.int().min(0).max(16_383).default(0).describe('Number of the database. A Redis Cluster has only 0.'),
  })
  .superRefine((settings, context) => {
    for (const [key, message] of mistakesOf(settings)) context.addIssue({ code: 'custom', path: [key], message });
  })
  .describe('For several nodes.');

export const store = z
  .discriminatedUnion('kind', [embedded, memory, redis])
  .prefault({ kind: 'embedded' })
  .describe('Where sessions live.');

/** Is this store one that nodes share, so that each must know the keys of the others? */
export function isShared({ kind }: z.output<typeof store>): boolean {
  return kind === 'redis';
}

function* mistakesOf(settings: Partial<Record<keyof z.input<typeof redis>, unknown>>): Generator<[string, string]> {
  const places = ['url', 'sentinels', 'clusterNodes'].filter((key) => settings[key as keyof typeof settings]);
  if (places.length !== 1) yield ['url', 'expected exactly one of url, sentinels (with name) and clusterNodes'];
  if ((settings.sentinels === undefined) !== (settings.name === undefined)) {
    yield ['name', 'sentinels and name go together: name is what the Sentinels call the primary'];
  }
  if (settings.clusterNodes !== undefined && settings.database !== 0) yield ['database', 'a Redis Cluster has only 0'];
  if (settings.password !== undefined && settings.passwordFile !== undefined) {
    yield ['passwordFile', 'give password or passwordFile, not both'];
  }
  if (settings.sentinelPassword !== undefined && settings.sentinelPasswordFile !== undefined) {
    yield ['sentinelPasswordFile', 'give sentinelPassword or sentinelPasswordFile, not both'];
  }
}

/** What a URL can say beside is said by settings, of which some are secret and none is overlooked. */
function isBareUrl(text: string): boolean {
  if (!URL.canParse(text)) return true; // which has been said
  const { username, password, pathname, search, hash } = new URL(text);
  return [username, password, search, hash].every((part) => part === '') && ['', '/'].includes(pathname);
}
