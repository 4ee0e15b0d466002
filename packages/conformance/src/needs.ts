/** What must hold before an exchange, and the steps that bring it about. */
import type { Need } from './exchange.js';
import { json, sampleRequests, standardLogin } from './sample-requests.js';
import type { CallStep } from './story.js';

const logIn = (actor: string): CallStep => ({
  actor,
  operation: 'postLogin',
  request: { body: standardLogin },
  expect: { status: 204 },
});
const enterProject = (actor: string): CallStep => ({
  actor,
  operation: 'getProjectSession',
  request: sampleRequests.getProjectSession,
  expect: { status: 200 },
});
const logInAs = (actor: string, part: 'user' | 'colleague' | 'administrator'): CallStep => ({
  actor,
  operation: 'postLogin',
  request: { body: json(`{"username":"{{${part}.username}}","password":"{{${part}.password}}"}`) },
  expect: { status: 204 },
});
/** Afterwards the actor knows the id of his user. */
const askWhoIAm = (actor: string): CallStep => ({ actor, operation: 'getUserInfo', expect: { status: 200 } });
/** Afterwards the actor knows the id of his session. */
const lookAtSessions = (actor: string): CallStep => ({
  actor,
  operation: 'getUserConnections',
  expect: { status: 200 },
});
const makeApiToken = (actor: string): CallStep => ({ actor, operation: 'createApiToken', expect: { status: 201 } });
const makeIdentityToken: CallStep = { actor: 'caller', operation: 'createIdentityToken', expect: { status: 201 } };
const delegate = (actor: string): CallStep => ({
  actor,
  operation: 'postDelegate',
  request: { body: json('{"loginMode":-1,"identityToken":"{{caller.identityToken}}"}') },
  expect: { status: 204 },
});

export const stepsTo: Readonly<Record<Need, readonly CallStep[]>> = {
  nothing: [],
  session: [logIn('caller')],
  'guest session': [
    { actor: 'caller', operation: 'postLogin', request: { body: json('{"loginMode":8}') }, expect: { status: 204 } },
  ],
  'project session': [logIn('caller'), enterProject('caller')],
  'session of each': [logIn('caller'), logIn('other')],
  'API token': [logIn('caller'), makeApiToken('caller')],
  'no API token': [logIn('caller'), { actor: 'caller', operation: 'deleteApiTokens', expect: { status: 204 } }],
  'session by API token': [
    logIn('other'),
    makeApiToken('other'),
    {
      actor: 'caller',
      operation: 'postLogin',
      request: { body: json('{"loginMode":4096,"username":"{{other.apiToken}}"}') },
      expect: { status: 204 },
    },
  ],
  'session beside a colleague': [
    logIn('caller'),
    askWhoIAm('caller'),
    logInAs('other', 'colleague'),
    askWhoIAm('other'),
  ],
  administrator: [
    logInAs('caller', 'administrator'),
    askWhoIAm('caller'),
    logInAs('other', 'user'),
    askWhoIAm('other'),
  ],
  'administrator beside sessions': [
    logInAs('caller', 'administrator'),
    logInAs('other', 'user'),
    lookAtSessions('other'),
  ],
  'identity token': [logIn('caller'), makeIdentityToken],
  'identity token for a challenge': [
    logIn('caller'),
    {
      actor: 'caller',
      operation: 'createIdentityTokenForChallenge',
      request: sampleRequests.createIdentityTokenForChallenge,
      expect: { status: 201 },
    },
  ],
  'used identity token': [logIn('caller'), makeIdentityToken, delegate('other')],
  'delegated session': [
    logIn('other'),
    { ...makeIdentityToken, actor: 'other' },
    {
      actor: 'caller',
      operation: 'postDelegate',
      request: { body: json('{"loginMode":-1,"identityToken":"{{other.identityToken}}"}') },
      expect: { status: 204 },
    },
  ],
  'ended session': [logIn('caller'), { actor: 'caller', operation: 'postLogout', expect: { status: 204 } }],
  'project taken by the other': [logIn('other'), enterProject('other'), logIn('caller')],
};
