import { readFile } from 'node:fs/promises';
import type { Clock } from '../../clock/clock.js';
import { Problem } from '../../errors/problem.js';
import { boundedFetch } from '../oidc/bounded-fetch.js';
import { readProviderMetadata, type ProviderFacts } from './provider-metadata.js';
import { Refused } from './refused.js';
import type { ProviderSettings, SamlSettings } from './settings.js';

type Timing = Pick<SamlSettings, 'metadataRefreshMinutes' | 'requestTimeoutSeconds'>;

/** After an attempt to read metadata that has brought nothing. */
const patienceMs = 10_000;

/**
 * One identity provider, with what is known of it. Metadata are read when they are first needed, again when they are old,
 * and at once when a key signs that is not in them; the last good ones are used until new ones are read or they end.
 */
export class IdentityProvider {
  readonly settings: ProviderSettings;
  readonly #timing: Timing;
  readonly #clock: Clock;
  #good: { readonly facts: ProviderFacts; readonly since: number } | undefined;
  #reading: Promise<ProviderFacts> | undefined;
  #inVainAt = -Infinity;

  constructor(settings: ProviderSettings, timing: Timing, clock: Clock) {
    this.settings = settings;
    this.#timing = timing;
    this.#clock = clock;
    const facts = factsWithoutMetadata(settings);
    if (facts !== undefined) this.#good = { facts, since: Infinity };
  }

  /** @throws Problem serviceUnavailable where nothing good is known */
  async facts(): Promise<ProviderFacts> {
    const good = this.#good;
    const { validUntil } = good?.facts ?? {};
    if (good === undefined || (validUntil !== undefined && this.#clock.now() >= validUntil)) {
      try {
        return await this.#read();
      } catch (cause) {
        const message = 'The metadata of the identity provider cannot be read';
        throw new Problem('serviceUnavailable', { message, headers: { 'retry-after': '5' }, cause });
      }
    }
    const isOld = this.#clock.monotonic() - good.since > this.#timing.metadataRefreshMinutes * 60_000;
    if (isOld && this.#isPatient()) this.#read().catch(() => this.#inVain()); // the good ones stay
    return good.facts;
  }

  /**
   * Reads the metadata anew, for somebody has signed whom those that were used do not know.
   * @returns undefined where they say the same, or did so a moment ago
   */
  async factsAfter(used: ProviderFacts): Promise<ProviderFacts | undefined> {
    if (this.settings.metadata === undefined) return undefined;
    if (isSame(this.#good?.facts, used) && this.#isPatient()) {
      await this.#read().catch(() => undefined);
      if (isSame(this.#good?.facts, used)) this.#inVain();
    }
    return isSame(this.#good?.facts, used) ? undefined : this.#good?.facts;
  }

  #isPatient(): boolean {
    return this.#clock.monotonic() - this.#inVainAt >= patienceMs;
  }

  #inVain(): void {
    this.#inVainAt = this.#clock.monotonic();
  }

  /** One attempt at a time, however many ask for it. */
  #read(): Promise<ProviderFacts> {
    this.#reading ??= this.#readOnce().finally(() => (this.#reading = undefined));
    return this.#reading;
  }

  async #readOnce(): Promise<ProviderFacts> {
    const { metadata = '', entityId, metadataCertificate } = this.settings;
    const text = metadata.includes('://') ? await this.#fetch(metadata) : await readFile(metadata, 'utf8');
    const facts = readProviderMetadata(text, entityId, metadataCertificate);
    if (facts.validUntil !== undefined && this.#clock.now() >= facts.validUntil) {
      throw new Refused('the metadata are over');
    }
    this.#good = { facts, since: this.#clock.monotonic() };
    return facts;
  }

  async #fetch(url: string): Promise<string> {
    const signal = AbortSignal.timeout(this.#timing.requestTimeoutSeconds * 1000);
    const answer = await boundedFetch(url, { method: 'GET', headers: {}, body: null, redirect: 'manual', signal });
    if (answer.status !== 200) throw new Error(`${new URL(url).host} answered ${answer.status}`);
    return answer.text();
  }
}

function isSame(one: ProviderFacts | undefined, other: ProviderFacts): boolean {
  return one?.certificates.join() === other.certificates.join();
}

function factsWithoutMetadata(settings: ProviderSettings): ProviderFacts | undefined {
  const { metadata, entityId, singleSignOnUrl, singleLogoutUrl, certificates } = settings;
  if (metadata !== undefined || entityId === undefined || singleSignOnUrl === undefined) return undefined;
  return {
    entityId,
    certificates: certificates ?? [],
    singleSignOn: { redirect: singleSignOnUrl, post: singleSignOnUrl },
    singleLogout: singleLogoutUrl === undefined ? {} : { redirect: singleLogoutUrl, post: singleLogoutUrl },
    validUntil: undefined,
  };
}
