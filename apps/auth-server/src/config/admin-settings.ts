/** Settings of the administration that is not tied to an account. */
import { z } from 'zod';
import { group } from './group.js';

export const admin = group(
  {
    basic: z
      .strictObject({
        username: z
          .string()
          .min(1)
          .max(256)
          .regex(/^[^:\p{Cc}]+$/u, 'expected a name without a colon and without control characters')
          .default('operator')
          .describe('Name of the operator.'),
        password: z
          .string()
          .min(1)
          .max(1024)
          .regex(/^\P{Cc}+$/u, 'expected no control characters')
          .describe('At least 15 characters, save in a demo. MSTR_AUTH_OPERATOR_PASSWORD sets it as well.'),
      })
      .optional()
      .describe('Who may change settings below /api/admin/restServerSettings, by HTTP Basic; by default nobody.'),
  },
  'The operator, who needs no account.',
);

/** Of the operator's password, in code points. */
export const leastPasswordLength = 15;
