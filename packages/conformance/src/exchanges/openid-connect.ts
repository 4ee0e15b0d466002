/** Programs that have got tokens of an OpenID provider themselves. Source: docs/protocol sections 3.9 and 3.10. */
import type { Exchange, Expected, RequestFacts } from '../exchange.js';
import { json } from '../sample-requests.js';
import { inputInvalid, inputMissing, sessionOpened } from './answers.js';

type Sentence = Pick<Exchange, 'id' | 'title' | 'level'> & Partial<Exchange>;

const on = { 'auth.modes.available': [4194304] } as const;
const off = { 'auth.modes.unavailable': [4194304] } as const;
const native: RequestFacts = { query: 'clientId={{oidc.clientId}}' };
const refused: Expected = { status: 401, code: 'ERR003' };

const login = (sentence: Sentence, request: RequestFacts, expect: Expected): Exchange => ({
  with: on,
  needs: 'nothing',
  operation: 'postOidcToken',
  ...sentence,
  request: { ...native, ...request },
  expect,
});

export const openidConnect: readonly Exchange[] = [
  {
    id: 'oidc-native',
    title: 'AUTO asks which OpenID providers there are for native clients',
    operation: 'getOidcNativeConfiguration',
    level: 'vendor-observed',
    client: 'AUTO',
    with: on,
    needs: 'nothing',
    request: { query: 'applicationId=C2B2023642F6753A2EF159A75E0CFF29&showAll=true' },
    expect: {
      status: 200,
      members: ['iams'],
      body: { iams: [{ nativeClientId: '{{oidc.clientId}}', default: true }] },
    },
  },
  {
    id: 'oidc-native-off',
    title: 'AUTO is told by 404 ERR001 that there is no OpenID provider',
    operation: 'getOidcNativeConfiguration',
    level: 'vendor-observed',
    client: 'AUTO',
    with: off,
    needs: 'nothing',
    request: {},
    expect: { status: 404, code: 'ERR001', message: 'OIDC not available' },
  },
  login(
    {
      id: 'oidc-token',
      title: 'AUTO hands over the tokens of the provider as they came, and is let in',
      level: 'vendor-observed',
      client: 'AUTO',
    },
    {
      body: json(
        '{"access_token":"an-access-token","id_token":"{{oidc.idToken}}","refresh_token":"r","token_type":"Bearer","expires_in":3600,"scope":"openid"}',
      ),
    },
    sessionOpened,
  ),
  login(
    { id: 'oidc-token-alone', title: 'an ID token alone suffices', level: 'ours' },
    { body: json('{"id_token":"{{oidc.idToken}}"}') },
    sessionOpened,
  ),
  login(
    { id: 'oidc-token-forged', title: 'an ID token that the provider has not signed is 401 ERR003', level: 'required' },
    { body: json('{"id_token":"{{oidc.idToken}}A"}') },
    refused,
  ),
  login(
    { id: 'oidc-token-missing', title: 'a login by tokens without an ID token is 400 ERR005', level: 'recommended' },
    { body: json('{"access_token":"an-access-token"}') },
    { ...inputMissing, messageIncludes: 'id_token' },
  ),
  login(
    { id: 'oidc-client-missing', title: 'a login by tokens without a clientId is 400 ERR005', level: 'ours' },
    { query: '', body: json('{"id_token":"{{oidc.idToken}}"}') },
    { ...inputMissing, messageIncludes: 'clientId' },
  ),
  login(
    { id: 'oidc-client-unknown', title: 'a clientId of nobody is 400 ERR006', level: 'ours' },
    { query: 'clientId=somebody', body: json('{"id_token":"{{oidc.idToken}}"}') },
    { ...inputInvalid, messageIncludes: 'clientId' },
  ),
  login(
    {
      id: 'oidc-token-off',
      title: 'a login by tokens is 401 ERR003 where the mode is not enabled',
      level: 'ours',
      with: off,
    },
    { query: 'clientId=a-client', body: json('{"id_token":"not.an.id-token"}') },
    { ...refused, messageIncludes: 'INVALID_AUTH_MODE' },
  ),
  login(
    {
      id: 'oidc-token-full',
      title: 'a login by tokens is 500 ERR001 with -2147073423 where the user has too many sessions',
      level: 'ours',
      with: { ...on, 'iserver.maxSessionsPerUser': 2 },
      needs: 'session of each',
    },
    { body: json('{"id_token":"{{oidc.idToken}}"}') },
    { status: 500, code: 'ERR001', iServerCode: -2147073423 },
  ),
];
