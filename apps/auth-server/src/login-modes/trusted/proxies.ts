import { hash, timingSafeEqual } from 'node:crypto';
import { BlockList } from 'node:net';
import { addRange, hasAddress } from '../../config/address-range.js';
import type { Evidence } from '../login-mode.js';
import type { TrustedSettings } from './settings.js';

/** Why the headers of this request are not to be believed, for the audit; undefined where they are. */
export type Distrust = 'not a trusted proxy' | 'the secret is missing or wrong';

/** The proxies that may say who somebody is. */
export class Proxies {
  readonly #addresses: BlockList;
  readonly #secret: { readonly header: string; readonly digest: Buffer } | undefined;

  constructor({ proxies, secret }: Pick<TrustedSettings, 'proxies' | 'secret'>) {
    this.#addresses = new BlockList();
    for (const range of proxies) addRange(this.#addresses, range);
    this.#secret = secret && { header: secret.header, digest: digest(secret.value) };
  }

  /** Goes by the address of the socket alone: anybody can write an X-Forwarded-For. */
  distrust({ peer, headers }: Pick<Evidence, 'peer' | 'headers'>): Distrust | undefined {
    if (!hasAddress(this.#addresses, peer)) return 'not a trusted proxy';
    if (this.#secret === undefined) return undefined;
    const sent = headers[this.#secret.header];
    // Digests have one length, and comparing them takes one time.
    const same = typeof sent === 'string' && timingSafeEqual(digest(sent), this.#secret.digest);
    return same ? undefined : 'the secret is missing or wrong';
  }
}

function digest(text: string): Buffer {
  return hash('sha256', text, 'buffer');
}
