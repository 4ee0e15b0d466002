/** Settings of what proves who somebody is: passwords, tokens, and how guessing them is slowed down. */
import { z } from 'zod';
import { group, seconds } from './group.js';

/** At most a century, so that every moment can be written as a date. */
const minutes = z.int().min(1).max(52_560_000);

function allowance(freeFailures: number, forgetOneEverySeconds: number, text: string) {
  return group(
    {
      freeFailures: z.int().min(1).default(freeFailures).describe('Failures before the first wait.'),
      forgetOneEverySeconds: seconds.default(forgetOneEverySeconds).describe('Seconds after which one is forgotten.'),
    },
    text,
  );
}

export const identityToken = group(
  {
    secretKey: z
      .string()
      .min(32)
      .optional()
      .describe('Signs identity tokens; made and kept at the first start if missing.'),
    secretKeyFile: z.string().min(1).optional().describe('File with this key, at least 32 characters.'),
    lifetimeSeconds: z.int().min(10).max(600).default(60).describe('How long an identity token is valid.'),
    singleUse: z.boolean().default(true).describe('May an identity token open only one session?'),
  },
  'Identity tokens.',
);

export const apiTokens = group(
  {
    lifetimeMinutes: minutes.default(43_200).describe('How long an API token is valid that asks for nothing else.'),
    maximumLifetimeMinutes: minutes
      .default(525_600)
      .describe('The longest life of an API token; one that asks for more gets this.'),
    selfRenewal: z
      .boolean()
      .default(false)
      .describe('May a session that an API token opened make an API token? It could then live for ever.'),
  },
  'API tokens.',
);

export const passwords = group(
  {
    minimumLength: z.int().min(8).max(1024).default(15).describe('Least code points of a new password.'),
    contextWords: z
      .array(z.string().min(4))
      .default([])
      .describe('Words that no new password may contain, such as the name of the company.'),
    history: z
      .int()
      .min(0)
      .max(24)
      .default(0)
      .describe('How many former passwords must not come back, beside the present one.'),
    requiredClasses: z
      .int()
      .min(0)
      .max(4)
      .default(0)
      .describe('Of how many of lower case, upper case, digits and others a new password needs a character.'),
    maximumAgeDays: z.int().min(1).max(3650).optional().describe('Days after which every password must be changed.'),
    lockout: group(
      {
        afterFailures: z.int().min(0).max(100).default(0).describe('Wrong passwords in a row; 0: no lockout.'),
        forMinutes: z
          .int()
          .min(0)
          .max(525_600)
          .default(30)
          .describe('How long; 0: until an administrator unlocks the account.'),
      },
      'Locking accounts after wrong passwords. Whoever knows a login name can then keep its owner out.',
    ),
    hashing: group(
      {
        memoryKiB: z.int().min(8).default(19_456).describe('Memory of one Argon2id hash, in KiB.'),
        iterations: z.int().min(1).default(2).describe('Argon2id iterations.'),
        parallelism: z.int().min(1).default(1).describe('Argon2id lanes.'),
        threads: z
          .int()
          .min(1)
          .optional()
          .describe(
            'Hashing threads; by default one a core. While logged-in callers are served, one of several rests.',
          ),
        maxQueued: z.int().min(1).default(256).describe('Waiting hashes beyond which logins are answered 503.'),
      },
      'How passwords are hashed. Stored hashes are renewed at the next login.',
    ),
  },
  'Passwords of the embedded directory.',
);

export const guessing = group(
  {
    enabled: z.boolean().default(true).describe('Are logins refused with 429 after too many failures?'),
    nameAndNetwork: allowance(5, 900, 'Failures of one login name from one network (IPv4 /24, IPv6 /64).'),
    name: allowance(20, 900, 'Failures of one login name from networks from which it has not logged in yet.'),
    network: allowance(100, 60, 'Failures from one network on login names that have not logged in from it yet.'),
    firstDelaySeconds: seconds.default(1).describe('The first wait. Each further failure doubles it.'),
    maximumDelaySeconds: seconds.default(900).describe('The longest wait.'),
    maximumCounters: z
      .int()
      .min(100)
      .default(100_000)
      .describe('Counters that are kept; what matters least makes room.'),
  },
  'How guessing is slowed down (docs/passwords.md).',
);
