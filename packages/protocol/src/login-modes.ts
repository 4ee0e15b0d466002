/** The login modes: the numbers callers send as `loginMode`. Source: docs/protocol section 2. */

/**
 * Where a login mode may be asked for. `login` is `POST /api/auth/login`, `delegate` is `POST /api/auth/delegate`,
 * `browser` is a page with redirects, `native` an operation of its own for programs with an identity provider's token.
 */
export type Door = 'login' | 'delegate' | 'browser' | 'native';

/** What is known of one login mode. */
export interface LoginModeFacts {
  /** The number on the wire. */
  readonly id: number;
  /** Our name for it: the folder of its code and its key in the configuration. */
  readonly name: string;
  /** Its name for people. */
  readonly title: string;
  /** Where it may be asked for; empty for modes that exist but are never served by this API. */
  readonly doors: readonly Door[];
  /** What the caller shows: for documents and login pages. */
  readonly evidence: string;
  /** Confidence mark and source keys of docs/protocol section 2. */
  readonly provenance: string;
}

export const loginModes = [
  {
    id: -1,
    name: 'delegation',
    title: 'Delegation by identity token',
    doors: ['delegate'],
    evidence: 'an identity token of a live session',
    provenance: 'C: MSTRIO, RMSTRIO, NODE, PAUL, AUTO',
  },
  {
    id: 1,
    name: 'standard',
    title: 'Standard',
    doors: ['login'],
    evidence: 'login name and password',
    provenance: 'D: QDX, H-CFG',
  },
  {
    id: 2,
    name: 'windows',
    title: 'Windows',
    doors: [],
    evidence: 'not served by this API',
    provenance: 'D for the name: H-ENUM; I for the number',
  },
  {
    id: 4,
    name: 'pass-through',
    title: 'Pass-through',
    doors: [],
    evidence: 'not served by this API',
    provenance: 'D for the name: H-ENUM; I for the number',
  },
  {
    id: 8,
    name: 'anonymous',
    title: 'Anonymous (guest)',
    doors: ['login'],
    evidence: 'nothing',
    provenance: 'D: QDX, H-CFG, ESDK, H-ENUM',
  },
  {
    id: 16,
    name: 'ldap',
    title: 'LDAP',
    doors: ['login'],
    evidence: 'login name and password, checked by a directory',
    provenance: 'D: QDX, H-CFG',
  },
  {
    id: 32,
    name: 'database',
    title: 'Database pass-through',
    doors: [],
    evidence: 'not served by this API',
    provenance: 'D for the name: H-ENUM; C for the number',
  },
  {
    id: 64,
    name: 'trusted',
    title: 'Trusted (header of a proxy)',
    doors: ['login'],
    evidence: 'a header that an access-management proxy sets',
    provenance: 'D: H-CFG',
  },
  {
    id: 128,
    name: 'kerberos',
    title: 'Kerberos (integrated)',
    doors: ['login', 'browser'],
    evidence: 'SPNEGO negotiation',
    provenance: 'D: H-CFG, H-ENUM',
  },
  {
    id: 4096,
    name: 'api-token',
    title: 'API token',
    doors: ['login'],
    evidence: 'an API token in the field username',
    provenance: 'C: MSTRIO, PAUL; C-obs: AUTO',
  },
  {
    id: 1048576,
    name: 'saml',
    title: 'SAML 2.0',
    doors: ['browser'],
    evidence: 'a signed assertion of an identity provider',
    provenance: 'D: H-CFG, ESDK',
  },
  {
    id: 4194304,
    name: 'oidc',
    title: 'OpenID Connect',
    doors: ['browser', 'native'],
    evidence: 'tokens of an identity provider',
    provenance: 'D: H-CFG, ESDK',
  },
] as const satisfies readonly LoginModeFacts[];

/** The facts about the mode with this number, or undefined where the number means nothing. */
export function findLoginMode(id: number): LoginModeFacts | undefined {
  return loginModes.find((mode) => mode.id === id);
}
