/** What the rules make of more than one request under way. Each finding is shown at a real program in test/client-command.spec.ts. */
import type { Journal, Observation } from '../journal.js';
import { rules } from './index.js';

let moment = 0;
const seen = (number: number, more: Partial<Observation> = {}): Observation => ({
  number,
  arrived: (moment += 1),
  answered: (moment += 1),
  atMs: 0,
  line: 'GET /sessions',
  operation: 'getSession',
  elsewhere: false,
  session: 1,
  cookieOf: 1,
  droppedCookies: [],
  secretsInUrl: [],
  credentials: undefined,
  status: 200,
  code: undefined,
  opened: undefined,
  openedFrom: undefined,
  ...more,
});
const login = (number: number, opened: number): Observation =>
  seen(number, { operation: 'postLogin', status: 204, session: undefined, cookieOf: undefined, opened });
const logout = (number: number, more: Partial<Observation> = {}) =>
  seen(number, { operation: 'postLogout', status: 204, ...more });
const over = { status: 401, code: 'ERR009' } as const;

function foundIn(observations: readonly Observation[], more: Partial<Journal> = {}): readonly string[] {
  const ending = { exitCode: 0, text: 'exit code 0' };
  const journal = {
    observations,
    idleTimeoutMs: 600_000,
    expiredOnPurpose: false,
    wrongPassword: false,
    ending,
    ...more,
  };
  return rules.filter(({ find }) => find(journal).length > 0).map(({ id }) => id);
}

describe('the rules', () => {
  it('leave a call alone that was under way when the logout was answered', () => {
    const [opened, left] = [login(1, 1), logout(3)];
    expect(
      foundIn([opened, seen(2, { ...over, arrived: left.arrived + 0.5, answered: left.answered + 1 }), left]),
    ).toEqual([]);
    expect(foundIn([opened, left, seen(4, over)])).toEqual(['token-after-logout']);
  });

  it('leave calls alone that were under way when the first one heard of the end', () => {
    const [opened, first] = [login(1, 1), seen(2, over)];
    expect(
      foundIn([opened, first, seen(3, { ...over, arrived: first.arrived + 0.5, answered: first.answered + 1 })]),
    ).toEqual([]);
    expect(foundIn([opened, first, seen(3, over)])).toEqual(['token-after-expiry']);
  });

  it('leave credentials alone that were sent twice before the first refusal was there', () => {
    const refused = (number: number, more: Partial<Observation> = {}) =>
      seen(number, {
        operation: 'postLogin',
        status: 401,
        code: 'ERR003',
        session: undefined,
        credentials: 'a',
        ...more,
      });
    const first = refused(1);
    expect(foundIn([first, refused(2, { arrived: first.arrived + 0.5 })])).toEqual([]);
    expect(foundIn([first, refused(2, { credentials: 'b' })])).toEqual([]);
    expect(foundIn([first, refused(2)])).toEqual(['retry-with-wrong-credentials']);
  });

  it('take several sessions side by side for what they are', () => {
    const calls = [1, 2, 3].flatMap((session) =>
      [4, 5].map((call) => seen(session * 10 + call, { session, cookieOf: session })),
    );
    const ends = [1, 2, 3].map((session) => logout(40 + session, { session, cookieOf: session }));
    expect(foundIn([login(1, 1), login(2, 2), login(3, 3), ...calls, ...ends])).toEqual([]);
    expect(foundIn([login(1, 1), login(2, 2), login(3, 3), ...calls, ...ends.slice(1)])).toEqual(['missing-logout']);
  });

  it('let one logout end all that share a session', () => {
    const delegated = seen(2, { operation: 'postDelegate', status: 204, session: undefined, opened: 2, openedFrom: 1 });
    expect(foundIn([login(1, 1), delegated, logout(3, { session: 2, cookieOf: 2 })])).toEqual([]);
    expect(foundIn([login(1, 1), delegated])).toEqual(['missing-logout']);
  });

  it('let a session be that nobody used until it was over', () => {
    expect(
      foundIn([login(1, 1), seen(2, { ...over, atMs: 700_000 }), login(3, 2), logout(4, { session: 2, cookieOf: 2 })]),
    ).toEqual([]);
    const opened = login(1, 1);
    const late = seen(2, { ...over, operation: 'renewSession', atMs: 700_000 });
    expect(foundIn([opened, late])).toEqual(['late-renewal']);
    expect(foundIn([opened, late], { expiredOnPurpose: true })).toEqual(['gave-up-after-expiry']);
  });
});
