/** Timers: both idle layers, the absolute end, the sweep. Source: docs/protocol sections 5.2 and 9: Q5, Q17, Q18, Q34, Q37. */
import { badIdentityToken, noSession, sessionOpened } from '../exchanges/answers.js';
import type { SettingsWanted } from '../settings.js';
import type { Step, Story } from '../story.js';
import { checkToken, delegate, isOver, lives, logIn, makeToken } from './a-day.js';

const idle = { profile: 'exact', 'iserver.maxUserConnectionIdleTime': 600 } as const satisfies SettingsWanted;
const bothIdle = { ...idle, 'session.timeoutSeconds': 1800 } as const satisfies SettingsWanted;
const seconds = (count: number): Step => ({ advanceMs: count * 1000 });

export const time: readonly Story[] = [
  {
    id: 'engine-idle',
    title: 'a session ends when it was idle for the seconds that GET /sessions names, and not before',
    level: 'recommended',
    with: idle,
    steps: [
      logIn('ann'),
      { advanceMs: 599_999 },
      lives('ann'),
      { advanceMs: 599_999 },
      { actor: 'ann', operation: 'getSession', expect: { status: 200, body: { timeout: 600 } } },
      seconds(600),
      isOver('ann'),
      { actor: 'ann', operation: 'getAuthToken', expect: noSession },
    ],
  },
  {
    id: 'every-call-extends',
    title: 'every authenticated call starts the timers again',
    level: 'ours',
    with: idle,
    steps: [
      logIn('ann'),
      ...(['getSession', 'getUserInfo', 'getPrivileges', 'getProjects'] as const).flatMap((operation): Step[] => [
        seconds(500),
        { actor: 'ann', operation, expect: { status: 200 } },
      ]),
      seconds(500),
      makeToken('ann'),
      seconds(500),
      lives('ann'),
    ],
  },
  {
    id: 'token-does-not-extend',
    title: 'GET /auth/token, which pages poll, and GET /status extend no session',
    level: 'ours',
    with: idle,
    steps: [
      logIn('ann'),
      seconds(400),
      { actor: 'ann', operation: 'getAuthToken', expect: { status: 204 } },
      { actor: 'ann', operation: 'getStatus', request: { token: 'jar', cookie: 'jar' }, expect: { status: 200 } },
      seconds(200),
      { actor: 'ann', operation: 'getAuthToken', expect: noSession },
      isOver('ann'),
    ],
  },
  {
    id: 'refused-does-not-extend',
    title: 'a request that is refused extends no session',
    level: 'ours',
    with: idle,
    steps: [
      logIn('ann'),
      seconds(400),
      {
        actor: 'ann',
        operation: 'getSession',
        request: { cookie: { raw: 'JSESSIONID=00000000000000000000000000000000' } },
        expect: noSession,
      },
      seconds(200),
      isOver('ann'),
    ],
  },
  {
    id: 'shared-engine-timer',
    title: 'a delegated session keeps the shared Intelligence Server session alive',
    level: 'vendor-observed',
    with: bothIdle,
    steps: [
      logIn('ann'),
      makeToken('ann'),
      delegate('bea', 'ann'),
      seconds(500),
      lives('bea'),
      seconds(500),
      lives('bea'),
      seconds(500),
      lives('ann'),
    ],
  },
  {
    id: 'http-idle',
    title: 'an HTTP session ends by itself when it is idle, though another keeps the shared part alive',
    level: 'recommended',
    with: bothIdle,
    steps: [
      logIn('ann'),
      makeToken('ann'),
      delegate('bea', 'ann'),
      { actor: 'bea', busyForMs: 1_799_000, everyMs: 500_000 },
      { actor: 'ann', operation: 'getAuthToken', expect: { status: 204 } },
      seconds(1),
      { actor: 'ann', operation: 'getAuthToken', expect: noSession },
      isOver('ann'),
      lives('bea'),
    ],
  },
  {
    id: 'engine-idle-ends-all',
    title: 'when the shared Intelligence Server session is idle too long, every session on it is over',
    level: 'recommended',
    with: bothIdle,
    steps: [logIn('ann'), makeToken('ann'), delegate('bea', 'ann'), seconds(600), isOver('bea'), isOver('ann')],
  },
  {
    id: 'absolute',
    title: 'no use prolongs a session, nor what was delegated from it, beyond its absolute lifetime',
    level: 'ours',
    with: { ...idle, 'session.absoluteTimeoutSeconds': 86_400 },
    steps: [
      logIn('ann'),
      { actor: 'ann', busyForMs: 86_000_000, everyMs: 500_000 },
      makeToken('ann'),
      delegate('bea', 'ann'),
      { advanceMs: 399_999 },
      lives('ann'),
      lives('bea'),
      { advanceMs: 1 },
      isOver('bea'),
      isOver('ann'),
    ],
  },
  {
    id: 'identity-token-lifetime',
    title: 'an identity token is good for a minute',
    level: 'ours',
    with: { 'identityToken.lifetimeSeconds': 60, 'identityToken.singleUse': true },
    steps: [
      logIn('ann'),
      makeToken('ann'),
      seconds(58),
      checkToken('ann'),
      seconds(3),
      checkToken('ann', badIdentityToken),
      delegate('bea', 'ann', badIdentityToken),
      lives('ann'),
    ],
  },
  {
    id: 'vendor-sweep',
    title: 'the vendor notices idle sessions only when it sweeps: they live up to twice their time',
    level: 'vendor-observed',
    with: { profile: 'vendor', 'iserver.maxUserConnectionIdleTime': 600 },
    steps: [
      logIn('ann'),
      // Wherever the sweep stands, one comes within 600 s, and the next 600 s later.
      seconds(599),
      lives('ann'),
      seconds(1200),
      isOver('ann'),
    ],
  },
  {
    id: 'over-stays-over',
    title: 'a session that was seen to be over does not come back, and a new login opens another',
    level: 'recommended',
    with: idle,
    steps: [
      logIn('ann'),
      seconds(600),
      isOver('ann'),
      isOver('ann'),
      { ...logIn('ann'), expect: sessionOpened },
      lives('ann'),
    ],
  },
];
