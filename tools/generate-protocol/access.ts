/** What a caller must show to be let in, read from the security of an operation. */
import type { SecurityRequirement } from './document-shape.js';
import type { PlacedOperation } from './document.js';

/**
 * `session`: token and cookie together. `token`: the token, with or without the cookie. `cookie`: the cookie alone.
 * `identity-token`: no session, but the header X-MSTR-IdentityToken. `operator`: no session, but HTTP Basic with the
 * operator's credential. `public`: nothing.
 */
export type Access = 'session' | 'token' | 'cookie' | 'identity-token' | 'operator' | 'public';

const byRequirements: Readonly<Record<string, Access>> = {
  'authToken+sessionCookie': 'session',
  'authToken+sessionCookie, authToken': 'token',
  sessionCookie: 'cookie',
  operator: 'operator',
};

/**
 * @param inherited what the document demands where the operation itself says nothing
 * @throws Error for a combination that has no name here: an operation must not become public by oversight.
 */
export function accessOf(placed: PlacedOperation, inherited: readonly SecurityRequirement[] | undefined): Access {
  const security = placed.operation.security ?? inherited;
  if (security === undefined) throw new Error(`${placed.operation.operationId} says nothing about security`);
  if (security.length === 0) return needsIdentityToken(placed) ? 'identity-token' : 'public';
  const requirements = security.map((schemes) => Object.keys(schemes).sort().join('+')).join(', ');
  const access = byRequirements[requirements];
  if (access === undefined)
    throw new Error(`${placed.operation.operationId}: no name for the access "${requirements}"`);
  return access;
}

function needsIdentityToken({ parameters }: PlacedOperation): boolean {
  return parameters.some(
    (one) => one.in === 'header' && one.required && one.name.toLowerCase() === 'x-mstr-identitytoken',
  );
}
