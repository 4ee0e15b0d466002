/** What the libraries do that people write scripts with, request by request. Source: docs/protocol section 8.1. */
import { done, noSession, sessionOpened } from '../exchanges/answers.js';
import { form, json } from '../sample-requests.js';
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

export const scripts: readonly Story[] = [
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
    id: 'mstrio-old-server',
    title: 'MSTRIO logs in a second time, as Library, where the server stands for an older version',
    level: 'required',
    client: 'MSTRIO',
    with: { 'iserver.iServerVersion': '11.3.0460.00602' },
    steps: [
      {
        actor: 'script',
        operation: 'postLogin',
        request: { body: form('loginMode=1&applicationType=76&username={{user.username}}&password={{user.password}}') },
        expect: sessionOpened,
      },
      {
        actor: 'script',
        operation: 'getStatus',
        request: { token: 'jar', cookie: 'jar' },
        expect: { status: 200, body: { iServerVersion: '11.3.0460.00602' } },
      },
      {
        actor: 'script',
        operation: 'postLogin',
        request: {
          token: 'jar',
          cookie: 'jar',
          body: form('loginMode=1&applicationType=35&username={{user.username}}&password={{user.password}}'),
        },
        expect: sessionOpened,
      },
      { actor: 'script', operation: 'getSession', expect: fine },
      { actor: 'script', operation: 'postLogout', expect: done },
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
];
