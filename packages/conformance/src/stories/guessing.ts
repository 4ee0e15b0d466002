/** Guessing passwords. Source: docs/passwords.md and docs/protocol section 9: Q31. */
import { sessionOpened, wrongCredentials } from '../exchanges/answers.js';
import type { Expected } from '../exchange.js';
import { json } from '../sample-requests.js';
import type { SettingsWanted } from '../settings.js';
import type { CallStep, Step, Story } from '../story.js';
import { lives, logIn } from './a-day.js';

const slowed = {
  'guessing.enabled': true,
  'guessing.nameAndNetwork.freeFailures': 5,
} as const satisfies SettingsWanted;

const guess = (username: string, expect: Expected = wrongCredentials): CallStep => ({
  actor: 'guesser',
  operation: 'postLogin',
  request: { body: json(`{"username":"${username}","password":"certainly not this one"}`) },
  expect,
});
const waiting = (seconds: number): Expected => ({
  status: 429,
  code: 'ERR001',
  iServerCode: null,
  headers: { 'content-type': 'application/json', 'retry-after': String(seconds), 'set-cookie': null },
});
const wait = (seconds: number): Step => ({ advanceMs: seconds * 1000 });
const fiveTimes = (username: string): readonly Step[] => Array.from({ length: 5 }, () => guess(username));

export const guessing: readonly Story[] = [
  {
    id: 'guessing-unknown',
    title:
      'a sixth guess is 429 ERR001 with Retry-After, also where nobody has the name; each further one waits longer',
    level: 'ours',
    with: slowed,
    steps: [
      ...fiveTimes('nobody at all'),
      guess('nobody at all', waiting(1)),
      guess('NOBODY at all', waiting(1)),
      wait(1),
      guess('nobody at all'),
      guess('nobody at all', waiting(2)),
      wait(2),
      guess('nobody at all'),
      guess('nobody at all', waiting(4)),
    ],
  },
  {
    id: 'guessing-right',
    title: 'the right password is let in when the wait is over, and then five more mistakes are free',
    level: 'ours',
    with: slowed,
    steps: [
      logIn('before'),
      ...fiveTimes('{{user.username}}'),
      { ...logIn('early'), expect: waiting(1) },
      lives('before'),
      wait(1),
      { ...logIn('after'), expect: sessionOpened },
      ...fiveTimes('{{user.username}}'),
      guess('{{user.username}}', waiting(1)),
      wait(1),
      logIn('after'),
    ],
  },
  {
    id: 'lockout',
    title:
      'a locked account is 401 ERR003 with -2147202287 to who has its password, and to nobody else, until its time is over',
    level: 'ours',
    with: { 'passwords.lockout.afterFailures': 3, 'passwords.lockout.forMinutes': 30 },
    steps: [
      logIn('before'),
      guess('{{user.username}}'),
      guess('{{user.username}}'),
      guess('{{user.username}}'),
      { ...logIn('early'), expect: { status: 401, code: 'ERR003', iServerCode: -2147202287 } },
      guess('{{user.username}}'),
      lives('before'),
      wait(1799),
      { ...logIn('early'), expect: { status: 401, code: 'ERR003', iServerCode: -2147202287 } },
      wait(1),
      logIn('after'),
    ],
  },
];
