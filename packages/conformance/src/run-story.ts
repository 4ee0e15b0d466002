import type { Coverage } from './coverage.js';
import { runSteps, type Result } from './run-steps.js';
import type { Story } from './story.js';
import type { Target } from './target.js';

/**
 * Tells a story at a server, over HTTP. Every answer is held against the document; the first step that goes wrong ends
 * the story. A story in which time passes is skipped where the target cannot let it.
 * @param coverage notes every answer
 * @param signal ends it between two steps: what was opened is logged out, and the story counts as skipped
 */
export function runStory(story: Story, target: Target, coverage?: Coverage, signal?: AbortSignal): Promise<Result> {
  return runSteps(story, target, coverage, signal);
}
