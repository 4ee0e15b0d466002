/** Keeping a session alive. */
import { named, sessionsIn, succeeded, type Journal, type Observation } from '../journal.js';
import type { Rule } from '../rule.js';

/** A renewal of a session, and how long nobody had used it. */
interface Renewal {
  readonly renewal: Observation;
  readonly session: number;
  readonly idleMs: number;
}

/** A call of any session of a family counts for all: they share the timer that runs out first. */
function renewalsIn(journal: Journal): readonly Renewal[] {
  const sessions = sessionsIn(journal);
  return sessions.flatMap(({ number, family, calls }) => {
    const relatives = sessions.filter((one) => one.family === family);
    const uses = relatives.flatMap((one) => [one.openedBy, ...one.calls]).filter(succeeded);
    return calls
      .filter(({ operation }) => operation === 'renewSession')
      .map((renewal): Renewal => {
        const before = uses.filter(({ arrived }) => arrived < renewal.arrived).map(({ atMs }) => atMs);
        return { renewal, session: number, idleMs: renewal.atMs - Math.max(...before) };
      });
  });
}

const secondsOf = (ms: number) => `${Math.round(ms / 1000)} s`;

export const renewals: readonly Rule[] = [
  {
    id: 'late-renewal',
    title: 'it renews a session before it is over, or not at all',
    advice:
      'Renew when little of the timeout that GET /sessions names is left. A session that is over has to be opened again.',
    find: (journal) =>
      renewalsIn(journal)
        .filter(({ renewal, idleMs }) => renewal.code === 'ERR009' && idleMs >= journal.idleTimeoutMs)
        .filter(() => !journal.expiredOnPurpose)
        .map(
          ({ renewal, session, idleMs }) =>
            `${named(renewal)} came ${secondsOf(idleMs)} after the last use of session ${session}, ` +
            `which ends after ${secondsOf(journal.idleTimeoutMs)}.`,
        ),
  },
  {
    id: 'needless-renewal',
    title: 'it renews a session only when less than half of its time is left',
    advice: 'Every call renews the session. PUT /sessions is for a program that has had nothing to ask for a while.',
    find: (journal) =>
      renewalsIn(journal)
        .filter(({ renewal, idleMs }) => succeeded(renewal) && idleMs < journal.idleTimeoutMs / 2)
        .map(
          ({ renewal, session, idleMs }) =>
            `${named(renewal)} came ${secondsOf(idleMs)} after the last use of session ${session}, ` +
            `which would have lasted ${secondsOf(journal.idleTimeoutMs)}.`,
        ),
  },
];
