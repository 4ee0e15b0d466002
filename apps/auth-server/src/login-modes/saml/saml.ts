import type { SourceSession } from '../../engine-sessions/engine-session.js';
import { Problem } from '../../errors/problem.js';
import type { BrowserEvidence, Delivered, Identity, LoginMode, PendingLogin, Rejection } from '../login-mode.js';

import { parseSettings } from '../parse-settings.js';
import { redirected, strategyOf, type Redirection } from '../strategy-of.js';
import { IdentityProvider } from './identity-provider.js';
import { authorizeForm, entryPointOf, libraryFor } from './library.js';
import { serviceProviderMetadata } from './metadata.js';
import { paths, ServiceProvider } from './service-provider.js';
import { samlSettings } from './settings.js';
import { logoutRequest, receivedLogout } from './single-logout.js';
import { received, type Verdict } from './single-sign-on.js';

/** SAML 2.0: an identity provider vouches for the browser. Source: docs/protocol sections 3.14 and 6.5. */
export const saml: LoginMode = {
  id: 1_048_576,
  name: 'saml',
  doors: ['browser'],
  settings: samlSettings,
  configure(given) {
    const settings = parseSettings('auth.saml', samlSettings, given);
    const { linkByLoginName, importUsers, groups } = settings;
    return (lent) => {
      const us = new ServiceProvider(settings, lent.publicUrl);
      const providers = settings.identityProviders.map((one) => new IdentityProvider(one, settings, lent));
      return {
        admission: { linkByLoginName, importUsers, groups },
        sources: settings.identityProviders.map(({ name, title = name }) => ({ name, title })),
        routes: [
          {
            kind: 'document',
            method: 'GET',
            path: paths.metadata,
            contentType: 'application/samlmetadata+xml',
            read: () =>
              serviceProviderMetadata(
                us,
                settings.identityProviders.map(({ signed }) => signed),
              ),
          },
          {
            kind: 'delivery',
            method: 'POST',
            path: paths.sso,
            idParameter: 'RelayState',
            maximumBytes: 512 * 1024,
            deliver: (form): Promise<Delivered> => received(form, providers, us, lent.clock),
          },
          {
            kind: 'message',
            path: paths.logout,
            maximumBytes: 512 * 1024,
            receive: (message) => receivedLogout(message, providers, us, lent),
          },
        ],
        ...(settings.logoutMode === 'global'
          ? { logoutAddress: (source: SourceSession) => logoutRequest(source, providers, us, lent) }
          : {}),
        strategy: strategyOf<BrowserEvidence>('saml', async ({ body }) =>
          body.kind === 'start'
            ? requestTo(chosen(providers, body.pending), body.pending, us)
            : identified(body, chosen(providers, body.pending)),
        ),
      };
    };
  },
};

function chosen(providers: readonly IdentityProvider[], pending: PendingLogin): IdentityProvider {
  const { source = providers[0]?.settings.name } = pending;
  const provider = providers.find(({ settings }) => settings.name === source);
  if (provider === undefined) throw new Problem('inputInvalid', { message: 'There is no such source' });
  return provider;
}

/** An ID must not begin with a digit. */
function requestIdOf(pending: PendingLogin): string {
  return `_${pending.derive('request')}`;
}

async function requestTo(provider: IdentityProvider, pending: PendingLogin, us: ServiceProvider): Promise<Redirection> {
  const facts = await provider.facts();
  const { binding, location } = entryPointOf(provider, facts);
  const library = libraryFor(provider, facts, us, { requestId: requestIdOf(pending) });
  if (binding === 'redirect') return redirected(await library.getAuthorizeUrlAsync(pending.id, undefined, {}));
  return redirected(location, await authorizeForm(library, pending.id));
}

/** The response was believed when it was delivered. Here is the browser: did it ask for that? */
function identified(
  { pending, delivered }: Extract<BrowserEvidence, { kind: 'return' }>,
  provider: IdentityProvider,
): Identity | Rejection {
  if (delivered === undefined) {
    return { problem: 'browserLoginLost', detail: 'there is no response of the identity provider' };
  }
  const verdict = JSON.parse(delivered) as Verdict; // our own words
  if (verdict.source !== provider.settings.name) return refused('the answer of another identity provider');
  if (verdict.inResponseTo !== requestIdOf(pending)) return refused('the answer to another request');
  return verdict.identity;
}

function refused(detail: string): Rejection {
  return { problem: 'providerAnswerRefused', detail };
}
