/** Exchanges and stories as one list, with what they can be chosen by. */
import { operationTable, type OperationFacts } from '@mstr-rest/protocol';
import { changesOf } from '../changes.js';
import type { Asked } from '../exchange.js';
import { exchanges } from '../exchanges/index.js';
import { storyOf } from '../run-exchange.js';
import { stories } from '../stories/index.js';
import type { Story } from '../story.js';

/** An exchange or a story. */
export interface Script extends Story {
  readonly kind: 'exchange' | 'story';
  /** What it is about: an exchange one operation, a story all that it uses. */
  readonly operations: readonly Asked[];
  /** What it changes at the server; empty: nothing. */
  readonly changes: readonly string[];
  /** What it can be chosen by, beside its id and its level: kind, families, operations, client. */
  readonly tags: readonly string[];
}

function scriptOf(kind: Script['kind'], story: Story, about: readonly Asked[]): Script {
  const operations = [...new Set(about)];
  const facts = operations.flatMap((one): OperationFacts[] =>
    one === null || one === 'preflight' ? [] : [operationTable[one]],
  );
  const families = facts.map(({ family }) => family.toLowerCase().replaceAll(' ', '-'));
  const names = operations.flatMap((one) => one ?? 'unknown-address');
  const tags = [...new Set([kind, ...families, ...names, ...(story.client === undefined ? [] : [story.client])])];
  return { ...story, kind, operations, changes: changesOf(story.steps), tags };
}

/** All of them, in the order in which they are run. */
export const scripts: readonly Script[] = [
  ...exchanges.map((exchange) => scriptOf('exchange', storyOf(exchange), [exchange.operation])),
  ...stories.map((story) =>
    scriptOf(
      'story',
      story,
      story.steps.flatMap((step) => ('operation' in step ? [step.operation] : [])),
    ),
  ),
];
