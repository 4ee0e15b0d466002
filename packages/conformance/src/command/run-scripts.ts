import type { Coverage } from '../coverage.js';
import { runStory } from '../run-story.js';
import type { Result } from '../run-steps.js';
import type { Target } from '../target.js';
import type { Script } from './scripts.js';

/** How a script went. */
export interface Outcome extends Result {
  readonly script: Script;
  readonly durationMs: number;
}

export interface RunOptions {
  /** Are those run, too, that change something at the server? */
  readonly allowChanges: boolean;
  readonly coverage: Coverage;
  /** Stops the run: what is open is logged out, and the rest is skipped. */
  readonly signal: AbortSignal;
  /** Hears of each script before it is run. */
  readonly onScript: (script: Script, index: number) => void;
}

/** So many scripts in a row that get no answer at all end the run: the server is gone. */
const silencesAtMost = 3;

/** Runs them one after the other. Every one of them has an outcome, also those that were not run. */
export async function runScripts(
  scripts: readonly Script[],
  target: Target,
  { allowChanges, coverage, signal, onScript }: RunOptions,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  let silences = 0;
  const reasonToSkip = ({ changes }: Script): string | undefined => {
    if (signal.aborted) return 'the run was interrupted';
    if (silences >= silencesAtMost) return 'the server stopped answering';
    return allowChanges || changes.length === 0 ? undefined : changesNotAllowed;
  };
  for (const [index, script] of scripts.entries()) {
    const reason = reasonToSkip(script);
    if (reason !== undefined) {
      const { id, title } = script;
      outcomes.push({ id, title, outcome: 'skipped', reasons: [reason], script, durationMs: 0 });
      continue;
    }
    onScript(script, index);
    const startedAt = performance.now();
    const result = await runStory(script, target, coverage, signal);
    outcomes.push({ ...result, script, durationMs: performance.now() - startedAt });
    if (result.outcome !== 'skipped') silences = isSilence(result) ? silences + 1 : 0;
  }
  return outcomes;
}

export const changesNotAllowed = 'it changes something at the server, and --allow-changes was not given';

function isSilence({ outcome, reasons }: Result): boolean {
  return outcome === 'failed' && reasons.some((reason) => reason.includes(': no answer: '));
}
