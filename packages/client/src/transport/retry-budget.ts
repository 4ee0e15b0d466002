const capacity = 10;
const perSuccess = 0.1;

/**
 * How many requests of one client may still be sent again. A server in trouble gets at most a tenth more requests by it,
 * once the first ten are used up.
 */
export class RetryBudget {
  #left = capacity;

  /** A request has succeeded. */
  refill(): void {
    if (this.#left < capacity) this.#left = Math.min(capacity, this.#left + perSuccess);
  }

  /** Takes one, if there is one left. */
  take(): boolean {
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
