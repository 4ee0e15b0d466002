/** What the benchmark asks the processes that it starts, and how these answer. */
import type { FloodOrder } from './flood-order.js';
import type { Load, LoadOrder } from './load-order.js';

export interface Questions {
  /** Microseconds of CPU that this process has used so far, in all its threads. */
  readonly cpu: { readonly input: undefined; readonly answer: number };
  /** Forget all sessions. The garbage stays: collecting it here would throw compiled code away that a server keeps. */
  readonly forget: { readonly input: undefined; readonly answer: null };
  readonly load: { readonly input: LoadOrder; readonly answer: Load };
  /** Flood a server, from now on. Answered when that is so. */
  readonly begin: { readonly input: FloodOrder; readonly answer: null };
  readonly end: { readonly input: undefined; readonly answer: null };
  /** Open so many sessions in the store. */
  readonly fill: { readonly input: number; readonly answer: Filled };
  /** The longest time that the event loop stood still since it was asked last, in milliseconds. */
  readonly longestStall: { readonly input: undefined; readonly answer: number };
  /** How a server stands that is soaked. */
  readonly condition: { readonly input: undefined; readonly answer: Condition };
  /** Work for so many milliseconds, with no load from outside. */
  readonly work: {
    readonly input: number;
    readonly answer: { readonly requests: number; readonly durationMs: number };
  };
}

/** What the sessions take that were opened. */
export interface Filled {
  readonly heapBytes: number;
  readonly diskBytes: number;
  readonly durationMs: number;
}

export interface Condition {
  /** After garbage was collected. */
  readonly heapBytes: number;
  readonly residentBytes: number;
  /** What keeps the process busy or could: sockets, timers, files. */
  readonly handles: number;
  /** HTTP sessions in the store that are not known to be over. */
  readonly sessions: number;
}

export type Question = { [Kind in keyof Questions]: { kind: Kind; input: Questions[Kind]['input'] } }[keyof Questions];
export type Reply = { readonly ready: string } | { readonly answer: unknown } | { readonly error: string };

type Handlers = {
  readonly [Kind in keyof Questions]?: (
    input: Questions[Kind]['input'],
  ) => Questions[Kind]['answer'] | Promise<Questions[Kind]['answer']>;
};

/**
 * Says that this process is ready, and answers the benchmark from now on. Ends the process when the benchmark lets go.
 * @param url where it listens; empty where it does not
 */
export function answerQuestions(url: string, handlers: Handlers): void {
  const all: Handlers = { cpu: cpuSoFar, ...handlers };
  const answer = async ({ kind, input }: Question): Promise<Reply> => {
    // The pair of kind and input is a row of Questions, which TypeScript cannot follow through the look-up.
    const handler = all[kind] as ((of: unknown) => unknown) | undefined;
    if (handler === undefined) return { error: `this process does not answer ${kind}` };
    return Promise.resolve(handler(input)).then(
      (value) => ({ answer: value ?? null }),
      (error: unknown) => ({ error: String(error) }),
    );
  };
  process.on('message', (question: Question) => void answer(question).then(say));
  process.on('disconnect', () => process.exit());
  say({ ready: url });
}

function say(reply: Reply): void {
  process.send?.(reply);
}

function cpuSoFar(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}
