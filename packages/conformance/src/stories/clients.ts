/** What real clients do, request by request. Source: docs/protocol section 8.1. */
import { explorerExample } from '../exchanges/login-bodies.js';
import { done, noSession, sessionOpened } from '../exchanges/answers.js';
import { form, json, rfc7636 } from '../sample-requests.js';
import type { RequestFacts } from '../exchange.js';
import type { CallStep, Story } from '../story.js';

const credentials = '"username":"{{user.username}}","password":"{{user.password}}"';
const fine = { status: 200 } as const;
const identityHeader = { 'X-MSTR-IdentityToken': '{{script.identityToken}}' };

/** NODE sends the text of Set-Cookie as its cookie, a question mark behind each path, and empty bodies typed as JSON. */
const asNode: RequestFacts = { query: '', body: json(''), cookie: { raw: '{{script.setCookie}}' } };
const nodeReads = (operation: CallStep['operation'], more: RequestFacts = {}): CallStep => ({
  actor: 'script',
  operation,
  request: { cookie: { raw: '{{script.setCookie}}' }, ...more },
  expect: fine,
});

export const clients: readonly Story[] = [
  {
    id: 'mstrio',
    title: 'MSTRIO connects, looks at versions and timeout, delegates with "-1", and logs out twice',
    level: 'required',
    client: 'MSTRIO',
    steps: [
      {
        actor: 'script',
        operation: 'postLogin',
        request: { body: form('loginMode=1&applicationType=76&username={{user.username}}&password={{user.password}}') },
        expect: sessionOpened,
      },
      { actor: 'script', operation: 'getSession', expect: fine },
      { actor: 'script', operation: 'getStatus', request: { token: 'jar', cookie: 'jar' }, expect: fine },
      {
        actor: 'script',
        operation: 'getProjects',
        expect: { status: 200, headers: { 'x-mstr-total-count': { matches: '^\\d+$' } } },
      },
      { actor: 'script', operation: 'getUserInfo', expect: fine },
      { actor: 'script', operation: 'renewSession', expect: done },
      { actor: 'script', operation: 'createIdentityToken', expect: { status: 201 } },
      {
        actor: 'script',
        operation: 'getIdentityTokenInfo',
        request: { token: 'jar', cookie: 'jar', headers: identityHeader },
        expect: fine,
      },
      {
        actor: 'second',
        operation: 'postDelegate',
        request: { body: json('{"loginMode":"-1","identityToken":"{{script.identityToken}}"}') },
        expect: sessionOpened,
      },
      { actor: 'second', operation: 'getSession', expect: fine },
      { actor: 'script', operation: 'postLogout', expect: done },
      { actor: 'script', operation: 'postLogout', request: { token: 'none', cookie: 'jar' }, expect: noSession },
    ],
  },
  {
    id: 'paul',
    title:
      'PAUL sends every X-MSTR header on that it was given, the identity token too, and logs in again with all of them',
    level: 'required',
    client: 'PAUL',
    steps: [
      {
        actor: 'script',
        operation: 'postLogin',
        request: { body: json(`{${credentials},"loginMode":1,"applicationType":8}`) },
        expect: sessionOpened,
      },
      { actor: 'script', operation: 'renewSession', expect: done },
      { actor: 'script', operation: 'createIdentityToken', expect: { status: 201 } },
      { actor: 'script', operation: 'getUserInfo', request: { headers: identityHeader }, expect: fine },
      { actor: 'script', operation: 'getProjects', request: { headers: identityHeader }, expect: fine },
      {
        actor: 'script',
        operation: 'postLogin',
        request: { token: 'jar', cookie: 'jar', headers: identityHeader, body: json(`{${credentials},"loginMode":1}`) },
        expect: sessionOpened,
      },
      { actor: 'script', operation: 'postLogout', request: { headers: identityHeader }, expect: done },
    ],
  },
  {
    id: 'node',
    title:
      'NODE asks for everything with its own idea of a Cookie header, and gets the exact statuses that it compares',
    level: 'required',
    client: 'NODE',
    steps: [
      {
        actor: 'script',
        operation: 'postLogin',
        request: { query: '', body: json(`{${credentials},"loginMode":1}`) },
        expect: sessionOpened,
      },
      { actor: 'script', operation: 'renewSession', request: asNode, expect: done },
      nodeReads('getSession'),
      nodeReads('getProjectSession', { headers: { 'X-MSTR-ProjectID': '{{project.id}}' } }),
      nodeReads('getUserInfo'),
      nodeReads('getPrivileges'),
      nodeReads('getPrivilege', { path: { id: '{{privilege.id}}' } }),
      { actor: 'script', operation: 'createIdentityToken', request: asNode, expect: { status: 201 } },
      nodeReads('getIdentityTokenInfo', { headers: identityHeader, token: 'jar' }),
      {
        actor: 'second',
        operation: 'postDelegate',
        request: { query: '', body: json('{"loginMode":-1,"identityToken":"{{script.identityToken}}"}') },
        expect: sessionOpened,
      },
      { actor: 'script', operation: 'postLogout', request: asNode, expect: done },
    ],
  },
  {
    id: 'rmstrio',
    title: 'RMSTRIO asks for the status, keeps a session alive that it does not have, logs in and delegates',
    level: 'required',
    client: 'RMSTRIO',
    steps: [
      {
        actor: 'script',
        operation: 'getStatus',
        expect: { status: 200, body: { webVersion: '{{iserver.webVersion}}' } },
      },
      { actor: 'script', operation: 'renewSession', expect: noSession },
      {
        actor: 'script',
        operation: 'postLogin',
        request: { body: json(`{${credentials},"loginMode":1,"applicationType":35}`) },
        expect: sessionOpened,
      },
      {
        actor: 'script',
        operation: 'getProjects',
        request: { cookie: { raw: '=JSESSIONID%3D{{script.cookie}}; {{script.cookiePair}}' } },
        expect: fine,
      },
      { actor: 'script', operation: 'renewSession', expect: done },
      { actor: 'script', operation: 'createIdentityToken', expect: { status: 201 } },
      { actor: 'second', operation: 'getIdentityTokenInfo', request: { headers: identityHeader }, expect: fine },
      {
        actor: 'second',
        operation: 'postDelegate',
        request: { body: json('{"loginMode":-1,"identityToken":"{{script.identityToken}}"}') },
        expect: sessionOpened,
      },
      { actor: 'second', operation: 'postLogout', expect: done },
    ],
  },
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
