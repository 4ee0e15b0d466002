/** The seam through which servers on one directory hear whose former credentials count no more. */

/** A user who was disabled, removed, or given another password. */
export interface EndedAccess {
  readonly userId: string;
  /** Sessions of the user that were opened up to this moment, in milliseconds since the epoch, have to end. */
  readonly openedUntil: number;
}

/**
 * What changed elsewhere, in the order in which it did. The directory writes it in one step with the change, and keeps the
 * last thousand. A journal that cannot be read throws.
 */
export interface AccessJournal {
  /**
   * What others have written since this was last asked, or since the directory was opened. Cheap where there is nothing:
   * to be asked every second, and by each login.
   */
  endedElsewhere(): Promise<readonly EndedAccess[]>;
  /** Calls back soon after something may have been written. Where a database cannot do that, asking has to suffice. */
  onWritten?(callback: () => void): void;
}
