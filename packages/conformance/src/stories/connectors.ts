/** What connectors and tools do, request by request. Source: docs/protocol sections 6.11 and 8.1. */
import { done, noSession, sessionOpened } from '../exchanges/answers.js';
import { explorerExample } from '../exchanges/login-bodies.js';
import { form, json, rfc7636 } from '../sample-requests.js';
import type { CallStep, Story } from '../story.js';

const credentials = '"username":"{{user.username}}","password":"{{user.password}}"';
const fine = { status: 200 } as const;

export const connectors: readonly Story[] = [
  {
    id: 'omd',
    title: 'OMD replays the headers of its login with every request, and is understood',
    level: 'required',
    client: 'OMD',
    steps: [
      {
        actor: 'script',
        operation: 'postLogin',
        request: { body: form('username={{user.username}}&password={{user.password}}&loginMode=1&applicationType=35') },
        expect: sessionOpened,
      },
      ...(['renewSession', 'getProjects', 'postLogout'] as const).map((operation): CallStep => ({
        actor: 'script',
        operation,
        request: { token: 'none', replaysHeadersOf: 'script' },
        expect: operation === 'getProjects' ? fine : done,
      })),
    ],
  },
  {
    id: 'gs',
    title:
      'GS logs in with the example of the explorer, keeps 43 characters of Set-Cookie, and logs out with the token alone',
    level: 'required',
    client: 'GS',
    steps: [
      { actor: 'sheet', operation: 'postLogin', request: { body: explorerExample }, expect: sessionOpened },
      { actor: 'sheet', operation: 'getProjects', request: { cookie: { raw: '{{sheet.cookiePair}}' } }, expect: fine },
      { actor: 'sheet', operation: 'postLogout', request: { cookie: 'none' }, expect: done },
      {
        actor: 'sheet',
        operation: 'getProjects',
        request: { cookie: { raw: '{{sheet.cookiePair}}' } },
        expect: noSession,
      },
    ],
  },
  {
    id: 'dataiku',
    title: 'DATAIKU logs in by form and writes its Cookie header without blanks',
    level: 'required',
    client: 'DATAIKU',
    steps: [
      {
        actor: 'script',
        operation: 'postLogin',
        request: { body: form('username={{user.username}}&password={{user.password}}&loginMode=1') },
        expect: sessionOpened,
      },
      {
        actor: 'script',
        operation: 'getProjects',
        request: { cookie: { raw: '{{script.cookiePair}};library-ingress=1' } },
        expect: fine,
      },
    ],
  },
  {
    id: 'auto',
    title: "AUTO borrows the session of a browser by challenge and verifier, and its logout ends the browser's too",
    level: 'vendor-observed',
    client: 'AUTO',
    steps: [
      { actor: 'browser', operation: 'getAuthToken', expect: noSession },
      {
        actor: 'browser',
        operation: 'postLogin',
        request: { body: json(`{${credentials},"loginMode":1}`) },
        expect: sessionOpened,
      },
      { actor: 'browser', operation: 'getAuthToken', expect: { status: 204 } },
      {
        actor: 'browser',
        operation: 'createIdentityTokenForChallenge',
        request: { body: json(`{"codeChallenge":"${rfc7636.challenge}","codeChallengeMethod":"S256"}`) },
        expect: { status: 201 },
      },
      {
        actor: 'tool',
        operation: 'postDelegate',
        request: {
          body: json(
            `{"loginMode":-1,"identityToken":"{{browser.identityToken}}","codeVerifier":"${rfc7636.verifier}"}`,
          ),
        },
        expect: sessionOpened,
      },
      { actor: 'tool', operation: 'getUserInfo', expect: fine },
      { actor: 'tool', operation: 'postLogout', expect: done },
      { actor: 'browser', operation: 'getAuthToken', expect: noSession },
    ],
  },
];
