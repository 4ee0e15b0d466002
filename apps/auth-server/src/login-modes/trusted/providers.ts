/** The access-management products, by the number of `auth.trusted.provider`. Source: docs/protocol sections 6.8 and 7. */

export interface Provider {
  /** Headers with the login name, in the order in which they are asked. */
  readonly loginHeaders: readonly string[];
  /** What the product puts there, in lower case, for somebody who has not logged in. */
  readonly nobody: readonly string[];
}

/** Number 3, a custom provider, is missing: its headers are settings. The names are the products' own defaults. */
export const providers: Readonly<Record<1 | 2 | 4 | 6, Provider>> = {
  /** IBM Tivoli Access Manager (WebSEAL). */
  1: { loginHeaders: ['iv-user'], nobody: ['unauthenticated'] },
  /** SiteMinder. */
  2: { loginHeaders: ['sm_user', 'sm_universalid'], nobody: [] },
  /** Oracle Access Manager. */
  4: { loginHeaders: ['oam_remote_user'], nobody: ['anonymous'] },
  /** PingFederate, by its agents. */
  6: { loginHeaders: ['pf_auth_subject'], nobody: [] },
};
