/** Identity tokens and delegation. Source: docs/protocol sections 3.6, 3.7 and 5.3. */
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
const challenge = (sentence: Sentence, body: Body, expect: Expected): Exchange => ({
  ...sentence,
  operation: 'createIdentityTokenForChallenge',
  request: { body },
  expect,
});
const tokenMade: Expected = {
  status: 201,
  headers: { 'x-mstr-identitytoken': { matches: '.' }, 'content-length': '0', 'content-type': null },
};
const held = '"identityToken":"{{caller.identityToken}}"';

const making: readonly Exchange[] = [
  {
    id: 'identity-token',
    title: 'POST /auth/identityToken is 201 with the token in a header and no body',
    operation: 'createIdentityToken',
    level: 'required',
    needs: 'session',
    request: {},
    expect: tokenMade,
  },
  {
    id: 'identity-token-node',
    title: 'NODE makes an identity token with an empty body of a JSON content type',
    operation: 'createIdentityToken',
    level: 'required',
    client: 'NODE',
    needs: 'session',
    request: { query: '', body: json(''), cookie: { raw: '{{caller.setCookie}}' } },
    expect: tokenMade,
  },
  {
    id: 'identity-token-fields',
    title: 'fields is accepted where there is no body to cut down',
    operation: 'createIdentityToken',
    level: 'recommended',
    needs: 'session',
    request: { query: 'fields=anything' },
    expect: tokenMade,
  },
  challenge(
    {
      id: 'challenge',
      title: 'AUTO makes an identity token for a challenge and finds it in the body',
      level: 'vendor-observed',
      client: 'AUTO',
      needs: 'session',
    },
    json(`{"codeChallenge":"${rfc7636.challenge}","codeChallengeMethod":"S256"}`),
    { status: 201, members: ['identityToken'], headers: { 'x-mstr-identitytoken': null } },
  ),
  challenge(
    { id: 'challenge-form', title: 'a challenge may come as a form', level: 'ours', needs: 'session' },
    form(`codeChallenge=${rfc7636.challenge}&codeChallengeMethod=S256`),
    { status: 201 },
  ),
  challenge(
    {
      id: 'challenge-plain',
      title: 'a challenge of another method than S256 is refused',
      level: 'ours',
      needs: 'session',
    },
    json(`{"codeChallenge":"${rfc7636.challenge}","codeChallengeMethod":"plain"}`),
    inputInvalid,
  ),
  challenge(
    { id: 'challenge-short', title: 'a challenge that is no SHA-256 is refused', level: 'ours', needs: 'session' },
    json('{"codeChallenge":"too-short","codeChallengeMethod":"S256"}'),
    inputInvalid,
  ),
  challenge(
    { id: 'challenge-missing', title: 'a missing challenge is 400 ERR005', level: 'recommended', needs: 'session' },
    json('{"codeChallengeMethod":"S256"}'),
    { ...inputMissing, messageIncludes: 'codeChallenge' },
  ),
];

const checking: readonly Exchange[] = [
  {
    id: 'identity-token-info',
    title: 'RMSTRIO checks an identity token without any session',
    operation: 'getIdentityTokenInfo',
    level: 'required',
    client: 'RMSTRIO',
    needs: 'identity token',
    request: { headers: { 'X-MSTR-IdentityToken': '{{caller.identityToken}}' } },
    expect: { status: 200, members: ['userId'] },
  },
  {
    id: 'identity-token-info-used',
    title: 'an identity token that was delegated can still be checked',
    operation: 'getIdentityTokenInfo',
    level: 'ours',
    needs: 'used identity token',
    request: { headers: { 'X-MSTR-IdentityToken': '{{caller.identityToken}}' } },
    expect: { status: 200 },
  },
  {
    id: 'identity-token-info-bad',
    title: 'an identity token that nobody made is 401 ERR003',
    operation: 'getIdentityTokenInfo',
    level: 'ours',
    needs: 'nothing',
    request: { headers: { 'X-MSTR-IdentityToken': 'forged' } },
    expect: badIdentityToken,
  },
  {
    id: 'identity-token-info-none',
    title: 'checking no identity token is 400 ERR005',
    operation: 'getIdentityTokenInfo',
    level: 'ours',
    needs: 'nothing',
    request: {},
    expect: inputMissing,
  },
];

const delegating: readonly Exchange[] = [
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

export const identityTokens: readonly Exchange[] = [...making, ...checking, ...delegating];
