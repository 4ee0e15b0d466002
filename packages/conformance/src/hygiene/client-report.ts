/** What was found at a program, in text and as JUnit XML. */
import { junitOf } from '../command/junit.js';
import { isLogin, isLogout, sessionsIn, succeeded, type Journal } from './journal.js';
import type { Rule } from './rule.js';
import { rules } from './rules/index.js';

/** What one rule found. */
export interface Finding {
  readonly rule: Rule;
  readonly found: readonly string[];
}

/** Of every rule, also of those that found nothing. */
export function judge(journal: Journal): readonly Finding[] {
  return rules.map((rule) => ({ rule, found: rule.find(journal) }));
}

export function textOf(findings: readonly Finding[], journal: Journal): string {
  const wrong = findings.filter(({ found }) => found.length > 0);
  const parts = wrong.map(
    ({ rule, found }) => `${rule.id}\n${found.map((one) => `  ${one}\n`).join('')}  What to do: ${rule.advice}\n\n`,
  );
  const verdict = wrong.length === 0 ? 'nothing to complain of' : `${wrong.length} of ${findings.length} rules broken`;
  return `\n${parts.join('')}${summaryOf(journal)}\n${verdict}\n`;
}

function summaryOf(journal: Journal): string {
  const { observations, ending } = journal;
  const count = (what: string, number: number) => `${number} ${what}${number === 1 ? '' : 's'}`;
  const renewals = observations.filter(({ operation }) => operation === 'renewSession');
  return [
    count('request', observations.length),
    count('login', observations.filter((one) => isLogin(one) && succeeded(one)).length),
    count('session', sessionsIn(journal).length),
    count('renewal', renewals.length),
    count('logout', observations.filter((one) => isLogout(one) && succeeded(one)).length),
    `ended with ${ending.text}`,
  ].join(', ');
}

export function junitReportOf(findings: readonly Finding[], startedAt: Date, durationMs: number): string {
  const cases = findings.map(({ rule, found }) => ({
    className: 'client.hygiene',
    name: `${rule.id}: ${rule.title}`,
    durationMs: 0,
    outcome: found.length === 0 ? ('passed' as const) : ('failed' as const),
    reasons: [...found, `What to do: ${rule.advice}`],
  }));
  return junitOf([{ name: 'client hygiene', properties: { seconds: String(durationMs / 1000) }, cases }], startedAt);
}

export function listOfRules(): string {
  return rules.map(({ id, title, advice }) => `${id}\n    ${title}\n    what to do where not: ${advice}\n`).join('');
}
