/** Programs that are no browser: where they get their tokens, and what these say. Source: docs/protocol sections 3.9 and 3.10. */
import { createHash } from 'node:crypto';
import type { Clock } from '../../clock/clock.js';
import { Problem } from '../../errors/problem.js';
import type { Identity, NativeEvidence, NativeSource, Rejection } from '../login-mode.js';
import { identityOf } from './identity.js';
import type { Provider } from './provider.js';
import { refusalOf } from './refusal.js';

/** @throws Problem inputInvalid where no provider has this client; serviceUnavailable */
export async function identifyNative(
  providers: readonly Provider[],
  { clientId, idToken, accessToken }: NativeEvidence,
  clock: Clock,
): Promise<Identity | Rejection> {
  const provider = providers.find(({ settings }) => settings.nativeClientId === clientId);
  if (provider === undefined) {
    throw new Problem('inputInvalid', { message: 'clientId names no native client of a provider' });
  }
  try {
    const claims = await provider.nativeClaims(idToken, clientId, accessToken);
    const { exp = 0 } = claims;
    // What is signed: a signature may have several spellings.
    const signed = idToken.slice(0, idToken.lastIndexOf('.'));
    const id = `id token ${createHash('sha256').update(signed).digest('base64url')}`;
    const until = clock.monotonic() + exp * 1000 - clock.now() + provider.toleranceMs;
    return { ...identityOf(provider, claims), oneUse: { id, until } };
  } catch (cause) {
    return refusalOf(cause);
  }
}

/** @param redirectUri of the server itself, for each provider */
export async function nativeSourcesOf(
  providers: readonly Provider[],
  redirectUri: (provider: Provider) => string,
  importUsers: boolean,
): Promise<readonly NativeSource[]> {
  const [first] = providers;
  const sources = providers.map(async (provider): Promise<readonly NativeSource[]> => {
    const { name, title = name, issuer, clientId, nativeClientId, scopes } = provider.settings;
    if (nativeClientId === undefined) return [];
    return [
      {
        id: name,
        issuer,
        mstrIam: false,
        blockAutoProvisioning: !importUsers,
        nativeClientId,
        clientId,
        redirectUri: redirectUri(provider),
        scopes: [...scopes],
        vendor: { name: title, version: '' },
        default: provider === first,
        metadata_endpoint: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
        // It can be asked there as well, once it answers again.
        ...(await addressesOf(provider).catch(() => ({}))),
      },
    ];
  });
  return (await Promise.all(sources)).flat();
}

async function addressesOf(provider: Provider) {
  const { configuration } = await provider.known();
  const metadata = configuration.serverMetadata();
  const addresses = {
    endSessionEndpoint: metadata.end_session_endpoint,
    authorization_endpoint: metadata.authorization_endpoint,
    token_endpoint: metadata.token_endpoint,
    userinfo_endpoint: metadata.userinfo_endpoint,
    jwks_uri: metadata.jwks_uri,
  };
  return Object.fromEntries(Object.entries(addresses).filter(([, address]) => address !== undefined));
}
