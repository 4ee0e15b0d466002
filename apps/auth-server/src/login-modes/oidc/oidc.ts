import { ClientError } from 'openid-client';
import { Problem } from '../../errors/problem.js';
import type { BrowserEvidence, Identity, Lent, LoginMode, Rejection } from '../login-mode.js';
import { parseSettings } from '../parse-settings.js';
import { redirected, strategyOf } from '../strategy-of.js';
import { profileIn } from './profile.js';
import { Provider } from './provider.js';
import { oidcSettings } from './settings.js';

const returnPath = '/auth/oidc/login';

/** OpenID Connect: an identity provider vouches for the browser. Source: docs/protocol sections 3.14 and 6.6. */
export const oidc: LoginMode = {
  id: 4_194_304,
  name: 'oidc',
  doors: ['browser'],
  settings: oidcSettings,
  configure(given) {
    const settings = parseSettings('auth.oidc', oidcSettings, given);
    const { linkByLoginName, importUsers, groups } = settings;
    return (lent) => {
      const providers = settings.providers.map((one) => new Provider(one, settings, lent.clock));
      return {
        admission: { linkByLoginName, importUsers, groups },
        sources: settings.providers.map(({ name, title = name }) => ({ name, title })),
        routes: [{ kind: 'return', method: 'GET', path: returnPath, idParameter: 'state' }],
        strategy: strategyOf<BrowserEvidence>('oidc', async ({ body }) => {
          const [first] = providers;
          const { source = first?.settings.name } = body.pending;
          const provider = providers.find(({ settings: { name } }) => name === source);
          if (provider === undefined) throw new Problem('inputInvalid', { message: 'There is no such source' });
          if (body.kind === 'start') {
            return redirected(await provider.authorizationUrl(body.pending, redirectUri(lent)));
          }
          return identify(provider, body, lent);
        }),
      };
    };
  },
};

function redirectUri({ publicUrl }: Lent): string {
  return publicUrl() + returnPath;
}

async function identify(
  provider: Provider,
  { pending, parameters }: Extract<BrowserEvidence, { kind: 'return' }>,
  lent: Lent,
): Promise<Identity | Rejection> {
  const returnedTo = new URL(`${redirectUri(lent)}?${new URLSearchParams(parameters).toString()}`);
  try {
    const claims = await provider.claims(pending, returnedTo);
    const profile = profileIn(claims, provider.settings.claims);
    if (profile === undefined)
      return { problem: 'providerAnswerRefused', detail: 'the claim of the login name is missing' };
    return { issuer: `oidc ${provider.settings.issuer}`, subject: claims.sub, profile };
  } catch (cause) {
    if (cause instanceof Problem) throw cause;
    return { problem: 'providerAnswerRefused', detail: detailOf(cause), cause };
  }
}

/** What was wrong, as the library or the provider names it by a code: never a token. */
function detailOf(cause: unknown): string {
  if (cause instanceof ClientError) return cause.code ?? cause.message;
  return cause instanceof Error ? cause.message.slice(0, 200) : 'unknown';
}
