/** Where sessions are kept. */
import { z } from 'zod';

const embedded = z.strictObject({
  kind: z.literal('embedded').describe('In the data directory of this server.'),
  sync: z
    .enum(['process', 'disk'])
    .default('process')
    .describe('What an answered login or logout outlives: the end of the process, or a loss of power too (slower).'),
});

const memory = z.strictObject({
  kind: z.literal('memory').describe('In memory: all sessions end with the server.'),
});

export const store = z
  .discriminatedUnion('kind', [embedded, memory])
  .prefault({ kind: 'embedded' })
  .describe('Where sessions are kept (docs/sessions.md).');

export type StoreSettings = z.infer<typeof store>;
