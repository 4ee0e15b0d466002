/** Attempts of another node may end unheard, so it is asked again after so long. */
const askAgainAfterMs = 100;

/** Those who wait for attempts under the same key that are being judged. */
export class Waiters {
  readonly #waiting = new Map<string, Set<() => void>>();

  /** Resolves when one of them has ended, here or perhaps elsewhere. */
  wait(key: string): Promise<void> {
    return new Promise((resolve) => {
      const waiting = this.#waiting.get(key) ?? new Set();
      const wake = () => {
        clearTimeout(timer);
        waiting.delete(wake);
        if (waiting.size === 0 && this.#waiting.get(key) === waiting) this.#waiting.delete(key);
        resolve();
      };
      const timer = setTimeout(wake, askAgainAfterMs);
      this.#waiting.set(key, waiting.add(wake));
    });
  }

  /** One has ended here, so there is room for one. */
  wakeOne(key: string): void {
    for (const wake of this.#waiting.get(key) ?? []) {
      wake();
      return;
    }
  }
}
