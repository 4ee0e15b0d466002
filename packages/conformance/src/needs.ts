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
