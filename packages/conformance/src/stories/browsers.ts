/** Sessions that a browser has opened elsewhere. Source: docs/protocol sections 3.3, 3.6, 3.7 and 6.5. */
import { done, noSession, sessionOpened } from '../exchanges/answers.js';
import { json } from '../sample-requests.js';
import type { OperationId } from '@mstr-rest/protocol';
import type { Expected, ProofChoice } from '../exchange.js';
import type { CallStep, Story } from '../story.js';

const inBrowser: ProofChoice = { mode: 1048576, of: 'user' };

/** With the cookie of that browser. */
const page = (operation: OperationId, expect: Expected): CallStep => ({
  actor: 'page',
  operation,
  request: { proof: { ...inBrowser, again: true } },
  expect,
});

export const browsers: readonly Story[] = [
  {
    id: 'saml-day',
    title: 'a page takes over a login by SAML, hands the session on, and logging out ends both',
    level: 'required',
    with: { 'auth.modes.available': [1, 1048576] },
    steps: [
      { actor: 'page', operation: 'getAuthToken', request: { proof: inBrowser }, expect: done },
      page('getUserInfo', { status: 200, body: { username: '{{user.username}}' } }),
      page('getSession', { status: 200 }),
      page('renewSession', done),
      page('createIdentityToken', { status: 201 }),
      {
        actor: 'program',
        operation: 'postDelegate',
        request: { body: json('{"loginMode":-1,"identityToken":"{{page.identityToken}}"}') },
        expect: sessionOpened,
      },
      {
        actor: 'program',
        operation: 'getUserInfo',
        expect: { status: 200, body: { username: '{{user.username}}' } },
      },
      page('postLogout', done),
      page('getAuthToken', noSession),
      { actor: 'program', operation: 'getSession', expect: noSession },
    ],
  },
];
