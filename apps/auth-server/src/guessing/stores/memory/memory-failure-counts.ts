import type { Clock } from '../../../clock/clock.js';
import type { FailureCounts, Outcome, Turn } from '../../failure-counts.js';
import { allowanceOf, type GuesserKeys } from '../../guesser.js';
import type { ThrottleRules } from '../../rules.js';
import { BoundedMap } from './bounded-map.js';
import { Counter, type CounterState } from './counter.js';

/** Counters that one call of `sweep` looks at. */
const sweptAtOnce = 5000;

/** What has changed: the counter of a key, or that the name of a key has logged in from its network. */
export type Changed = (what: 'counter' | 'known', key: string) => void;

/** Failures counted in this process. */
export class MemoryFailureCounts implements FailureCounts {
  readonly #rules: ThrottleRules;
  readonly #clock: Clock;
  readonly #changed: Changed;
  readonly #counters: BoundedMap<Counter>;
  /** Names with the networks from which they have logged in. Only a right secret adds one, so no guesser drives any out. */
  readonly #known: BoundedMap<true>;
  #sweeping: MapIterator<[string, Counter]> | undefined;

  /** @param changed hears of what another process would have to know, also of what has gone */
  constructor(rules: ThrottleRules, clock: Clock, changed: Changed = () => undefined) {
    this.#rules = rules;
    this.#clock = clock;
    this.#changed = changed;
    this.#counters = new BoundedMap(rules.maximumCounters, (key) => changed('counter', key));
    this.#known = new BoundedMap(rules.maximumCounters, (key) => changed('known', key));
  }

  ask(keys: GuesserKeys): Turn {
    const counters = this.#countersOf(keys);
    const all = [...counters.values()];
    const now = this.#clock.monotonic();
    const ms = Math.max(...all.map((counter) => counter.waitMs(now)));
    if (ms > 0) return { kind: 'wait', ms };
    const full = all.find((counter) => !counter.hasRoom(now));
    if (full !== undefined) return { kind: 'later', freed: full.turn() };
    for (const counter of all) counter.take();
    return { kind: 'now', settle: (outcome) => this.#settle(keys, counters, outcome) };
  }

  size(): number {
    return this.#counters.size;
  }

  sweep(): void {
    const now = this.#clock.monotonic();
    this.#sweeping ??= this.#counters.entries();
    for (let looked = 0; looked < sweptAtOnce; looked += 1) {
      const { done, value } = this.#sweeping.next();
      if (done === true) {
        this.#sweeping = undefined;
        return;
      }
      const [key, counter] = value;
      if (counter.isIdle(now)) this.#remove(key);
    }
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  /** What there is to remember of a key; undefined: nothing. */
  stateOf(key: string): CounterState | undefined {
    return this.#counters.peek(key)?.state;
  }

  isKnown(key: string): boolean {
    return this.#known.peek(key) === true;
  }

  /** What a former process knew. A clock that was set back makes no wait longer than the longest. */
  restore(key: string, state: CounterState): void {
    const now = this.#clock.monotonic();
    const counter = new Counter(allowanceOf(key, this.#rules), this.#rules.delays, {
      failures: state.failures,
      forgottenUntil: Math.min(state.forgottenUntil, now),
      blockedUntil: Math.min(state.blockedUntil, now + this.#rules.delays.maximumMs),
    });
    if (counter.isIdle(now)) this.#changed('counter', key);
    else this.#counters.set(key, counter);
  }

  restoreKnown(key: string): void {
    this.#known.set(key, true);
  }

  #countersOf({ nameAndNetwork, name, network }: GuesserKeys): ReadonlyMap<string, Counter> {
    const counters = new Map([[nameAndNetwork, this.#counter(nameAndNetwork)]]);
    if (this.#known.get(nameAndNetwork) === true) return counters;
    return counters.set(name, this.#counter(name)).set(network, this.#counter(network));
  }

  #counter(key: string): Counter {
    const counter = this.#counters.get(key) ?? new Counter(allowanceOf(key, this.#rules), this.#rules.delays);
    this.#counters.set(key, counter);
    return counter;
  }

  #settle({ nameAndNetwork }: GuesserKeys, counters: ReadonlyMap<string, Counter>, outcome: Outcome): void {
    const now = this.#clock.monotonic();
    if (outcome === 'succeeded') this.#learn(nameAndNetwork);
    for (const [key, counter] of counters) {
      // Success pardons this name from this network alone: else an account of one's own would pardon every guess.
      const counts = outcome === 'succeeded' && key !== nameAndNetwork ? 'undecided' : outcome;
      const knew = counter.isRemembered;
      counter.settle(counts, now);
      if (counter.isIdle(now)) this.#counters.delete(key);
      else this.#counters.set(key, counter);
      if (knew || counter.isRemembered) this.#changed('counter', key);
    }
  }

  #learn(nameAndNetwork: string): void {
    const knew = this.isKnown(nameAndNetwork);
    this.#known.set(nameAndNetwork, true);
    if (!knew) this.#changed('known', nameAndNetwork);
  }

  #remove(key: string): void {
    this.#counters.delete(key);
    this.#changed('counter', key);
  }
}
