import { readText } from '../test/document.js';
import { operationTable, type OperationFacts } from './generated/operations.js';
import {
  nextSessionState,
  sessionEvents,
  sessionStates,
  sessionTimers,
  sessionTransitions,
  type SessionCause,
  type SessionEvent,
  type SessionEventFacts,
  type SessionState,
  type SessionStateFacts,
  type SessionTimerFacts,
} from './session-states.js';

const states = Object.entries<SessionStateFacts>(sessionStates);
const events = Object.entries<SessionEventFacts>(sessionEvents);
const timers = Object.entries<SessionTimerFacts>(sessionTimers);
const operations = Object.values<OperationFacts>(operationTable);

const page = readText('../../docs/protocol/5-sessions.md');
/** The rows of the tables on the page that begin with one of these names. */
function rowsOf(names: readonly string[], cells: number): readonly string[] {
  const rows = page.split('\n').filter((line) => names.some((name) => line.startsWith(`| \`${name}\` |`)));
  return rows.filter((row) => row.split(' | ').length === cells);
}
const code = (text: string) => `\`${text}\``;

describe('the states of a session', () => {
  it('can all be reached from being logged out, and all be left', () => {
    const reached = new Set<SessionState>(['loggedOut']);
    // A set that grows while it is walked hands out what was added too.
    for (const state of reached) {
      for (const { from, to } of sessionTransitions) if (from === state) reached.add(to);
    }
    expect([...reached].sort()).toEqual(Object.keys(sessionStates).sort());
    for (const [state] of states) {
      expect(sessionTransitions.some(({ from, to }) => from === state && to !== from)).toBe(true);
    }
  });

  it('have one step at most for each event, and no event is without a step', () => {
    const pairs = sessionTransitions.map(({ from, event }) => `${from} ${event}`);
    expect(new Set(pairs).size).toBe(pairs.length);
    expect(new Set(sessionTransitions.map(({ event }) => event))).toEqual(new Set(Object.keys(sessionEvents)));
  });

  it('have timers exactly where the server may answer with a success', () => {
    for (const [state, { answers, timers: running }] of states) {
      expect({ state, runs: running.length > 0 }).toEqual({ state, runs: answers.includes('success') });
    }
  });

  it('are left when a timer runs out, but for the one in which a logout is under way', () => {
    const left = sessionTransitions.filter(({ event }) => event === 'ranOut').map(({ from }) => from);
    const running = states.filter(([, facts]) => facts.timers.length > 0).map(([state]) => state);
    expect([...left, 'loggingOut'].sort()).toEqual(running.sort());
  });

  it('go on by the table', () => {
    expect(nextSessionState('loggedOut', 'loginSent')).toBe('loggingIn');
    expect(nextSessionState('renewing', 'renewed')).toBe('active');
    expect(nextSessionState('loggedOut', 'used')).toBeUndefined();
  });
});

describe('the events of a session', () => {
  const causesOf = (event: SessionEvent): readonly SessionCause[] => sessionEvents[event].causes;
  const operationsOf = (event: SessionEvent) =>
    causesOf(event).flatMap((cause) => (cause.by === 'operation' ? cause.operations : []));

  it('open a session by every operation whose success brings a token', () => {
    const opening = operations.filter(({ statuses }) =>
      statuses.some(({ status, headers }) => status < 300 && headers.includes('X-MSTR-AuthToken')),
    );
    expect([...operationsOf('opened')].sort()).toEqual(opening.map(({ operationId }) => operationId).sort());
    expect(operationsOf('loginSent')).toEqual(operationsOf('opened'));
  });

  it('use a session by every operation that goes by token and cookie', () => {
    const inSession = operations.filter(({ access }) => access === 'session').map(({ operationId }) => operationId);
    expect(operationsOf('used')).toEqual(inSession);
    expect(sessionTimers.engineIdle.restartedBy).toEqual(inSession);
  });
});

describe('the page of the sessions', () => {
  it('has the table of the states', () => {
    const answer = { success: 'a success', sessionInvalid: '401 ERR009' };
    const rows = states.map(([state, { title, answers, timers: running }]) => {
      const said = answers.map((one) => answer[one]).join(', or ');
      return `| ${code(state)} | ${title} | ${said} | ${running.map(code).join(', ') || '–'} |`;
    });
    expect(rowsOf(Object.keys(sessionStates), 4)).toEqual(rows);
  });

  it('has the table of the timers', () => {
    const rows = timers.map(([timer, { layer, defaultMs, restartedBy, told }]) => {
      const again = restartedBy.length > 0 ? 'every operation of a session that succeeds' : 'nothing';
      return `| ${code(timer)} | ${layer} | ${defaultMs / 1000} s | ${again} | ${told} |`;
    });
    expect(rowsOf(Object.keys(sessionTimers), 5)).toEqual(rows);
  });

  it('has the table of the events', () => {
    const rows = events.map(([event, { title, causes }]) => `| ${code(event)} | ${title} | ${causes.map(inWords).join('; ')} |`);
    expect(rowsOf(Object.keys(sessionEvents), 3)).toEqual(rows);
  });

  it('has the table of the steps', () => {
    const columns = Object.keys(sessionEvents) as readonly SessionEvent[];
    const rows = states.map(([state]) => {
      const from = state as SessionState;
      const steps = columns.flatMap((event) => {
        const to = nextSessionState(from, event);
        return to === undefined ? [] : [`${code(event)} → ${code(to)}`];
      });
      return `| ${code(state)} | ${steps.join('<br>')} |`;
    });
    expect(rowsOf(Object.keys(sessionStates), 2)).toEqual(rows);
  });
});

function inWords(cause: SessionCause): string {
  if (cause.by === 'timer') return `timer ${cause.timers.map(code).join(', ')}`;
  if (cause.by === 'client') return 'the client itself';
  if (cause.by === 'others') return 'others';
  const many = cause.operations.length > 4;
  const what = many ? 'any operation of a session' : cause.operations.map(code).join(', ');
  return `${what}: ${cause.outcomes.map((outcome) => (outcome === 'over' ? '401 ERR009' : outcome)).join(', ')}`;
}
