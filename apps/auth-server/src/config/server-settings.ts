import { z } from 'zod';
import { isAddressRange } from './address-range.js';
import { group, seconds } from './group.js';

const addresses = z.array(
  z.string().refine(isAddressRange, 'expected an IP address or a range such as 10.1.0.0/16, not the whole network'),
);

export const server = group(
  {
    host: z.string().min(1).default('127.0.0.1').describe('Address to listen on.'),
    port: z.int().min(0).max(65535).default(8080).describe('Port to listen on; 0 takes a free one.'),
    context: z
      .string()
      .regex(/^(\/[\w.-]+)*$/, 'expected a path such as /MicroStrategyLibrary, without a slash at its end')
      .default('/MicroStrategyLibrary')
      .describe('Context path in front of /api, /auth and /api-docs.'),
    publicUrl: z
      .url({ protocol: /^https?$/ })
      .optional()
      .describe(
        'URL under which callers reach the server, if that is not http://host:port, or https with tls. https makes cookies Secure.',
      ),
    trustedProxies: addresses
      .default([])
      .describe(
        'Addresses and ranges of the proxies in front. From them X-Forwarded-For says where a request comes from, for the ' +
          'audit and for counting failed logins; from anybody else it says nothing.',
      ),
    tls: z
      .strictObject({
        certFile: z.string().min(1).describe('The certificate of the server, in PEM, or it and its intermediate ones.'),
        keyFile: z.string().min(1).describe('Its private key, in PEM, without a passphrase.'),
        caFile: z
          .string()
          .min(1)
          .optional()
          .describe('Intermediate certificates to send along, in PEM, where certFile has none.'),
        minVersion: z.enum(['TLSv1.2', 'TLSv1.3']).default('TLSv1.2').describe('Oldest version of TLS that is spoken.'),
      })
      .optional()
      .describe('The server ends TLS itself. Files are read again when they change. Without it, it speaks plain HTTP.'),
    maximumBodyBytes: z.int().min(1024).default(65_536).describe('Largest request body, in bytes.'),
    maximumHeaderBytes: z.int().min(4096).default(16_384).describe('Largest request head, in bytes.'),
    maximumAddressLength: z.int().min(256).default(4096).describe('Longest path with query, in characters.'),
    requestTimeoutSeconds: seconds.default(30).describe('A request that takes longer to arrive is answered 408.'),
    headersTimeoutSeconds: seconds.default(10).describe('As above, for the head alone.'),
    keepAliveTimeoutSeconds: seconds.default(72).describe('An idle connection is closed after this long.'),
    stalledTimeoutSeconds: seconds
      .default(60)
      .describe('A connection on which nothing moves for this long, though an answer is due or under way, is closed.'),
    connections: group(
      {
        maximum: z.int().min(1).default(10_000).describe('Most connections at a time; further ones get 503.'),
        maximumPerAddress: z
          .int()
          .min(1)
          .default(1000)
          .describe('Most connections of one address that is no trusted proxy.'),
        unlimitedAddresses: addresses
          .default(['127.0.0.0/8', '::1'])
          .describe('Further addresses and ranges that maximumPerAddress is not for.'),
      },
      'How many connections are open at a time.',
    ),
    stopTimeoutSeconds: seconds
      .default(25)
      .describe('At shutdown, what is still under way after this many seconds is cut off.'),
    drainMs: z.int().min(0).default(500).describe('At shutdown, milliseconds of serving while not ready any more.'),
  },
  'Where the server listens, and what it takes.',
);

export const metrics = group(
  {
    enabled: z.boolean().default(false).describe('Are metrics served, at /metrics of this address?'),
    host: z
      .string()
      .min(1)
      .default('127.0.0.1')
      .describe('Address to listen on. Whoever reaches it can read all metrics.'),
    port: z.int().min(0).max(65535).default(9464).describe('Port to listen on; 0 takes a free one.'),
  },
  'Metrics for Prometheus.',
);
