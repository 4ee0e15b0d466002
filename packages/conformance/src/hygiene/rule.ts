import type { Journal } from './journal.js';

/** One thing that a program should do, or not do, with its sessions. */
export interface Rule {
  readonly id: string;
  /** A sentence about a program that does it right. */
  readonly title: string;
  /** What to do where it does not. */
  readonly advice: string;
  /** Where it does not, a sentence each. */
  readonly find: (journal: Journal) => readonly string[];
}
