import { randomBytes } from 'node:crypto';

/** Names requests: unlike Fastify's own numbers, these do not begin anew at each start, so that the audit can name one for long. */
export function requestIds(): () => string {
  const start = randomBytes(5).toString('hex');
  let count = 0;
  return () => `${start}-${(count += 1)}`;
}
