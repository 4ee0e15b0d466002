import type { GuesserKeys } from './guesser.js';

/** What became of an attempt. `undecided`: nothing was found out about the secret. */
export type Outcome = 'failed' | 'succeeded' | 'undecided';

/** What is said to an attempt that asks to be judged. */
export type Turn =
  /** It may be, and holds a place until it is settled. */
  | { readonly kind: 'now'; readonly settle: (outcome: Outcome) => void }
  /** Too many have failed: not for so many milliseconds. */
  | { readonly kind: 'wait'; readonly ms: number }
  /** Others are being judged, all of which may fail: ask again when one of them may have ended. */
  | { readonly kind: 'later'; readonly freed: Promise<void> };

/**
 * Where failures are counted. However many attempts come at once, and at however many nodes, no more of them are judged
 * than if they came one by one. A name from a network from which it has logged in counts under their common key alone.
 * What is kept is bounded (`ThrottleRules.maximumCounters`): beyond, what matters least goes first.
 */
export interface FailureCounts {
  /** @throws Error where the counts cannot be reached */
  ask(keys: GuesserKeys): Turn | Promise<Turn>;
  /** How many counters are held. */
  size(): number | Promise<number>;
  /** Forgets some of what is over, to be called every few seconds. Nothing depends on when. */
  sweep(): void;
  /** What shall outlive the process does now. */
  close(): Promise<void>;
}
