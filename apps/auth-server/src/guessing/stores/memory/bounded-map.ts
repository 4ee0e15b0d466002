/** A map that never holds more than so many entries: what was not used for longest goes first. */
export class BoundedMap<Value> {
  readonly #entries = new Map<string, Value>();
  readonly #maximum: number;
  readonly #dropped: (key: string) => void;

  /** @param dropped hears of what had to go */
  constructor(maximum: number, dropped: (key: string) => void) {
    this.#maximum = maximum;
    this.#dropped = dropped;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** The value, which counts as used no more than before. */
  peek(key: string): Value | undefined {
    return this.#entries.get(key);
  }

  /** What was not used for longest comes first. What is added meanwhile comes too. */
  entries(): MapIterator<[string, Value]> {
    return this.#entries.entries();
  }

  /** The value, which counts as used now. */
  get(key: string): Value | undefined {
    const value = this.#entries.get(key);
    if (value !== undefined) this.set(key, value);
    return value;
  }

  set(key: string, value: Value): void {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    if (this.#entries.size <= this.#maximum) return;
    // A Map keeps its keys in the order in which they came.
    for (const oldest of this.#entries.keys()) {
      this.#entries.delete(oldest);
      this.#dropped(oldest);
      return;
    }
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }
}
