/** An administrator sees to sessions and users. Source: docs/protocol sections 3.15 and 3.16. */
import {
  badApiToken,
  done,
  noSession,
  sessionOpened,
  unknownConnection,
  wrongCredentials,
} from '../exchanges/answers.js';
import type { Expected } from '../exchange.js';
import { json } from '../sample-requests.js';
import type { CallStep, Story } from '../story.js';
import { delegate, isOver, lives, logIn, makeToken } from './a-day.js';

const level = 'ours';
const byApiToken = { 'auth.modes.available': [4096] };
/** Long enough, and not made of anybody's name. */
const chosen = 'nine green bottles on the wall';

const logInAs = (actor: string, part: string, expect: Expected = sessionOpened): CallStep => ({
  actor,
  operation: 'postLogin',
  request: { body: json(`{"username":"{{${part}.username}}","password":"{{${part}.password}}"}`) },
  expect,
});
const whoAmI = (actor: string): CallStep => ({ actor, operation: 'getUserInfo', expect: { status: 200 } });
const looks = (actor: string, expect: Expected = { status: 200 }): CallStep => ({
  actor,
  operation: 'getUserConnections',
  expect,
});
const ends = (actor: string, whose: string, expect: Expected = done): CallStep => ({
  actor,
  operation: 'deleteUserConnection',
  request: { path: { id: `{{${whose}.connectionId}}` } },
  expect,
});
const changes = (actor: string, whose: string, ...operations: readonly (readonly [string, unknown])[]): CallStep => ({
  actor,
  operation: 'updatePartialUser',
  request: {
    path: { id: `{{${whose}.userId}}` },
    body: json(JSON.stringify({ operationList: operations.map(([path, value]) => ({ op: 'replace', path, value })) })),
  },
  expect: { status: 200 },
});
const makesApiToken = (actor: string): CallStep => ({ actor, operation: 'createApiToken', expect: { status: 201 } });
const enter = (actor: string, holder: string, expect: Expected = sessionOpened): CallStep => ({
  actor,
  operation: 'postLogin',
  request: { body: json(`{"loginMode":4096,"username":"{{${holder}.apiToken}}"}`) },
  expect,
});
const logInWith = (actor: string, password: string, more = '', expect: Expected = sessionOpened): CallStep => ({
  actor,
  operation: 'postLogin',
  request: { body: json(`{"username":"{{user.username}}","password":"${password}"${more}}`) },
  expect,
});

export const administration: readonly Story[] = [
  {
    id: 'connections-of-each',
    title: 'everybody sees and ends only his own sessions, and an administrator those of all',
    level,
    steps: [
      logIn('person'),
      logIn('second'),
      logInAs('peer', 'colleague'),
      logInAs('boss', 'administrator'),
      looks('person', {
        status: 200,
        body: { userConnections: [{ username: '{{user.username}}' }, { username: '{{user.username}}' }] },
      }),
      looks('second'),
      looks('peer', {
        status: 200,
        body: { userConnections: [{ username: '{{colleague.username}}', current: true }] },
      }),
      ends('person', 'peer', unknownConnection),
      lives('peer'),
      ends('person', 'second'),
      isOver('second'),
      ends('boss', 'peer'),
      isOver('peer'),
      ends('boss', 'peer', unknownConnection),
      ends('person', 'person'),
      isOver('person'),
      lives('boss'),
    ],
  },
  {
    id: 'connection-shared',
    title: 'a session that is ended takes with it what was delegated from it',
    level,
    steps: [
      logIn('person'),
      makeToken('person'),
      delegate('delegated', 'person'),
      looks('person'),
      logInAs('boss', 'administrator'),
      ends('boss', 'person'),
      isOver('person'),
      isOver('delegated'),
    ],
  },
  {
    id: 'disabled-user',
    title:
      'sessions and API tokens of a user are dead as soon as he is disabled, and enabling brings none of them back',
    level,
    with: byApiToken,
    steps: [
      logIn('person'),
      whoAmI('person'),
      makesApiToken('person'),
      enter('tool', 'person'),
      logInAs('boss', 'administrator'),
      changes('boss', 'person', ['/enabled', false]),
      { actor: 'person', operation: 'getSession', expect: noSession },
      isOver('tool'),
      enter('late', 'person', badApiToken),
      logInAs('late', 'user', { status: 401, code: 'ERR003', iServerCode: -2147216965 }),
      changes('boss', 'person', ['/enabled', true]),
      isOver('person'),
      enter('late', 'person', badApiToken),
      logIn('again'),
      lives('again'),
      lives('boss'),
    ],
  },
  {
    id: 'password-set',
    title: 'a password that an administrator sets ends the sessions, and has to be changed where he says so',
    level,
    steps: [
      logIn('person'),
      whoAmI('person'),
      logInAs('boss', 'administrator'),
      changes('boss', 'person', ['/password', chosen], ['/requireNewPassword', true]),
      isOver('person'),
      logInAs('late', 'user', wrongCredentials),
      logInWith('late', chosen, '', { status: 401, code: 'ERR003', iServerCode: -2147216960 }),
      logInWith('late', chosen, ',"changePassword":true,"newPassword":"{{user.password}}"'),
      logIn('again'),
      lives('again'),
    ],
  },
  {
    id: 'removed-user',
    title: 'a user who is removed is gone with his sessions',
    level,
    steps: [
      logInAs('person', 'leaver'),
      whoAmI('person'),
      logInAs('boss', 'administrator'),
      { actor: 'boss', operation: 'deleteUser', request: { path: { id: '{{person.userId}}' } }, expect: done },
      isOver('person'),
      logInAs('late', 'leaver', wrongCredentials),
      {
        actor: 'boss',
        operation: 'getUser',
        request: { path: { id: '{{person.userId}}' } },
        expect: { status: 404, code: 'ERR004', iServerCode: -2147216967 },
      },
    ],
  },
];
