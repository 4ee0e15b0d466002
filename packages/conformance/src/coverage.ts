/** What came back in a run, counted by operation and status. */
import { operationTable, type OperationFacts, type OperationId } from '@mstr-rest/protocol';
import type { Asked } from './exchange.js';

/** One pair of operation and status, as `postLogin 204`. */
export type Pair = `${OperationId} ${number}`;

/** Which declared answers were seen, and which answers came that the document does not allow. */
export class Coverage {
  readonly #seen = new Map<Pair, number>();
  readonly #violations: string[] = [];

  /** Notes an answer, with what is wrong with it. */
  note(operation: Asked, status: number, faults: readonly string[]): void {
    if (operation !== null && operation !== 'preflight') {
      const pair: Pair = `${operation} ${status}`;
      this.#seen.set(pair, (this.#seen.get(pair) ?? 0) + 1);
    }
    for (const fault of faults) this.#violations.push(`${operation ?? 'unknown address'} ${status}: ${fault}`);
  }

  /** Declared answers that did not come. */
  get missing(): readonly Pair[] {
    return declaredPairs.filter((pair) => !this.#seen.has(pair));
  }

  /** How often each answer came. */
  get seen(): ReadonlyMap<Pair, number> {
    return this.#seen;
  }

  /** Departures from the document, in the order in which they came. */
  get violations(): readonly string[] {
    return this.#violations;
  }

  /** Takes over what another run saw. */
  add(other: Coverage): void {
    for (const [pair, count] of other.#seen) this.#seen.set(pair, (this.#seen.get(pair) ?? 0) + count);
    this.#violations.push(...other.#violations);
  }
}

/** Every answer that the document declares. */
export const declaredPairs: readonly Pair[] = Object.values(operationTable).flatMap(
  ({ operationId, statuses }: OperationFacts) =>
    statuses.map(({ status }): Pair => `${operationId as OperationId} ${status}`), // the table's own keys
);
