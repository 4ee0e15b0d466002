import { randomInt } from 'node:crypto';
import type { Clock } from '../../../clock/clock.js';
import type { SharedRedis } from '../../../redis/shared-redis.js';
import type { FailureCounts, Outcome, Turn } from '../../failure-counts.js';
import { allowanceOf, type GuesserKeys } from '../../guesser.js';
import type { ThrottleRules } from '../../rules.js';
import { guessingScripts } from './scripts.js';
import { Waiters } from './waiters.js';

/** So long an attempt holds its place, should its node die. One that takes longer still counts when it fails. */
const leaseMs = 10_000;
/** Counters of one bucket: few enough to look at all of them when it is full. */
const bucketSize = 100;

type Commands = Readonly<Record<keyof typeof guessingScripts, (...args: readonly string[]) => Promise<unknown>>>;
type Begun = readonly [kind: Turn['kind'], detail: string];

/** Failures counted in Redis, for all nodes together. */
export class RedisFailureCounts implements FailureCounts {
  readonly #redis: SharedRedis;
  readonly #commands: Commands;
  readonly #rules: ThrottleRules;
  readonly #clock: Clock;
  readonly #buckets: number;
  readonly #waiters = new Waiters();
  readonly #settling = new Set<Promise<void>>();

  constructor(redis: SharedRedis, rules: ThrottleRules, clock: Clock) {
    this.#redis = redis;
    this.#rules = rules;
    this.#clock = clock;
    this.#buckets = Math.max(1, Math.floor(rules.maximumCounters / bucketSize));
    for (const [name, script] of Object.entries(guessingScripts)) redis.client.defineCommand(name, script);
    this.#commands = redis.client as unknown as Commands; // defineCommand() makes a method of this form
  }

  /** One round trip for a name that is known from its network, else two. */
  async ask({ nameAndNetwork, name, network }: GuesserKeys): Promise<Turn> {
    const at = this.#now();
    const lease = `${at + leaseMs}.${randomInt(1e9)}`;
    const taken: string[] = [];
    const settle = (outcome: Outcome) => {
      for (const key of taken) {
        // Success pardons this name from this network alone: else an account of one's own would pardon every guess.
        this.#settle(key, lease, outcome === 'succeeded' && key !== nameAndNetwork ? 'undecided' : outcome);
      }
    };
    const take = async (key: string): Promise<Begun> => {
      taken.push(key); // also where no answer comes: it may be taken all the same
      const begun = (await this.#commands.guessBegin(...this.#arguments(key, at, lease))) as Begun; // as the script has it
      if (begun[0] !== 'now') taken.splice(taken.indexOf(key), 1);
      return begun;
    };
    try {
      const first = await take(nameAndNetwork);
      if (first[0] !== 'now') return this.#turn(nameAndNetwork, first);
      const others = first[1] === 'known' ? [] : [name, network];
      const begun = await Promise.all(others.map(take));
      const refused = begun.findIndex(([kind]) => kind === 'wait');
      const index = refused >= 0 ? refused : begun.findIndex(([kind]) => kind === 'later');
      const [key, answer] = [others[index], begun[index]];
      if (key === undefined || answer === undefined) return { kind: 'now', settle };
      settle('undecided');
      return this.#turn(key, answer);
    } catch (error) {
      settle('undecided');
      throw error;
    }
  }

  async size(): Promise<number> {
    await Promise.all(this.#settling);
    const { client } = this.#redis;
    const buckets = Array.from({ length: this.#buckets }, (_, number) => this.#bucket(number));
    const sizes = await Promise.all(buckets.map(([counters]) => client.hlen(counters)));
    return sizes.reduce((sum, one) => sum + one, 0);
  }

  /** Redis does, and each bucket as it fills. */
  sweep(): void {}

  /** The connection is not its own. */
  async close(): Promise<void> {
    await Promise.all(this.#settling);
  }

  #turn(key: string, [kind, detail]: Begun): Turn {
    return kind === 'wait' ? { kind: 'wait', ms: Number(detail) } : { kind: 'later', freed: this.#waiters.wait(key) };
  }

  /** Nobody waits for it: until it is there, the attempt counts as one that is being judged. */
  #settle(key: string, lease: string, outcome: Outcome): void {
    const args = [...this.#arguments(key, this.#now(), lease), outcome, String(this.#rules.delays.firstMs)];
    const settling = this.#commands
      .guessSettle(...args)
      .catch(() => undefined) // Redis is away: its lease ends
      .then(() => {
        this.#settling.delete(settling);
        this.#waiters.wakeOne(key);
      });
    this.#settling.add(settling);
  }

  #arguments(key: string, at: number, lease: string): readonly string[] {
    const { freeFailures, forgetOneEveryMs } = allowanceOf(key, this.#rules);
    const number = Buffer.from(key.slice(-8), 'base64url').readUInt32BE() % this.#buckets;
    const numbers = [at, key, freeFailures, forgetOneEveryMs, this.#rules.delays.maximumMs, lease, bucketSize];
    return [...this.#bucket(number), ...numbers.map(String)];
  }

  #bucket(number: number): readonly [counters: string, known: string] {
    const { keyPrefix } = this.#redis;
    return [`${keyPrefix}g:{${number}}`, `${keyPrefix}g:{${number}}:known`];
  }

  #now(): number {
    return Math.floor(this.#clock.monotonic());
  }
}
