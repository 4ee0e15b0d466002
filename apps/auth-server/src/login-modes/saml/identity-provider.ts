import type { Clock } from '../../clock/clock.js';
import { Problem } from '../../errors/problem.js';
import type { Lent } from '../login-mode.js';
import { metadataText, shownSource } from './metadata-text.js';
import { readProviderMetadata, type ProviderFacts } from './provider-metadata.js';
import { Refused } from './refused.js';
import type { ProviderSettings, SamlSettings } from './settings.js';

type Timing = Pick<SamlSettings, 'metadataRefreshMinutes' | 'requestTimeoutSeconds'>;

/** After an attempt to read metadata that has brought nothing. */
const patienceMs = 10_000;
/** Reading them because they are old is put off twice as long after each failure, up to this. */
const longestPatienceMs = 10 * 60_000;

/**
 * One identity provider, with what is known of it. Metadata are read when they are first needed, again when they are old,
 * and at once when a key signs that is not in them; the last good ones are used until new ones are read or they end.
 */
export class IdentityProvider {
  readonly settings: ProviderSettings;
  readonly #timing: Timing;
  readonly #clock: Clock;
  readonly #log: Lent['log'];
  #good: { readonly facts: ProviderFacts; readonly since: number } | undefined;
  #reading: Promise<ProviderFacts> | undefined;
  #inVainAt = -Infinity;
  /** In a row. */
  #failures = 0;
  #failedAt = -Infinity;

  constructor(settings: ProviderSettings, timing: Timing, { clock, log }: Pick<Lent, 'clock' | 'log'>) {
    this.settings = settings;
    this.#timing = timing;
    this.#clock = clock;
    this.#log = log;
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
    if (isOld && this.#clock.monotonic() - this.#failedAt >= this.#patienceMs) this.#read().catch(() => undefined); // the good ones stay
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

  get #patienceMs(): number {
    return Math.min(patienceMs * 2 ** (this.#failures - 1), longestPatienceMs);
  }

  /** One attempt at a time, however many ask for it. */
  #read(): Promise<ProviderFacts> {
    this.#reading ??= this.#readNoted().finally(() => (this.#reading = undefined));
    return this.#reading;
  }

  /** Whoever runs the server has to see to it before the certificates that are known are no good any more. */
  async #readNoted(): Promise<ProviderFacts> {
    const { name, metadata = '' } = this.settings;
    const about = { provider: name, metadata: shownSource(metadata) };
    try {
      const facts = await this.#readOnce();
      if (this.#failures > 0) this.#log.info(about, 'the metadata of the identity provider can be read again');
      this.#failures = 0;
      this.#failedAt = -Infinity;
      return facts;
    } catch (cause) {
      this.#failures += 1;
      this.#failedAt = this.#clock.monotonic();
      const { validUntil } = this.#good?.facts ?? {};
      const more = {
        failures: this.#failures,
        goodUntil: validUntil === undefined ? undefined : new Date(validUntil).toISOString(),
        cause,
      };
      if (this.#good === undefined) this.#log.warn({ ...about, ...more }, `${cannotRead}: nobody can log in there`);
      else {
        const retryInSeconds = this.#patienceMs / 1000;
        this.#log.warn({ ...about, ...more, retryInSeconds }, `${cannotRead}: what was read before stays in use`);
      }
      throw cause;
    }
  }

  async #readOnce(): Promise<ProviderFacts> {
    const { metadata = '', entityId, metadataCertificate } = this.settings;
    const text = await metadataText(metadata, this.#timing.requestTimeoutSeconds * 1000);
    const facts = readProviderMetadata(text, entityId, metadataCertificate);
    if (facts.validUntil !== undefined && this.#clock.now() >= facts.validUntil) {
      throw new Refused('the metadata are over');
    }
    this.#good = { facts, since: this.#clock.monotonic() };
    return facts;
  }
}

const cannotRead =
  'the metadata of an identity provider cannot be read (see cause; check auth.saml.identityProviders.metadata, and that it is reachable, whole and not over)';

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
