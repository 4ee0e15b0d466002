/** How many sessions there may be. Source: docs/protocol sections 5.5 and 9: Q20. */
import { sessionOpened } from '../exchanges/answers.js';
import type { Expected } from '../exchange.js';
import { json } from '../sample-requests.js';
import type { CallStep, Story } from '../story.js';
import { delegate, lives, logIn, logOut, makeToken } from './a-day.js';

const logInColleague = (actor: string, expect: Expected = sessionOpened): CallStep => ({
  actor,
  operation: 'postLogin',
  request: { body: json('{"username":"{{colleague.username}}","password":"{{colleague.password}}"}') },
  expect,
});
const enter = (actor: string, expect: Expected): CallStep => ({
  actor,
  operation: 'getProjectSession',
  request: { headers: { 'X-MSTR-ProjectID': '{{project.id}}' } },
  expect,
});
const refused = (iServerCode: number, message: string): Expected => ({
  status: 500,
  code: 'ERR001',
  iServerCode,
  message,
});

export const caps: readonly Story[] = [
  {
    id: 'cap-of-user',
    title:
      'one session too many of a user is 500 ERR001 with -2147073423; a logout makes room; others are not concerned',
    level: 'ours',
    with: { 'iserver.maxSessionsPerUser': 2 },
    steps: [
      logIn('first'),
      logIn('second'),
      { ...logIn('third'), expect: refused(-2147073423, '(Maximum number of sessions of this user exceeded.)') },
      logInColleague('colleague'),
      makeToken('first'),
      delegate('delegated', 'first'),
      logOut('second'),
      logIn('third'),
      lives('first'),
    ],
  },
  {
    id: 'cap-of-server',
    title: 'one session too many on the server is 500 ERR001 with -2147073424; a logout makes room',
    level: 'ours',
    with: { 'iserver.maxUserConnectionPerServer': 3, 'iserver.maxSessionsPerUser': 2 },
    steps: [
      logIn('first'),
      logIn('second'),
      logInColleague('third'),
      logInColleague('fourth', refused(-2147073424, '(Maximum number of user sessions on the server exceeded.)')),
      logOut('first'),
      logInColleague('fourth'),
    ],
  },
  {
    id: 'cap-of-project',
    title:
      'one project session too many is 500 ERR001 with -2147072486, at the first call in the project and not at login',
    level: 'vendor-observed',
    with: { 'iserver.maxProjectSessionsPerUser': 1 },
    steps: [
      logIn('first'),
      enter('first', { status: 200 }),
      logIn('second'),
      enter(
        'second',
        refused(
          -2147072486,
          '(Maximum number of interactive session per user for project exceeded while trying to login user ' +
            '{{user.username}} to project {{project.name}}.)',
        ),
      ),
      lives('second'),
      logInColleague('colleague'),
      enter('colleague', { status: 200 }),
      makeToken('first'),
      delegate('delegated', 'first'),
      enter('delegated', { status: 200 }),
      logOut('first'),
      enter('second', { status: 200 }),
    ],
  },
  {
    id: 'cap-of-vendor',
    title: 'the vendor lets a user into a project five times at once',
    level: 'vendor-observed',
    with: { profile: 'vendor', 'iserver.maxProjectSessionsPerUser': 5 },
    steps: [
      ...['one', 'two', 'three', 'four', 'five'].flatMap((actor) => [logIn(actor), enter(actor, { status: 200 })]),
      logIn('six'),
      enter('six', { status: 500, code: 'ERR001', iServerCode: -2147072486 }),
      logOut('three'),
      enter('six', { status: 200 }),
    ],
  },
];
