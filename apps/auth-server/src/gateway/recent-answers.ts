import type { Clock } from '../clock/clock.js';

interface Kept<T> {
  readonly askedAt: number;
  readonly answer: Promise<T>;
}

/**
 * Answers that are used again for a while, from the moment of their question on: what has changed before a caller came is
 * in no answer that he gets, once the while is over. Callers who come meanwhile share the question. What is oldest goes first.
 */
export class RecentAnswers<T> {
  /** In the order in which they were asked. */
  readonly #kept = new Map<string, Kept<T>>();

  constructor(
    private readonly clock: Clock,
    private readonly freshForMs: number,
    private readonly maximum: number,
    private readonly mayBeKept: (answer: T) => boolean,
  ) {}

  get size(): number {
    return this.#kept.size;
  }

  /** @param ask must not reject */
  async of(key: string, ask: () => Promise<T>): Promise<T> {
    const at = this.clock.monotonic();
    const known = this.#kept.get(key);
    if (known !== undefined && this.#isFresh(known, at)) return known.answer;
    this.#kept.delete(key);
    const answer = ask();
    if (this.freshForMs === 0) return answer;
    this.#makeRoom(at);
    const kept = { askedAt: at, answer };
    this.#kept.set(key, kept);
    const found = await answer;
    if (!this.mayBeKept(found) && this.#kept.get(key) === kept) this.#kept.delete(key);
    return found;
  }

  #isFresh({ askedAt }: Kept<T>, at: number): boolean {
    return at - askedAt < this.freshForMs;
  }

  #makeRoom(at: number): void {
    for (const [key, kept] of this.#kept) {
      if (this.#kept.size < this.maximum && this.#isFresh(kept, at)) return;
      this.#kept.delete(key);
    }
  }
}
