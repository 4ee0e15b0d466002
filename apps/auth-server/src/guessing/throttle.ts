/** Keeps guessers of secrets slow: who was wrong too often is refused before the secret is looked at. */
import { createHash } from 'node:crypto';
import type { Clock } from '../clock/clock.js';
import { Problem } from '../errors/problem.js';
import { BoundedMap } from './bounded-map.js';
import { Counter, type Allowance, type Delays, type Outcome } from './counter.js';
import { networkOf } from './network.js';

export interface ThrottleRules {
  /** Of one name from one network. */
  readonly nameAndNetwork: Allowance;
  /** Of one name from all networks together from which nobody has logged in by that name. */
  readonly name: Allowance;
  /** Of one network, on all names together by which nobody has logged in from it. */
  readonly network: Allowance;
  readonly delays: Delays;
  /** How many counters are kept at most, and of how many names it is known from where they log in. */
  readonly maximumCounters: number;
}

/** Who tries. */
export interface Guesser {
  /** Where the name means somebody: names of different realms are different people. */
  readonly realm: string;
  /** As the caller sent it. Where the secret alone says who he is, the secret: only a hash of it is kept. */
  readonly name: string;
  /** Address of the peer. */
  readonly ip: string;
}

/** How many may wait for attempts of the same name or network that are being judged. */
const maximumWaiting = 256;

/**
 * Counts failures by name and network. A name from a network from which it has logged in before is counted by itself,
 * so that nobody else can keep its owner out. Names need not exist. Source: docs/passwords.md.
 */
export class Throttle {
  readonly #rules: ThrottleRules;
  readonly #clock: Clock;
  readonly #counters: BoundedMap<Counter>;
  /** Names with the networks from which they have logged in. Only a right secret adds one, so no guesser drives any out. */
  readonly #known: BoundedMap<true>;
  #waiting = 0;

  constructor(rules: ThrottleRules, clock: Clock) {
    this.#rules = rules;
    this.#clock = clock;
    this.#counters = new BoundedMap(rules.maximumCounters);
    this.#known = new BoundedMap(rules.maximumCounters);
  }

  /** How many counters are held, for tests of the bound. */
  get size(): number {
    return this.#counters.size;
  }

  /**
   * Lets an attempt be judged, and counts how it ends: as a failure if `judge` throws a problem with status 401, and as
   * nothing if it throws anything else. An attempt that comes while others are being judged may have to wait for them.
   * @throws Problem tooManyRequests with `retry-after`, before `judge` is called; serviceUnavailable where too many wait
   */
  async guard<Result>(guesser: Guesser, judge: () => Promise<Result>): Promise<Result> {
    const keys = keysOf(guesser);
    const counters = await this.#begin(keys);
    let outcome: Outcome = 'undecided';
    try {
      const result = await judge();
      outcome = 'succeeded';
      return result;
    } catch (error) {
      if (error instanceof Problem && error.row.status === 401) outcome = 'failed';
      throw error;
    } finally {
      this.#settle(keys, counters, outcome);
    }
  }

  async #begin(keys: Keys): Promise<ReadonlyMap<string, Counter>> {
    for (;;) {
      const counters = this.#countersOf(keys);
      const all = [...counters.values()];
      const now = this.#clock.monotonic();
      const waitMs = Math.max(...all.map((counter) => counter.waitMs(now)));
      if (waitMs > 0) throw tooManyRequests(waitMs);
      const full = all.find((counter) => !counter.hasRoom(now));
      if (full === undefined) {
        for (const counter of all) counter.take();
        return counters;
      }
      await this.#turnOf(full);
    }
  }

  async #turnOf(counter: Counter): Promise<void> {
    if (this.#waiting >= maximumWaiting) {
      throw new Problem('serviceUnavailable', {
        message: 'Too many logins are waiting',
        headers: { 'retry-after': '1' },
      });
    }
    this.#waiting += 1;
    await counter.turn();
    this.#waiting -= 1;
  }

  #countersOf({ nameAndNetwork, name, network }: Keys): ReadonlyMap<string, Counter> {
    const rules = this.#rules;
    const counters = new Map([[nameAndNetwork, this.#counter(nameAndNetwork, rules.nameAndNetwork)]]);
    if (this.#known.get(nameAndNetwork) === true) return counters;
    counters.set(name, this.#counter(name, rules.name));
    return counters.set(network, this.#counter(network, rules.network));
  }

  #counter(key: string, allowance: Allowance): Counter {
    const counter = this.#counters.get(key) ?? new Counter(allowance, this.#rules.delays);
    this.#counters.set(key, counter);
    return counter;
  }

  #settle({ nameAndNetwork }: Keys, counters: ReadonlyMap<string, Counter>, outcome: Outcome): void {
    const now = this.#clock.monotonic();
    if (outcome === 'succeeded') this.#known.set(nameAndNetwork, true);
    for (const [key, counter] of counters) {
      // Success pardons this name from this network alone: else an account of one's own would pardon every guess.
      counter.settle(outcome === 'succeeded' && key !== nameAndNetwork ? 'undecided' : outcome, now);
      if (counter.isIdle(now)) this.#counters.delete(key);
      else this.#counters.set(key, counter);
    }
  }
}

interface Keys {
  readonly nameAndNetwork: string;
  readonly name: string;
  readonly network: string;
}

function keysOf({ realm, name: spelling, ip }: Guesser): Keys {
  const name = guessedName(spelling);
  const network = networkOf(ip);
  return {
    nameAndNetwork: hashOf('name and network', realm, name, network),
    name: hashOf('name', realm, name),
    network: hashOf('network', realm, network),
  };
}

/** Keys of one size, whatever callers send; and memory holds no name, nor a secret that was typed in its place. */
function hashOf(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64');
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

function tooManyRequests(waitMs: number): Problem {
  const seconds = Math.ceil(waitMs / 1000);
  return new Problem('tooManyRequests', {
    message: `Too many failed logins. Wait ${seconds} seconds before the next attempt.`,
    headers: { 'retry-after': String(seconds) },
  });
}
