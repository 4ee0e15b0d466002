/** Logins with an API token in the place of the login name. Source: docs/protocol sections 3.1, 3.8 and 8.1. */
import type { Body, Exchange, Expected, RequestFacts } from '../exchange.js';
import { form, json } from '../sample-requests.js';
import { badApiToken, inputMissing, sessionOpened } from './answers.js';

type Sentence = Pick<Exchange, 'id' | 'title' | 'level' | 'client'>;

const enabled = { 'auth.modes.available': [4096] };
const login = (sentence: Sentence, body: Body, more: RequestFacts = {}): Exchange => ({
  ...sentence,
  operation: 'postLogin',
  with: enabled,
  needs: 'API token',
  request: { body, ...more },
  expect: sessionOpened,
});
const refused = (sentence: Sentence, body: Body, expect: Expected): Exchange => ({
  ...login(sentence, body),
  needs: 'nothing',
  expect,
});
const held = '"username":"{{caller.apiToken}}"';

export const loginsByApiToken: readonly Exchange[] = [
  login(
    {
      id: 'login-api-token-mstrio',
      title: 'MSTRIO logs in with an API token and JSON, saying that it is Python',
      level: 'required',
      client: 'MSTRIO',
    },
    json(`{"loginMode":4096,${held},"applicationType":76}`),
  ),
  login(
    {
      id: 'login-api-token-paul',
      title: 'PAUL logs in with an API token, with the headers of the session that made it',
      level: 'required',
      client: 'PAUL',
    },
    json(`{${held},"loginMode":4096,"applicationType":8}`),
    { token: 'jar', cookie: 'jar' },
  ),
  login(
    {
      id: 'login-api-token-auto',
      title: 'AUTO logs in with an API token and no more',
      level: 'vendor-observed',
      client: 'AUTO',
    },
    json(`{"loginMode":4096,${held}}`),
  ),
  login(
    {
      id: 'login-api-token-form',
      title: 'a login with an API token may be a form with an empty password',
      level: 'ours',
    },
    form('loginMode=4096&username={{caller.apiToken}}&password='),
  ),
  refused(
    {
      id: 'login-api-token-unknown',
      title: 'an API token that nobody made is 401 ERR003 with -2147213789',
      level: 'ours',
    },
    json('{"loginMode":4096,"username":"an-api-token-that-nobody-made","applicationType":76}'),
    { ...badApiToken, headers: { 'content-type': 'application/json' } },
  ),
  refused(
    {
      id: 'login-api-token-name',
      title: 'a login name and its password are no API token',
      level: 'ours',
    },
    json('{"loginMode":4096,"username":"{{user.username}}","password":"{{user.password}}"}'),
    badApiToken,
  ),
  refused(
    {
      id: 'login-api-token-missing',
      title: 'a login by API token without one is 400 ERR005',
      level: 'ours',
    },
    json('{"loginMode":4096,"password":"{{user.password}}"}'),
    { ...inputMissing, messageIncludes: 'username' },
  ),
];
