/** Sessions that are made of identity tokens. Source: docs/protocol sections 3.7 and 5.3. */
import type { Body, Exchange, Expected } from '../exchange.js';
import { form, json, rfc7636 } from '../sample-requests.js';
import { badIdentityToken, inputInvalid, inputMissing, sessionOpened } from './answers.js';

type Sentence = Omit<Exchange, 'operation' | 'request' | 'expect'>;

const delegation = (sentence: Sentence, body: Body, expect: Expected = sessionOpened): Exchange => ({
  ...sentence,
  operation: 'postDelegate',
  request: { body },
  expect,
});
const held = '"identityToken":"{{caller.identityToken}}"';

export const delegations: readonly Exchange[] = [
  delegation(
    { id: 'delegate', title: 'a delegation answers like a login', level: 'required', needs: 'identity token' },
    json(`{"loginMode":-1,${held}}`),
  ),
  delegation(
    {
      id: 'delegate-mstrio',
      title: 'MSTRIO delegates with the loginMode as a string',
      level: 'required',
      client: 'MSTRIO',
      needs: 'identity token',
    },
    json(`{"loginMode":"-1",${held}}`),
  ),
  delegation(
    { id: 'delegate-form', title: 'a delegation may be a form', level: 'ours', needs: 'identity token' },
    form('loginMode=-1&identityToken={{caller.identityToken}}'),
  ),
  delegation(
    {
      id: 'delegate-verifier-null',
      title: 'a codeVerifier of null counts as absent',
      level: 'recommended',
      needs: 'identity token',
    },
    json(`{"loginMode":-1,${held},"codeVerifier":null}`),
  ),
  delegation(
    {
      id: 'delegate-twice',
      title: 'an identity token opens one session only',
      level: 'ours',
      with: { 'identityToken.singleUse': true },
      needs: 'used identity token',
    },
    json(`{"loginMode":-1,${held}}`),
    badIdentityToken,
  ),
  delegation(
    {
      id: 'delegate-again',
      title: 'an identity token opens several sessions where that is set',
      level: 'ours',
      with: { 'identityToken.singleUse': false },
      needs: 'used identity token',
    },
    json(`{"loginMode":-1,${held}}`),
  ),
  delegation(
    {
      id: 'delegate-bad',
      title: 'MSTRIO takes 401 ERR003, and nothing else, for a bad identity token',
      level: 'required',
      client: 'MSTRIO',
      needs: 'nothing',
    },
    json('{"loginMode":"-1","identityToken":"forged"}'),
    badIdentityToken,
  ),
  delegation(
    {
      id: 'delegate-missing',
      title: 'a delegation without a token is 400 ERR005',
      level: 'recommended',
      needs: 'nothing',
    },
    json('{"loginMode":-1}'),
    { ...inputMissing, messageIncludes: 'identityToken' },
  ),
  delegation(
    {
      id: 'delegate-other-mode',
      title: 'a loginMode other than -1 cannot delegate',
      level: 'ours',
      needs: 'identity token',
    },
    json(`{"loginMode":1,${held}}`),
    inputInvalid,
  ),
  delegation(
    {
      id: 'verifier-right',
      title: 'AUTO answers the challenge with its verifier and is let in',
      level: 'vendor-observed',
      client: 'AUTO',
      needs: 'identity token for a challenge',
    },
    json(`{"loginMode":-1,${held},"codeVerifier":"${rfc7636.verifier}"}`),
  ),
  delegation(
    {
      id: 'verifier-wrong',
      title: 'a wrong verifier is 401 ERR003',
      level: 'recommended',
      needs: 'identity token for a challenge',
    },
    json(`{"loginMode":-1,${held},"codeVerifier":"${rfc7636.challenge}"}`),
    badIdentityToken,
  ),
  delegation(
    {
      id: 'verifier-missing',
      title: 'a token for a challenge without its verifier is 401 ERR003',
      level: 'recommended',
      needs: 'identity token for a challenge',
    },
    json(`{"loginMode":-1,${held}}`),
    badIdentityToken,
  ),
  delegation(
    {
      id: 'verifier-surplus',
      title: 'a verifier for a token without a challenge is 401 ERR003',
      level: 'ours',
      needs: 'identity token',
    },
    json(`{"loginMode":-1,${held},"codeVerifier":"${rfc7636.verifier}"}`),
    badIdentityToken,
  ),
  delegation(
    {
      id: 'verifier-malformed',
      title: 'a verifier of another form is 400 ERR006',
      level: 'ours',
      needs: 'identity token for a challenge',
    },
    json(`{"loginMode":-1,${held},"codeVerifier":"short"}`),
    inputInvalid,
  ),
  {
    id: 'delegated-session',
    title: 'a delegated session is a session of the same user',
    operation: 'getUserInfo',
    level: 'required',
    needs: 'delegated session',
    request: {},
    expect: { status: 200, body: { username: '{{user.username}}' } },
  },
];
