import { Problem } from '../../errors/problem.js';
import type { BrowserEvidence, Evidence, Identity, Lent, LoginMode, Rejection } from '../login-mode.js';
import { parseSettings } from '../parse-settings.js';
import { redirected, strategyOf } from '../strategy-of.js';
import { profileIn } from './profile.js';
import { Provider } from './provider.js';
import { refusalOf } from './refusal.js';
import { oidcSettings, type ProviderSettings } from './settings.js';

/** OpenID Connect: an identity provider vouches for the browser. Source: docs/protocol sections 3.14 and 6.6. */
export const oidc: LoginMode = {
  id: 4_194_304,
  name: 'oidc',
  doors: ['browser'],
  configure(given) {
    const settings = parseSettings('auth.oidc', oidcSettings, given);
    const { linkByLoginName, importUsers, groups } = settings;
    return (lent) => {
      const providers = settings.providers.map((one) => new Provider(one, settings, lent.clock));
      const returnPaths = new Set(settings.providers.map(returnPathOf));
      return {
        admission: { linkByLoginName, importUsers, groups },
        sources: settings.providers.map(({ name, title = name }) => ({ name, title })),
        routes: [...returnPaths].map((path) => ({ kind: 'return', method: 'GET', path, idParameter: 'state' })),
        strategy: strategyOf<BrowserEvidence>('oidc', async ({ body, url }) => {
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
    const claims = await provider.claims(pending, returnedTo);
    const profile = profileIn(claims, provider.settings.claims);
    return { issuer: `oidc ${provider.settings.issuer}`, subject: claims.sub, profile };
  } catch (cause) {
    return refusalOf(cause);
  }
}

function pathOf(url: string): string {
  return url.split('?', 1)[0]?.replace(/\/$/, '') ?? '';
}
