import type { Level } from '../exchange.js';
import type { Script } from './scripts.js';
import { UsageError } from './usage-error.js';

/** How binding they are, the most binding first, with what that means. */
export const levels: Readonly<Record<Level, string>> = {
  required: 'a real client breaks without it',
  recommended: 'the document says so, and no known client breaks',
  'vendor-observed': "seen at the vendor's server by a third party",
  ours: 'a choice of this project where the public record is silent',
};

/** Which scripts are wanted. An empty list leaves all; of two lists, both must hold. */
export interface Choice {
  readonly ids: readonly string[];
  readonly levels: readonly string[];
  readonly tags: readonly string[];
}

/**
 * @param all in their order, which is kept
 * @throws UsageError for an id, a level or a tag that nothing has
 */
export function choose<T extends Pick<Script, 'id' | 'level' | 'tags'>>(
  all: readonly T[],
  choice: Choice,
): readonly T[] {
  refuseStrangers(
    'id',
    choice.ids,
    all.map(({ id }) => id),
  );
  refuseStrangers('level', choice.levels, Object.keys(levels));
  refuseStrangers('tag', choice.tags, [...new Set(all.flatMap(({ tags }) => tags))]);
  const wanted = (names: readonly string[], having: readonly string[]) =>
    names.length === 0 || names.some((name) => having.some((one) => isSame(one, name)));
  return all.filter(
    ({ id, level, tags }) => wanted(choice.ids, [id]) && wanted(choice.levels, [level]) && wanted(choice.tags, tags),
  );
}

function refuseStrangers(what: string, names: readonly string[], known: readonly string[]): void {
  const stranger = names.find((name) => !known.some((one) => isSame(one, name)));
  if (stranger === undefined) return;
  const hint = known.length > 100 ? '--list shows them' : `there are ${known.join(', ')}`;
  throw new UsageError(`There is no ${what} "${stranger}": ${hint}.`);
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
