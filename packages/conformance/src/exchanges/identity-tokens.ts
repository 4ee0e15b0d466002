/** Making and checking identity tokens. Source: docs/protocol section 3.6. */
import type { Body, Exchange, Expected } from '../exchange.js';
import { form, json, rfc7636 } from '../sample-requests.js';
import { badIdentityToken, inputInvalid, inputMissing } from './answers.js';

type Sentence = Omit<Exchange, 'operation' | 'request' | 'expect'>;

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

export const identityTokens: readonly Exchange[] = [...making, ...checking];
