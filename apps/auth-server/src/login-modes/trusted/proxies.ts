import { hash, timingSafeEqual } from 'node:crypto';
import { BlockList, isIP } from 'node:net';
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
    for (const range of proxies) add(this.#addresses, range);
    this.#secret = secret && { header: secret.header, digest: digest(secret.value) };
  }

  /** Goes by the address of the socket alone: anybody can write an X-Forwarded-For. */
  distrust({ ip, headers }: Pick<Evidence, 'ip' | 'headers'>): Distrust | undefined {
    if (!this.#knows(ip)) return 'not a trusted proxy';
    if (this.#secret === undefined) return undefined;
    const sent = headers[this.#secret.header];
    // Digests have one length, and comparing them takes one time.
    const same = typeof sent === 'string' && timingSafeEqual(digest(sent), this.#secret.digest);
    return same ? undefined : 'the secret is missing or wrong';
  }

  #knows(ip: string): boolean {
    const [address = ''] = ip.split('%', 1); // a link-local address names its network card behind the sign
    const family = familyOf(address);
    // A list knows an IPv4 address in its IPv6 form too: ::ffff:10.1.2.3 is how a socket for both reports it.
    return family !== undefined && this.#addresses.check(address, family);
  }
}

/** Is this an IP address, or a range of them that leaves somebody out? */
export function isAddressRange(text: string): boolean {
  try {
    add(new BlockList(), text);
    return true;
  } catch {
    return false;
  }
}

function add(list: BlockList, range: string): void {
  const [address = '', prefix, ...more] = range.split('/');
  const family = familyOf(address);
  if (family === undefined || more.length > 0) throw new Error('not an address');
  if (prefix === undefined) return list.addAddress(address, family);
  if (!/^[1-9]\d{0,2}$/.test(prefix)) throw new Error('not the length of a prefix');
  list.addSubnet(address, Number(prefix), family);
}

function familyOf(address: string): 'ipv4' | 'ipv6' | undefined {
  const version = isIP(address);
  return version === 0 ? undefined : `ipv${version as 4 | 6}`; // there are no others
}

function digest(text: string): Buffer {
  return hash('sha256', text, 'buffer');
}
