import type { Answer, Connection } from './connection.js';

/** Who sends one request after the other. */
export interface Caller {
  readonly connection: Connection;
  nextRequest(): Buffer;
  /** What is wrong with an answer, or undefined. */
  mistakeIn(answer: Answer): string | undefined;
}

export interface Turn {
  /** No request is sent any more after this long; those under way are waited for. */
  readonly seconds: number;
  /** No more requests than this. */
  readonly atMost: number;
}

/** What happened in one turn. */
export interface Load {
  readonly requests: number;
  readonly durationMs: number;
  readonly latenciesMs: readonly number[];
}

/** How long the answers that are under way at the end of a turn may take. */
const patienceMs = 30_000;

/**
 * Lets all callers send at once and keeps each of them waiting for an answer all the time.
 * @throws Error with the number of wrong answers and the first of them; where a connection breaks or an answer is missing
 */
export async function load(callers: readonly Caller[], { seconds, atMost }: Turn): Promise<Load> {
  const latenciesMs: number[] = [];
  const mistakes: string[] = [];
  const begin = performance.now();
  const until = begin + seconds * 1000;
  let left = atMost;
  let underWay = 0;
  await new Promise<void>((resolve, reject) => {
    const deadline = setTimeout(
      () => reject(new Error(`${underWay} requests got no answer`)),
      until - begin + patienceMs,
    );
    const failed = (error: Error) => {
      clearTimeout(deadline);
      reject(error);
    };
    const go = (caller: Caller): void => {
      const at = performance.now();
      if (left > 0 && at < until) {
        left -= 1;
        underWay += 1;
        caller.connection.send(caller.nextRequest(), (answer) => arrived(caller, answer, at), failed);
      } else if (underWay === 0) {
        clearTimeout(deadline);
        resolve();
      }
    };
    const arrived = (caller: Caller, answer: Answer, sentAt: number): void => {
      underWay -= 1;
      latenciesMs.push(performance.now() - sentAt);
      const mistake = caller.mistakeIn(answer);
      if (mistake !== undefined) mistakes.push(mistake);
      go(caller);
    };
    callers.forEach(go);
  });
  const requests = latenciesMs.length;
  if (mistakes.length > 0)
    throw new Error(`${mistakes.length} of ${requests} answers were wrong, first: ${mistakes[0]}`);
  return { requests, durationMs: performance.now() - begin, latenciesMs };
}
