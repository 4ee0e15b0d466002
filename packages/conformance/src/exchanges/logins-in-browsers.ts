/** What a page and a program do once a browser has logged in at an identity provider. Source: docs/protocol sections 3.3 and 6.5. */
import type { Exchange, Expected, ProofChoice } from '../exchange.js';
import { json } from '../sample-requests.js';
import { inputInvalid, noSession, sessionOpened } from './answers.js';

type Sentence = Pick<Exchange, 'id' | 'title' | 'level'> & Partial<Exchange>;

/** With another one beside it: a login that names no mode is a standard one then. */
const on = { 'auth.modes.available': [1, 1048576] } as const;
const loggedIn: ProofChoice = { mode: 1048576, of: 'user' };

const exchange = (sentence: Sentence, expect: Expected): Exchange => ({
  with: on,
  needs: 'nothing',
  operation: 'getAuthToken',
  request: {},
  ...sentence,
  expect,
});

export const loginsInBrowsers: readonly Exchange[] = [
  exchange(
    {
      id: 'saml-token',
      title: 'ESDK gets the token of a browser that has logged in by SAML, by its cookie alone',
      level: 'required',
      client: 'ESDK',
      request: { proof: loggedIn },
    },
    { status: 204, headers: { 'x-mstr-authtoken': { matches: '^[0-9a-v]{26}$' }, 'set-cookie': null } },
  ),
  exchange(
    {
      id: 'saml-token-garbage',
      title: 'an answer of an identity provider is no session cookie',
      level: 'ours',
      request: { cookie: { raw: 'SAMLResponse=PHNhbWxwOlJlc3BvbnNlLz4=' } },
    },
    noSession,
  ),
  exchange(
    {
      id: 'saml-at-login',
      title: 'an answer of an identity provider is not taken at POST /auth/login, which names the pages',
      level: 'ours',
      operation: 'postLogin',
      request: { body: json('{"loginMode":1048576,"SAMLResponse":"PHNhbWxwOlJlc3BvbnNlLz4="}') },
    },
    { ...inputInvalid, messageIncludes: 'the login pages below /auth' },
  ),
  exchange(
    {
      id: 'saml-at-delegate',
      title: 'SAML is no delegation: 400 ERR006',
      level: 'ours',
      operation: 'postDelegate',
      request: { body: json('{"loginMode":1048576,"identityToken":"a-token"}') },
    },
    inputInvalid,
  ),
  exchange(
    {
      id: 'saml-beside-standard',
      title: 'a login that names no mode is a standard one where SAML is enabled too',
      level: 'ours',
      operation: 'postLogin',
      request: { body: json('{"username":"{{colleague.username}}","password":"{{colleague.password}}"}') },
    },
    sessionOpened,
  ),
];
