/** Sessions that were opened by a header. Source: docs/protocol sections 6.7 and 6.8. */
import { notNegotiated, notTrusted, sessionOpened } from '../exchanges/answers.js';
import type { Expected, ProofChoice, ProofMode } from '../exchange.js';
import { json } from '../sample-requests.js';
import type { CallStep, Story } from '../story.js';
import { isOver, lives, logOut } from './a-day.js';

const enter = (actor: string, mode: ProofMode, proof?: ProofChoice, expect: Expected = sessionOpened): CallStep => ({
  actor,
  operation: 'postLogin',
  request: { body: json(`{"loginMode":${mode}}`), ...(proof && { proof }) },
  expect,
});
const isTheUser = (actor: string, proof?: ProofChoice): CallStep => ({
  actor,
  operation: 'getUserInfo',
  ...(proof && { request: { proof } }),
  expect: { status: 200, body: { username: '{{user.username}}' } },
});

export const headers: readonly Story[] = [
  {
    id: 'trusted-session',
    title: 'a session behind a trusted proxy is the user’s until he logs out, whatever the proxy says meanwhile',
    level: 'ours',
    with: { 'auth.modes.available': [64] },
    steps: [
      enter('ann', 64, { mode: 64, of: 'user' }),
      isTheUser('ann', { mode: 64, of: 'stranger' }),
      enter('bea', 64, undefined, notTrusted),
      lives('ann'),
      logOut('ann'),
      isOver('ann'),
    ],
  },
  {
    id: 'kerberos-session',
    title: 'a ticket opens a session, which then goes by token and cookie alone, and each login takes a new one',
    level: 'ours',
    with: { 'auth.modes.available': [128] },
    steps: [
      enter('ann', 128, { mode: 128, of: 'user' }),
      isTheUser('ann'),
      enter('thief', 128, { mode: 128, of: 'user', again: true }, notNegotiated),
      enter('bea', 128, { mode: 128, of: 'user' }),
      isTheUser('bea'),
      logOut('ann'),
      isOver('ann'),
      lives('bea'),
    ],
  },
];
