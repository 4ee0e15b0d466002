/** Keeps guessers of secrets slow: who was wrong too often is refused before the secret is looked at. */
import { Problem } from '../errors/problem.js';
import type { FailureCounts, Outcome, Turn } from './failure-counts.js';
import { keysWith, type Guesser, type GuesserKeys } from './guesser.js';

/** How many may wait for attempts of the same name or network that are being judged. */
const maximumWaiting = 256;

/**
 * Counts failures by name and network. A name from a network from which it has logged in before is counted by itself,
 * so that nobody else can keep its owner out. Names need not exist. Source: docs/passwords.md.
 */
export class Throttle {
  readonly #counts: FailureCounts;
  readonly #keysOf: (guesser: Guesser) => GuesserKeys;
  #waiting = 0;

  /** @param secret hides names where counts are kept; the same on all nodes that share them */
  constructor(counts: FailureCounts, secret: string) {
    this.#counts = counts;
    this.#keysOf = keysWith(secret);
  }

  /**
   * Lets an attempt be judged, and counts how it ends: as a failure if `judge` throws a problem with status 401, and as
   * nothing if it throws anything else. An attempt that comes while others are being judged may have to wait for them.
   * @throws Problem tooManyRequests with `retry-after`, before `judge` is called; serviceUnavailable where too many wait,
   * or the counts cannot be reached
   */
  async guard<Result>(guesser: Guesser, judge: () => Promise<Result>): Promise<Result> {
    const settle = await this.#begin(this.#keysOf(guesser));
    let outcome: Outcome = 'undecided';
    try {
      const result = await judge();
      outcome = 'succeeded';
      return result;
    } catch (error) {
      if (error instanceof Problem && error.row.status === 401) outcome = 'failed';
      throw error;
    } finally {
      settle(outcome);
    }
  }

  async #begin(keys: GuesserKeys): Promise<(outcome: Outcome) => void> {
    for (;;) {
      const turn = await this.#ask(keys);
      if (turn.kind === 'now') return turn.settle;
      if (turn.kind === 'wait') throw tooManyRequests(turn.ms);
      await this.#waitFor(turn.freed);
    }
  }

  async #ask(keys: GuesserKeys): Promise<Turn> {
    try {
      return await this.#counts.ask(keys);
    } catch (cause) {
      throw unavailable('The counters of failed logins cannot be reached', cause);
    }
  }

  async #waitFor(freed: Promise<void>): Promise<void> {
    if (this.#waiting >= maximumWaiting) throw unavailable('Too many logins are waiting');
    this.#waiting += 1;
    await freed;
    this.#waiting -= 1;
  }
}

function unavailable(message: string, cause?: unknown): Problem {
  return new Problem('serviceUnavailable', { message, headers: { 'retry-after': '1' }, cause });
}

function tooManyRequests(waitMs: number): Problem {
  const seconds = Math.ceil(waitMs / 1000);
  return new Problem('tooManyRequests', {
    message: `Too many failed logins. Wait ${seconds} seconds before the next attempt.`,
    headers: { 'retry-after': String(seconds) },
  });
}
