/** What the assertion consumer service makes of a response. Source: SAML profiles, section 4.1.4. */
import type { Clock } from '../../clock/clock.js';
import { Problem } from '../../errors/problem.js';
import type { Delivered, Identity } from '../login-mode.js';
import { checkedAssertion } from './assertion.js';
import { childOf, textOf } from './elements.js';
import type { IdentityProvider } from './identity-provider.js';
import { libraryFor, mustAgree } from './library.js';
import { postedMessage } from './message.js';
import { nameIdIn, personIn } from './profile.js';
import type { ProviderFacts } from './provider-metadata.js';
import { Refused } from './refused.js';
import { vouchedIn } from './response.js';
import type { ServiceProvider } from './service-provider.js';
import { noteOf } from './single-logout.js';
import type { ProviderSettings } from './settings.js';
import { NoKeyFits } from './signed-element.js';
import { readXml } from './xml.js';

/** What is kept until the browser is here. */
export interface Verdict {
  /** Name of the identity provider. */
  readonly source: string;
  readonly inResponseTo: string;
  readonly identity: Identity;
}

/** @throws Problem providerAnswerRefused with the reason as detail; serviceUnavailable */
export async function received(
  form: Readonly<Record<string, string>>,
  providers: readonly IdentityProvider[],
  us: ServiceProvider,
  clock: Clock,
): Promise<Delivered> {
  try {
    const text = postedMessage(form['SAMLResponse']);
    const provider = await providerOf(text, providers);
    return await believed(text, relayState(form['RelayState']), provider, us, clock);
  } catch (cause) {
    if (!(cause instanceof Refused)) throw cause;
    throw new Problem('providerAnswerRefused', { detail: cause.message, cause: cause.cause ?? cause });
  }
}

/** Who is to prove himself anew has done so since the login began: a request without a signature could be changed on its way. */
function maximumAgeOf({ forceAuthn, maximumAuthenticationAgeSeconds: set }: ProviderSettings): number | undefined {
  return forceAuthn ? Math.min(set ?? Infinity, 600) : set;
}

/** The id of the login, as we have sent it. It is never an address to go to. */
function relayState(text: string | undefined): string {
  if (text === undefined || !/^[\w-]{22}$/.test(text)) throw new Refused('the RelayState is not ours');
  return text;
}

/** Who says that the response is his. What he says is believed of that provider's keys only. */
async function providerOf(text: string, providers: readonly IdentityProvider[]): Promise<IdentityProvider> {
  const [only, ...others] = providers;
  if (only !== undefined && others.length === 0) return only;
  const root = readXml(text);
  const issuer =
    childOf(root, 'assertion', 'Issuer') ??
    childOf(childOf(root, 'assertion', 'Assertion') ?? root, 'assertion', 'Issuer');
  for (const provider of providers) {
    const facts = await provider.facts().catch(() => undefined);
    if (issuer !== undefined && facts?.entityId === textOf(issuer)) return provider;
  }
  throw new Refused('the Issuer is not the identity provider');
}

async function believed(
  text: string,
  pendingId: string,
  provider: IdentityProvider,
  us: ServiceProvider,
  clock: Clock,
) {
  const facts = await provider.facts();
  try {
    return await checked(text, pendingId, provider, facts, us, clock);
  } catch (error) {
    const newer = error instanceof NoKeyFits ? await provider.factsAfter(facts) : undefined;
    if (newer === undefined) throw error;
    return checked(text, pendingId, provider, newer, us, clock);
  }
}

async function checked(
  text: string,
  pendingId: string,
  provider: IdentityProvider,
  facts: ProviderFacts,
  us: ServiceProvider,
  clock: Clock,
): Promise<Delivered> {
  const { settings } = provider;
  const { assertion, inResponseTo, decryptionKey } = await vouchedIn(text, {
    certificates: facts.certificates,
    signed: settings.signed,
    decryptionKeys: us.encryptionKeys.map(({ privateKey }) => privateKey),
    issuer: facts.entityId,
    destination: us.ssoUrl,
  });
  const maximumAge = maximumAgeOf(settings);
  const said = checkedAssertion(assertion, {
    issuer: facts.entityId,
    audience: us.entityId,
    recipient: us.ssoUrl,
    now: clock.now(),
    clockSkewMs: us.clockSkewMs,
    maximumAuthenticationAgeMs: maximumAge === undefined ? undefined : maximumAge * 1000,
  });
  if (inResponseTo !== said.inResponseTo) throw new Refused('the response and its assertion answer different requests');
  const nameId = nameIdIn(assertion);
  const { subject, profile } = personIn(assertion, nameId, settings);
  await mustAgree(libraryFor(provider, facts, us, { decryptionKey }), text, nameId.value);
  const identity: Identity = {
    issuer: `saml ${facts.entityId}`,
    subject,
    profile,
    sourceSession: {
      name: settings.name,
      note: noteOf(assertion, said.sessionIndex),
    },
  };
  const verdict: Verdict = { source: settings.name, inResponseTo: said.inResponseTo, identity };
  return {
    pendingId,
    text: JSON.stringify(verdict),
    oneUse: {
      id: `saml ${facts.entityId} ${said.id}`,
      until: clock.monotonic() + (said.notOnOrAfter - clock.now()) + us.clockSkewMs,
    },
  };
}
