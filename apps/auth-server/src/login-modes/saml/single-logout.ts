/** Single logout: what the identity provider tells us, and what we tell it. Source: SAML profiles, section 4.4. */
import { randomBytes } from 'node:crypto';
import type { SourceSession } from '../../engine-sessions/engine-session.js';
import { Problem } from '../../errors/problem.js';
import type { Lent, MessageAnswer, PostedForm, SourceMessage } from '../login-mode.js';
import { attributeOf, childrenOf, onlyChildOf, textOf } from './elements.js';
import type { IdentityProvider } from './identity-provider.js';
import { libraryFor } from './library.js';
import { checkLogoutMessage, issuerOf, logoutMessage, logoutMessageAgeMs, type Came } from './logout-message.js';
import { sentAnswer, sentRequest, wayOfAnswers, wayOfRequests } from './logout-sending.js';
import { nameIdIn, nameIdOf, type NameId } from './profile.js';
import type { ProviderFacts } from './provider-metadata.js';
import { Refused } from './refused.js';
import type { ServiceProvider } from './service-provider.js';
import { NoKeyFits } from './signed-element.js';
import type { XmlElement } from './xml.js';

/** What a session remembers of the one at the identity provider, as the note of its source. */
interface Note {
  readonly nameId: NameId;
  readonly sessionIndex: string | undefined;
}

type Logout = Pick<Lent, 'clock' | 'sourceSessions'>;

export function noteOf(assertion: XmlElement, sessionIndex: string | undefined): string {
  return JSON.stringify({ nameId: nameIdIn(assertion), sessionIndex } satisfies Note);
}

function noteIn({ note = '' }: SourceSession): Note {
  return JSON.parse(note) as Note; // our own words
}

/** @throws Problem providerAnswerRefused with the reason as detail; serviceUnavailable */
export async function receivedLogout(
  message: SourceMessage,
  providers: readonly IdentityProvider[],
  us: ServiceProvider,
  lent: Logout,
): Promise<MessageAnswer> {
  try {
    const came = logoutMessage(message);
    const { provider, facts, root } = await verified(came, providers);
    const id = checkLogoutMessage(root, facts, us.logoutUrl, lent.clock.now(), us.clockSkewMs);
    if (root.name === 'LogoutResponse') {
      await answered(root, provider, lent);
      return { kind: 'signedOut' };
    }
    await ended(root, id, provider, facts, us, message, lent);
    return await answerTo(id, came.relayState, provider, facts, us);
  } catch (cause) {
    if (!(cause instanceof Refused)) throw cause;
    throw new Problem('providerAnswerRefused', { detail: cause.message, cause: cause.cause ?? cause });
  }
}

/** The message as its issuer has signed it. Of redirects that is the whole, of forms the signed bytes. */
async function verified(came: Came, providers: readonly IdentityProvider[]) {
  const issuer = issuerOf(came.root);
  for (const provider of providers) {
    const facts = await provider.facts().catch(() => undefined);
    if (facts === undefined || facts.entityId !== issuer) continue;
    try {
      return { provider, facts, root: came.signedBy(facts.certificates) };
    } catch (error) {
      const newer = error instanceof NoKeyFits ? await provider.factsAfter(facts) : undefined;
      if (newer === undefined) throw error;
      return { provider, facts: newer, root: came.signedBy(newer.certificates) };
    }
  }
  throw new Refused('the Issuer is not the identity provider');
}

async function ended(
  root: XmlElement,
  id: string,
  provider: IdentityProvider,
  { entityId }: ProviderFacts,
  us: ServiceProvider,
  { from }: SourceMessage,
  { clock, sourceSessions }: Logout,
): Promise<void> {
  const until = clock.monotonic() + logoutMessageAgeMs + 2 * us.clockSkewMs;
  const isFirst = await sourceSessions.useOnce({ id: `saml logout ${entityId} ${id}`, until });
  if (!isFirst) throw new Refused('the message was used before');
  const nameId = nameIdOf(onlyChildOf(root, 'assertion', 'NameID'));
  const indexes = childrenOf(root, 'protocol', 'SessionIndex').map(textOf);
  await sourceSessions.end((source) => {
    if (source.name !== provider.settings.name) return false;
    const { nameId: theirs, sessionIndex = '' } = noteIn(source);
    return theirs.value === nameId.value && (indexes.length === 0 || indexes.includes(sessionIndex));
  }, from);
}

/** Without an address for it, the browser stays here. */
async function answerTo(
  id: string,
  relayState: string | undefined,
  provider: IdentityProvider,
  facts: ProviderFacts,
  us: ServiceProvider,
): Promise<MessageAnswer> {
  const way = wayOfAnswers(facts.singleLogout);
  if (way === undefined) return { kind: 'signedOut' };
  const library = libraryFor(provider, facts, us, { logoutUrl: way.location });
  return { kind: 'sent', onward: await sentAnswer(library, way, id, relayState, us.signingKey) };
}

const waitingMs = 10 * 60_000;

/**
 * Where a browser goes that has logged out here.
 * @returns undefined where the identity provider has no single logout
 */
export async function logoutRequest(
  source: SourceSession,
  providers: readonly IdentityProvider[],
  us: ServiceProvider,
  { sourceSessions }: Logout,
): Promise<URL | PostedForm | undefined> {
  const { nameId, sessionIndex } = noteIn(source);
  const provider = providers.find(({ settings }) => settings.name === source.name);
  if (provider === undefined) return undefined;
  const facts = await provider.facts();
  const way = wayOfRequests(facts.singleLogout);
  if (way === undefined) return undefined;
  const requestId = `_${randomBytes(16).toString('hex')}`;
  await sourceSessions.park(`saml logout ${requestId}`, source.name, waitingMs);
  const library = libraryFor(provider, facts, us, { requestId, logoutUrl: way.location });
  return sentRequest(library, way, nameId, { issuer: facts.entityId, sessionIndex }, us.signingKey);
}

/** The answer to a request of ours, once. Our session ended before we asked. */
async function answered(root: XmlElement, { settings }: IdentityProvider, { sourceSessions }: Logout): Promise<void> {
  const source = await sourceSessions.takeParked(`saml logout ${attributeOf(root, 'InResponseTo') ?? ''}`);
  if (source !== settings.name) throw new Refused('the answer to no request of ours');
  const status = onlyChildOf(onlyChildOf(root, 'protocol', 'Status'), 'protocol', 'StatusCode');
  if (attributeOf(status, 'Value') !== 'urn:oasis:names:tc:SAML:2.0:status:Success') {
    throw new Refused('the status is not Success');
  }
}
