/** What transactions have to say in one kind of database, and need not say in another. */
import type { Kysely } from 'kysely';
import type { Tables } from './tables.js';

/**
 * Holds until the end of the transaction what it rests on. SQLite lets one transaction at a time write, so there is nothing
 * to say; PostgreSQL lets many, and each says what the others must not change meanwhile.
 */
export interface Locks {
  user(transaction: Kysely<Tables>, userId: string): Promise<void>;
  setting(transaction: Kysely<Tables>, name: string): Promise<void>;
  /** So that entries can be read in the order of their numbers: none with a smaller number comes later. */
  journal(transaction: Kysely<Tables>): Promise<void>;
}

/** How a directory writes. */
export interface Writing {
  readonly locks: Locks;
  /** Names the directory, or the process, in what it writes down for others. */
  readonly writtenBy: string;
}
