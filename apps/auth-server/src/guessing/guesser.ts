/** Who tries to log in, and what his failures count under. */
import { createHmac, hkdfSync } from 'node:crypto';
import { networkOf } from './network.js';
import type { Allowance, ThrottleRules } from './rules.js';

/** Who tries. */
export interface Guesser {
  /** Where the name means somebody: names of different realms are different people. */
  readonly realm: string;
  /** As the caller sent it. Where the secret alone says who he is, the secret: only a keyed hash of it is kept. */
  readonly name: string;
  /** Address of the peer. */
  readonly ip: string;
}

/** Each begins with what it is of, which is the name of its allowance. */
export interface GuesserKeys {
  readonly nameAndNetwork: string;
  readonly name: string;
  readonly network: string;
}

/**
 * Makes the keys: of one size, whatever callers send. They are kept on disks and in Redis, so they are made with a secret:
 * nobody finds out by trying which name one stands for, nor a password that was typed in its place.
 * @param secret of the server, the same on all nodes
 */
export function keysWith(secret: string): (guesser: Guesser) => GuesserKeys {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'counters of failed logins', 32));
  const keyOf = (kind: keyof GuesserKeys, ...parts: readonly string[]) => {
    const hash = createHmac('sha256', key).update(JSON.stringify([kind, ...parts]));
    return `${kind}:${hash.digest('base64url').slice(0, 22)}`;
  };
  return ({ realm, name: spelling, ip }) => {
    const name = guessedName(spelling);
    const network = networkOf(ip);
    return {
      nameAndNetwork: keyOf('nameAndNetwork', realm, name, network),
      name: keyOf('name', realm, name),
      network: keyOf('network', realm, network),
    };
  };
}

export function allowanceOf(key: string, rules: ThrottleRules): Allowance {
  return rules[key.slice(0, key.indexOf(':')) as keyof GuesserKeys]; // keysWith makes all keys
}

/**
 * Spellings that a directory may take for one name are one here: case, compatibility forms, accents, blanks and what is
 * invisible do not count. Better that two names share a counter than that one name has many. Source: RFC 4518.
 */
function guessedName(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}\p{Z}\p{C}\p{Default_Ignorable_Code_Point}]/gu, '');
}
