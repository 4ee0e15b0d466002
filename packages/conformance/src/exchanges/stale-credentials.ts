/** Logins of clients that still carry what an earlier session gave them. Source: docs/protocol sections 1.2 and 1.4. */
import type { Exchange } from '../exchange.js';
import { form, json, standardLogin } from '../sample-requests.js';
import { sessionOpened } from './answers.js';

const login = { operation: 'postLogin', expect: sessionOpened } as const;
const delegate = json('{"loginMode":-1,"identityToken":"{{caller.identityToken}}"}');

export const staleCredentials: readonly Exchange[] = [
  {
    ...login,
    id: 'login-stale-garbage',
    title: 'a login with a token and a cookie that mean nothing is a login like any other',
    level: 'required',
    needs: 'nothing',
    request: {
      body: standardLogin,
      token: 'garbage',
      cookie: { raw: 'JSESSIONID=00000000000000000000000000000000' },
      headers: { 'X-MSTR-IdentityToken': 'stale' },
    },
  },
  {
    ...login,
    id: 'login-stale-paul',
    title: 'PAUL logs in with the token, cookie and identity token of a session that has ended',
    level: 'required',
    client: 'PAUL',
    needs: 'ended session',
    request: {
      body: json('{"username":"{{user.username}}","password":"{{user.password}}","loginMode":1,"applicationType":8}'),
      token: 'jar',
      cookie: 'jar',
      headers: { 'X-MSTR-IdentityToken': 'stale' },
    },
  },
  {
    ...login,
    id: 'login-live-node',
    title: 'NODE logs in again while its session lives, with a trailing question mark',
    level: 'required',
    client: 'NODE',
    needs: 'session',
    request: { body: standardLogin, query: '', token: 'jar', cookie: { raw: '{{caller.setCookie}}' } },
  },
  {
    ...login,
    id: 'login-stale-mstrio',
    title: 'MSTRIO logs in by form with the cookie of a session that has ended',
    level: 'required',
    client: 'MSTRIO',
    needs: 'ended session',
    request: {
      body: form('loginMode=1&applicationType=76&username={{user.username}}&password={{user.password}}'),
      cookie: 'jar',
    },
  },
  {
    ...login,
    id: 'login-stale-omd',
    title: 'OMD logs in again, replaying every header of its former login',
    level: 'required',
    client: 'OMD',
    needs: 'session',
    request: {
      body: form('username={{user.username}}&password={{user.password}}&loginMode=1&applicationType=35'),
      replaysHeadersOf: 'caller',
      cookie: 'jar',
    },
  },
  {
    operation: 'postDelegate',
    id: 'delegate-stale-node',
    title: 'NODE delegates while it still carries the token and cookie of its session',
    level: 'required',
    client: 'NODE',
    needs: 'identity token',
    request: { body: delegate, query: '', token: 'jar', cookie: { raw: '{{caller.setCookie}}' } },
    expect: sessionOpened,
  },
  {
    operation: 'postDelegate',
    id: 'delegate-stale-garbage',
    title: 'a delegation with a token and a cookie that mean nothing succeeds',
    level: 'required',
    needs: 'identity token',
    request: { body: delegate, token: 'garbage', cookie: { raw: 'JSESSIONID=zz; broken' } },
    expect: sessionOpened,
  },
  {
    operation: 'getStatus',
    id: 'status-stale',
    title: 'MSTRIO asks for the status with a token that has expired, and is answered',
    level: 'required',
    client: 'MSTRIO',
    needs: 'ended session',
    request: { token: 'jar', cookie: 'jar' },
    expect: { status: 200 },
  },
];
