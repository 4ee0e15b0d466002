import type { Identity } from '../login-mode.js';
import { parsePrincipal } from './principal.js';
import type { KerberosSettings } from './settings.js';

/** Whom a principal is here. */
export class RealmRules {
  readonly #loginNames: ReadonlyMap<string, string>;
  readonly #keepsRealm: ReadonlyMap<string, boolean>;

  /** @param ownRealms realms of this service */
  constructor({ realms, principals }: Pick<KerberosSettings, 'realms' | 'principals'>, ownRealms: readonly string[]) {
    const named = realms ?? ownRealms.map((realm) => ({ realm, keepRealm: undefined }));
    this.#loginNames = new Map(principals.map(({ principal, loginName }) => [principal, loginName]));
    this.#keepsRealm = new Map(
      // Two realms can each have an ann: only of the own one is she ann, unless the administrator says so.
      named.map(({ realm, keepRealm = !ownRealms.includes(realm) }) => [realm, keepRealm]),
    );
  }

  /** Undefined where the realm is not known here, or the principal is a service that no setting names. */
  identityOf(principal: string): Identity | undefined {
    const parsed = parsePrincipal(principal);
    if (parsed === undefined) return undefined;
    const loginName = this.#loginNames.get(principal) ?? this.#loginNameOf(parsed.components, parsed.realm);
    if (loginName === undefined) return undefined;
    return { issuer: `kerberos:${parsed.realm}`, subject: principal, profile: { loginName } };
  }

  #loginNameOf([name, ...instance]: readonly string[], realm: string): string | undefined {
    const keepsRealm = this.#keepsRealm.get(realm);
    if (name === undefined || instance.length > 0 || keepsRealm === undefined) return undefined;
    return keepsRealm ? `${name}@${realm}` : name;
  }
}
