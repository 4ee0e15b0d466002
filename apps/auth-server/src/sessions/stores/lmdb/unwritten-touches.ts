/**
 * Uses of sessions that the database does not know yet: it is told in batches. What is noted here is lost where the
 * process is killed, which costs seconds of idle time and never a session.
 */
export class UnwrittenTouches {
  readonly #moments = new Map<string, number>();

  get size(): number {
    return this.#moments.size;
  }

  /** @param id of an HTTP or an Intelligence Server session. A moment that comes late, out of order, takes nothing back. */
  note(id: string, at: number): void {
    if (at > (this.#moments.get(id) ?? -Infinity)) this.#moments.set(id, at);
  }

  /** The last use, where it is later than the one that is stored. */
  lastUse(id: string, stored: number): number {
    const noted = this.#moments.get(id);
    return noted !== undefined && noted > stored ? noted : stored;
  }

  /** The oldest that are noted, at most so many. */
  oldest(most: number): readonly (readonly [id: string, at: number])[] {
    const found: (readonly [string, number])[] = [];
    for (const entry of this.#moments) if (found.push(entry) === most) break;
    return found;
  }

  /** Forgets what is written now. What was noted anew since goes to the end of the row. */
  forget(written: readonly (readonly [id: string, at: number])[]): void {
    for (const [id, at] of written) {
      const noted = this.#moments.get(id);
      this.#moments.delete(id);
      if (noted !== undefined && noted !== at) this.#moments.set(id, noted);
    }
  }
}
