/** Names events so that the order of the names is the order of the events. */
export class EventIds {
  readonly #process: string;
  #count = 0;

  /** @param process six bytes that no other process has */
  constructor(process: Uint8Array) {
    this.#process = Buffer.from(process).toString('hex');
  }

  /** @param at whole milliseconds since the epoch */
  next(at: number): string {
    this.#count = (this.#count + 1) % 2 ** 32;
    return idsFrom(at) + this.#count.toString(16).padStart(8, '0') + this.#process;
  }
}

/** Not greater than the id of any event at this moment or later, and greater than that of any earlier one. */
export function idsFrom(at: number): string {
  const ms = Math.min(Math.max(0, Math.ceil(at)), 2 ** 48 - 1);
  return ms.toString(16).padStart(12, '0');
}
