/** The server keeps to the table of sessions, whatever callers do: random walks from a fixed seed. Many more are in test-long. */
import { sessionTransitions } from '@mstr-rest/protocol';
import { walk } from './session-walks.js';

/** Of a client that has more than one request under way, whose request fails on the way, or that gives a session up. */
const notWalked = new Set([
  ...sessionTransitions
    .filter(({ from, event }) => from === 'renewing' && event !== 'renewed' && event !== 'ended')
    .map(({ from, event }) => `${from} ${event}`),
  ...sessionTransitions
    .filter(({ from, event }) => from === 'loggingOut' && event !== 'logoutDone')
    .map(({ from, event }) => `${from} ${event}`),
  ...sessionTransitions
    .filter(({ from, event }) => event === 'forgotten' || (event === 'opened' && from !== 'loggingIn'))
    .map(({ from, event }) => `${from} ${event}`),
  // A session that is over stays so here: idle sessions are not looked for now and then, but at every request.
  'expired used',
  'expired loginSent',
]);

describe('sessions at the server', () => {
  it('do what the table says on every step that a caller can take alone', async () => {
    const steps = await walk(100, 20_261_124);
    const wanted = sessionTransitions
      .map(({ from, event }) => `${from} ${event}`)
      .filter((step) => !notWalked.has(step));
    expect([...steps].sort()).toEqual(wanted.sort());
  }, 60_000);
});
