import type { Coverage } from './coverage.js';
import type { Exchange } from './exchange.js';
import { stepsTo } from './needs.js';
import { runSteps, type Result } from './run-steps.js';
import type { Story } from './story.js';
import type { Target } from './target.js';

/** An exchange as the story that brings about what it needs and then makes it. */
export function storyOf({ needs, operation, request, expect, ...exchange }: Exchange): Story {
  return { ...exchange, steps: [...stepsTo[needs], { actor: 'caller', operation, request, expect }] };
}

/**
 * Makes an exchange at a server, over HTTP. Every answer, also of the steps before it, is held against the document.
 * @param coverage notes every answer
 */
export function runExchange(exchange: Exchange, target: Target, coverage?: Coverage): Promise<Result> {
  return runSteps(storyOf(exchange), target, coverage);
}
