/** A session from its first request to its last. Source: docs/protocol sections 6.1, 6.9 and 6.12. */
import { badIdentityToken, defaultSession, done, noSession, sessionOpened } from '../exchanges/answers.js';
import { json, sampleRequests, standardLogin } from '../sample-requests.js';
import type { CallStep, Story } from '../story.js';

const inProject = { headers: { 'X-MSTR-ProjectID': '{{project.id}}' } };

/** An actor logs in by user name and password. */
export const logIn = (actor: string): CallStep => ({
  actor,
  operation: 'postLogin',
  request: { body: standardLogin },
  expect: sessionOpened,
});
/** An actor's session lives, and its timers start again. */
export const lives = (actor: string): CallStep => ({ actor, operation: 'renewSession', expect: done });
/** An actor's session is over. */
export const isOver = (actor: string): CallStep => ({ actor, operation: 'renewSession', expect: noSession });
export const logOut = (actor: string): CallStep => ({ actor, operation: 'postLogout', expect: done });
export const makeToken = (actor: string): CallStep => ({
  actor,
  operation: 'createIdentityToken',
  expect: { status: 201 },
});
/** An actor opens a session from the identity token that another one made. */
export const delegate = (actor: string, from: string, expect: CallStep['expect'] = sessionOpened): CallStep => ({
  actor,
  operation: 'postDelegate',
  request: { body: json(`{"loginMode":-1,"identityToken":"{{${from}.identityToken}}"}`) },
  expect,
});
/** Anybody checks the identity token that an actor made. */
export const checkToken = (from: string, expect: CallStep['expect'] = { status: 200 }): CallStep => ({
  actor: 'anybody',
  operation: 'getIdentityTokenInfo',
  request: { headers: { 'X-MSTR-IdentityToken': `{{${from}.identityToken}}` } },
  expect,
});

export const aDay: readonly Story[] = [
  {
    id: 'a-day',
    title: 'log in, look around, enter a project, hand the session on, log out: and both sessions are over',
    level: 'required',
    steps: [
      { actor: 'ann', operation: 'getStatus', expect: { status: 200 } },
      { actor: 'ann', operation: 'getAuthModes', expect: { status: 200 } },
      logIn('ann'),
      { actor: 'ann', operation: 'getSession', expect: defaultSession },
      { actor: 'ann', operation: 'getUserInfo', expect: { status: 200, body: { username: '{{user.username}}' } } },
      { actor: 'ann', operation: 'getProjects', expect: { status: 200 } },
      { actor: 'ann', operation: 'getProject', request: sampleRequests.getProject, expect: { status: 200 } },
      { actor: 'ann', operation: 'getProjectSession', request: inProject, expect: defaultSession },
      { actor: 'ann', operation: 'getPrivileges', request: inProject, expect: { status: 200 } },
      { actor: 'ann', operation: 'getPrivilege', request: sampleRequests.getPrivilege, expect: { status: 200 } },
      lives('ann'),
      makeToken('ann'),
      checkToken('ann'),
      checkToken('ann'),
      delegate('bea', 'ann'),
      { actor: 'bea', operation: 'getUserInfo', expect: { status: 200, body: { username: '{{user.username}}' } } },
      { actor: 'bea', operation: 'getAuthToken', expect: { status: 204 } },
      logOut('bea'),
      isOver('ann'),
      isOver('bea'),
      { actor: 'ann', operation: 'getAuthToken', expect: noSession },
      checkToken('ann', badIdentityToken),
    ],
  },
  {
    id: 'settings-of-a-session',
    title: 'maxSearch, workingSet and locale of a login are those of its session, and of the one delegated from it',
    level: 'vendor-observed',
    steps: [
      {
        actor: 'ann',
        operation: 'postLogin',
        request: {
          body: json(`{"loginMode":1,"username":"{{user.username}}","password":"{{user.password}}",
            "maxSearch":7,"workingSet":"25","metadataLocale":"de_de"}`),
        },
        expect: sessionOpened,
      },
      {
        actor: 'ann',
        operation: 'getSession',
        expect: { status: 200, body: { maxSearch: 7, workingSet: 25, locale: 1031 } },
      },
      makeToken('ann'),
      delegate('bea', 'ann'),
      {
        actor: 'bea',
        operation: 'getSession',
        expect: { status: 200, body: { maxSearch: 7, workingSet: 25, locale: 1031 } },
      },
    ],
  },
  {
    id: 'working-set-zero',
    title: 'a workingSet of 0, as explorers send it, is the default of 10',
    level: 'ours',
    steps: [
      {
        actor: 'ann',
        operation: 'postLogin',
        request: {
          body: json('{"username":"{{user.username}}","password":"{{user.password}}","loginMode":1,"workingSet":0}'),
        },
        expect: sessionOpened,
      },
      { actor: 'ann', operation: 'getSession', expect: defaultSession },
    ],
  },
];
