import { headers as wireHeaders } from '@mstr-rest/protocol';

/** A list as it came, and the length of the whole list behind it. */
export interface List<Item> {
  readonly items: readonly Item[];
  /** From `x-mstr-total-count`; undefined when the server does not say, or a page may not read it. */
  readonly totalCount: number | undefined;
}

/** Which part of a list is asked for. */
export interface PageOptions {
  /** How many elements to leave out at the beginning; 0 unless said otherwise. */
  readonly offset?: number | undefined;
  /** Most elements of the answer; all unless said otherwise. */
  readonly limit?: number | undefined;
}

export function listOf<Item>(items: readonly Item[], headers: Headers): List<Item> {
  const count = headers.get(wireHeaders.totalCount);
  return { items, totalCount: count !== null && /^\d+$/.test(count) ? Number(count) : undefined };
}

/** These members of an object, without those that are undefined. */
export function defined<Name extends string, Value>(
  values: Readonly<Partial<Record<Name, Value | undefined>>>,
): Partial<Record<Name, Value>> {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as Partial<Record<Name, Value>>; // the same names, and no undefined
}
