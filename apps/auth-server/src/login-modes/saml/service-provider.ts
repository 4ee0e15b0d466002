import type { Lent } from '../login-mode.js';
import type { SamlSettings } from './settings.js';

export const paths = { metadata: '/saml/metadata', sso: '/saml/SSO', logout: '/saml/SingleLogout' } as const;

/** We, as identity providers see us. */
export class ServiceProvider {
  readonly #settings: SamlSettings;
  readonly #publicUrl: Lent['publicUrl'];

  constructor(settings: SamlSettings, publicUrl: Lent['publicUrl']) {
    this.#settings = settings;
    this.#publicUrl = publicUrl;
  }

  get entityId(): string {
    return this.#settings.entityId ?? this.#publicUrl() + paths.metadata;
  }

  /** The assertion consumer service. */
  get ssoUrl(): string {
    return this.#publicUrl() + paths.sso;
  }

  get logoutUrl(): string {
    return this.#publicUrl() + paths.logout;
  }

  get signingKey() {
    return this.#settings.signingKey;
  }

  get encryptionKeys() {
    return this.#settings.encryptionKeys;
  }

  get clockSkewMs(): number {
    return this.#settings.clockSkewSeconds * 1000;
  }
}
