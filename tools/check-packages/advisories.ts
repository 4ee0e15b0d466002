/**
 * Versions below which a package has a published hole that matters here. `npm audit` asks the network, so it cannot
 * decide whether a change is good; this list can. It is gone through again at each release.
 */
export interface Floor {
  readonly name: RegExp;
  readonly atLeast: string;
  /** Versions of older lines in which the hole was closed as well: with `0.1.13`, any 0.1 from that on. */
  readonly alsoMended?: readonly string[];
  readonly why: string;
}

export const floors: readonly Floor[] = [
  { name: /^@nestjs\/(common|core|testing)$/, atLeast: '11.1.18', why: 'the fixed line of Nest' },
  {
    name: /^@nestjs\/platform-fastify$/,
    atLeast: '11.1.14',
    why: 'GHSA-8wpr-639p-ccrj, CVE-2026-2293: guards bypassed by another spelling of the path',
  },
  { name: /^passport$/, atLeast: '0.7.0', why: 'CVE-2022-25896: session fixation' },
  { name: /^qs$/, atLeast: '6.14.1', why: 'memory exhausted by a query' },
  {
    name: /^path-to-regexp$/,
    atLeast: '8.4.0',
    alsoMended: ['0.1.13'], // CVE-2026-4867; the registry of the tests brings it, nothing that is shipped
    why: 'catastrophic backtracking in a route',
  },
  { name: /^jose$/, atLeast: '4.15.5', why: 'memory exhausted by a compressed token' },
  { name: /^jsonwebtoken$/, atLeast: '9.0.3', why: 'weak keys and algorithms accepted' },
  {
    name: /^@node-saml\/(node-saml|passport-saml)$/,
    atLeast: '5.1.0',
    why: 'CVE-2025-54419, CVE-2025-54369: what was read was not what was signed',
  },
  { name: /^xml-crypto$/, atLeast: '6.1.2', why: 'CVE-2025-29774, CVE-2025-29775: forged signatures accepted' },
  { name: /^@xmldom\/xmldom$/, atLeast: '0.8.14', why: 'CVE-2026-34601, CVE-2026-41672' },
];

/** Packages that must not be installed at all, and what stands for them. */
export const absent: readonly (readonly [name: string, why: string])[] = [
  ['ldapjs', 'decommissioned in 2024'],
  ['ldapauth-fork', 'stands on ldapjs'],
  ['passport-ldapauth', 'stands on ldapjs; whoever chooses that engine installs it'],
  ['passport-saml', 'the deprecated name of @node-saml/passport-saml'],
  ['passport-negotiate', 'not maintained'],
];
