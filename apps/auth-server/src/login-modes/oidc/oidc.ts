import { Problem } from '../../errors/problem.js';
import type { BrowserEvidence, Evidence, Identity, Lent, LoginMode, NativeEvidence, Rejection } from '../login-mode.js';
import { parseSettings } from '../parse-settings.js';
import { redirected, strategyOf } from '../strategy-of.js';
import { identityOf } from './identity.js';
import { readLogoutToken } from './logout-token.js';
import { identifyNative, nativeSourcesOf } from './native.js';
import { Provider } from './provider.js';
import { refusalOf } from './refusal.js';
import { oidcSettings, type ProviderSettings } from './settings.js';

const signedOutPath = '/auth/oidc/logout';

/** OpenID Connect: an identity provider vouches for a person. Source: docs/protocol sections 3.9, 3.10, 3.14 and 6.6. */
export const oidc: LoginMode = {
  id: 4_194_304,
  name: 'oidc',
  doors: ['browser', 'native'],
  settings: oidcSettings,
  configure(given) {
    const settings = parseSettings('auth.oidc', oidcSettings, given);
    const { linkByLoginName, importUsers, groups } = settings;
    return (lent) => {
      const providers = settings.providers.map((one) => new Provider(one, settings, lent.clock));
      const returnPaths = new Set(settings.providers.map(returnPathOf));
      return {
        admission: { linkByLoginName, importUsers, groups },
        sources: settings.providers.map(({ name, title = name }) => ({ name, title })),
        routes: [
          ...[...returnPaths].map((path) => ({ kind: 'return', method: 'GET', path, idParameter: 'state' }) as const),
          { kind: 'signedOut', method: 'GET', path: signedOutPath },
          {
            kind: 'logoutNotice',
            method: 'POST',
            path: '/auth/oidc/backchannel-logout',
            read: ({ logout_token: token }) => readLogoutToken(token, providers, lent.clock),
          },
        ],
        nativeSources: () => nativeSourcesOf(providers, (provider) => redirectUri(provider, lent), importUsers),
        async logoutAddress({ name, note: hint }) {
          const provider = providers.find(({ settings }) => settings.name === name);
          // The session here has ended already: that the provider is down is no reason to fail.
          return provider?.endSessionUrl(lent.publicUrl() + signedOutPath, hint).catch(() => undefined);
        },
        strategy: strategyOf<BrowserEvidence | NativeEvidence>('oidc', async ({ body, url }) => {
          if (body.kind === 'tokens') return identifyNative(providers, body, lent.clock);
          const { source } = body.pending;
          const provider =
            source === undefined ? providers[0] : providers.find(({ settings: { name } }) => name === source);
          if (provider === undefined) throw new Problem('inputInvalid', { message: 'There is no such source' });
          if (body.kind === 'return') return identify(provider, body, url, lent);
          return redirected(await provider.authorizationUrl(body.pending, redirectUri(provider, lent)));
        }),
      };
    };
  },
};

function returnPathOf({ name, ownRedirectUri }: ProviderSettings): string {
  return ownRedirectUri ? `/auth/oidc/login/${name}` : '/auth/oidc/login';
}

function redirectUri({ settings }: Provider, { publicUrl }: Lent): string {
  return publicUrl() + returnPathOf(settings);
}

async function identify(
  provider: Provider,
  { pending, parameters }: Extract<BrowserEvidence, { kind: 'return' }>,
  url: Evidence['url'],
  lent: Lent,
): Promise<Identity | Rejection> {
  const returnedTo = new URL(redirectUri(provider, lent));
  try {
    // Another path is the redirect URI of another provider: the code may be one of his (RFC 9700 section 4.4).
    if (!pathOf(url).endsWith(returnPathOf(provider.settings)))
      throw new Error('the redirect URI is that of another provider');
    returnedTo.search = String(new URLSearchParams(parameters));
    const { claims, logoutHint } = await provider.proof(pending, returnedTo);
    return identityOf(provider, claims, logoutHint);
  } catch (cause) {
    return refusalOf(cause);
  }
}

function pathOf(url: string): string {
  return url.split('?', 1)[0]?.replace(/\/$/, '') ?? '';
}
