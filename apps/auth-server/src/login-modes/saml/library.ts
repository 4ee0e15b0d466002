/** Passport-SAML: makes our requests, and has to agree with what we found in a response. */
import { SAML, ValidateInResponseTo, type SamlConfig } from '@node-saml/passport-saml';
import type { IdentityProvider } from './identity-provider.js';
import type { ProviderFacts } from './provider-metadata.js';
import { Refused } from './refused.js';
import type { ServiceProvider } from './service-provider.js';

export interface LibraryOptions {
  readonly requestId?: string;
  /** Where a message of single logout goes. */
  readonly logoutUrl?: string;
  readonly decryptionKey?: string | undefined;
}

/** The library, for one message of one provider: it is cheap to make, and what it would keep is not shared by nodes. */
export function libraryFor(
  provider: IdentityProvider,
  facts: ProviderFacts,
  us: ServiceProvider,
  { requestId, logoutUrl = '', decryptionKey }: LibraryOptions = {},
): SAML {
  const { settings } = provider;
  const { signed, nameIdFormat, forceAuthn } = settings;
  const config: SamlConfig = {
    issuer: us.entityId,
    audience: us.entityId,
    callbackUrl: us.ssoUrl,
    entryPoint: entryPointOf(provider, facts).location,
    idpIssuer: facts.entityId,
    idpCert: [...facts.certificates],
    logoutUrl,
    identifierFormat: nameIdFormat,
    forceAuthn,
    disableRequestedAuthnContext: true,
    signatureAlgorithm: 'sha256',
    digestAlgorithm: 'sha256',
    wantAuthnResponseSigned: signed === 'response' || signed === 'both',
    wantAssertionsSigned: signed === 'assertion' || signed === 'both',
    // It reads the machine's clock and keeps requests to itself: we check both (assertion.ts, saml.ts).
    acceptedClockSkewMs: -1,
    validateInResponseTo: ValidateInResponseTo.never,
    ...(requestId === undefined ? {} : { generateUniqueId: () => requestId }),
    ...(decryptionKey === undefined ? {} : { decryptionPvk: decryptionKey }),
    ...(us.signingKey === undefined
      ? {}
      : { privateKey: us.signingKey.privateKey, publicCert: us.signingKey.certificate }),
  };
  return new SAML(config);
}

/** Where requests go, by the binding that is set, or the only one there is. */
export function entryPointOf({ settings }: IdentityProvider, { singleSignOn }: ProviderFacts) {
  const other = settings.requestBinding === 'post' ? 'redirect' : 'post';
  const binding = singleSignOn[settings.requestBinding] === undefined ? other : settings.requestBinding;
  return { binding, location: singleSignOn[binding] ?? '' }; // metadata without any are not read
}

/** A request for the binding HTTP-POST. */
export async function authorizeForm(library: SAML, relayState: string): Promise<Record<string, string>> {
  // Deflating is for the other binding (SAML bindings, section 3.5.4).
  library.options.skipRequestCompression = true;
  const message = await library.getAuthorizeMessageAsync(relayState);
  return { SAMLRequest: String(message['SAMLRequest']), RelayState: relayState };
}

/** @throws Refused where the library does not find the same name id in the same response */
export async function mustAgree(library: SAML, text: string, nameId: string): Promise<void> {
  let found: string | undefined;
  try {
    const { profile } = await library.validatePostResponseAsync({ SAMLResponse: Buffer.from(text).toString('base64') });
    found = profile?.nameID;
  } catch (cause) {
    throw new Refused('passport-saml refuses the response', { cause });
  }
  if (found?.trim() !== nameId) throw new Refused('passport-saml finds another name id');
}
