/** What a run at a server found, in text and as JUnit XML: by level, and with what is known of what failed. */
import { operationEvidence, type Evidence } from '@mstr-rest/protocol';
import type { Level } from '../exchange.js';
import { levels } from './choose.js';
import { junitOf, type JunitSuite } from './junit.js';
import type { Outcome } from './run-scripts.js';

const allLevels = Object.keys(levels) as readonly Level[]; // the keys are the levels

/** What a run was about. */
export interface RunFacts {
  readonly baseUrl: string;
  readonly startedAt: Date;
  /** Do failures of the level `ours` count? */
  readonly strict: boolean;
}

/** The failures that make the run one that failed: by default, choices of ours that the server does not share are none. */
export function countingFailures(outcomes: readonly Outcome[], strict: boolean): readonly Outcome[] {
  return outcomes.filter(({ outcome, script }) => outcome === 'failed' && (strict || script.level !== 'ours'));
}

export function textOf(outcomes: readonly Outcome[], { baseUrl, strict }: RunFacts): string {
  const failed = outcomes.filter(({ outcome }) => outcome === 'failed');
  const counting = countingFailures(outcomes, strict).length;
  const ofOurs = failed.length - counting;
  const passed = outcomes.filter(({ outcome }) => outcome === 'passed').length;
  const verdict = `${passed} passed, ${counting} failed${ofOurs === 0 ? '' : `, and ${ofOurs} of ours (which --strict counts)`}`;
  const parts = [
    ...allLevels.map((level) => failures(failed, level)),
    knownOf(failed),
    tally(outcomes),
    skips(outcomes),
    `${baseUrl}: ${verdict}\n`,
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function failures(failed: readonly Outcome[], level: Level): string {
  const ofLevel = failed.filter(({ script }) => script.level === level);
  if (ofLevel.length === 0) return '';
  const lines = ofLevel.map(
    ({ id, title, reasons }) => `  ${id}: ${title}\n${reasons.map((reason) => `      ${reason}\n`).join('')}`,
  );
  return `FAILED, ${level}: ${levels[level]}\n${lines.join('')}`;
}

function tally(outcomes: readonly Outcome[]): string {
  const head = `${'level'.padEnd(16)}${['passed', 'failed', 'skipped'].map((word) => word.padStart(9)).join('')}\n`;
  const rows = allLevels.map((level) => {
    const count = (wanted: Outcome['outcome']) =>
      String(outcomes.filter(({ script, outcome }) => script.level === level && outcome === wanted).length).padStart(9);
    return `${level.padEnd(16)}${count('passed')}${count('failed')}${count('skipped')}   ${levels[level]}\n`;
  });
  return head + rows.join('');
}

function skips(outcomes: readonly Outcome[]): string {
  const counts = new Map<string, number>();
  for (const { outcome, reasons } of outcomes) {
    const [reason = ''] = reasons;
    if (outcome === 'skipped') counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  const lines = [...counts].sort(([, one], [, other]) => other - one);
  if (lines.length === 0) return '';
  return `Skipped:\n${lines.map(([reason, count]) => `${String(count).padStart(5)}  ${reason}\n`).join('')}`;
}

/** For each operation at which something failed, and only what bears on it. */
function knownOf(failed: readonly Outcome[]): string {
  const names = new Map<string, Set<string>>();
  for (const outcome of failed) {
    for (const [operation, evidence] of evidenceOf(outcome)) {
      const lines = names.get(operation) ?? new Set();
      for (const one of evidence) lines.add(`    ${sentenceOf(one)}\n`);
      names.set(operation, lines);
    }
  }
  if (names.size === 0) return '';
  const parts = [...names].map(([operation, lines]) => `  ${operation}\n${[...lines].join('')}`);
  return (
    'What is known of these operations, and from where (D documented, C seen in client code, C-obs captured from a real server,\n' +
    `W recorded on the wire, I inferred; docs/protocol/sources.md has the keys):\n${parts.join('')}`
  );
}

/** Of a choice of ours, what is said to be one; else what others vouch for. Of a story, only where it stopped. */
function evidenceOf({ script, reasons }: Outcome): readonly (readonly [string, readonly Evidence[]])[] {
  const isOurs = script.level === 'ours';
  return script.operations.flatMap((operation) => {
    if (operation === null || operation === 'preflight') return [];
    if (script.kind === 'story' && !reasons.some((reason) => reason.includes(operation))) return [];
    return [[operation, operationEvidence[operation].filter(({ ours }) => ours === isOurs)] as const];
  });
}

function sentenceOf({ claim, sources, mark, ours }: Evidence): string {
  return ours ? `[ours] ${claim}` : `[${mark}] ${claim} (${sources.join(', ') || 'no source'})`;
}

export function junitReportOf(outcomes: readonly Outcome[], { baseUrl, startedAt, strict }: RunFacts): string {
  const suites = allLevels.map((level): JunitSuite => {
    const counts = strict || level !== 'ours';
    const ofLevel = outcomes.filter(({ script }) => script.level === level);
    return {
      name: level,
      properties: { baseUrl, level: levels[level], counts: String(counts) },
      cases: ofLevel.map(({ id, title, outcome, reasons, durationMs, script }) => ({
        className: `${level}.${script.kind}`,
        name: `${id}: ${title}`,
        durationMs,
        // What does not fail the run must not fail a build that reads this.
        outcome: outcome === 'failed' && !counts ? 'skipped' : outcome,
        reasons: [
          ...reasons,
          ...(outcome === 'failed' ? evidenceOf({ id, title, outcome, reasons, durationMs, script }) : []).flatMap(
            ([operation, evidence]) => evidence.map((one) => `${operation}: ${sentenceOf(one)}`),
          ),
        ],
      })),
    };
  });
  return junitOf(
    suites.filter(({ cases }) => cases.length > 0),
    startedAt,
  );
}
