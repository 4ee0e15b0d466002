/** Making API tokens. Source: docs/protocol sections 3.8 and 9: Q12, Q13. */
import type { Exchange, Expected, RequestFacts } from '../exchange.js';
import { form, json } from '../sample-requests.js';
import { apiTokenMade, inputInvalid, notPrivileged, unknownUser } from './answers.js';

type Sentence = Omit<Exchange, 'operation' | 'request' | 'expect'>;

const make = (sentence: Sentence, request: RequestFacts, expect: Expected): Exchange => ({
  ...sentence,
  operation: 'createApiToken',
  request,
  expect,
});

const short = { 'errorCodes.style': 'short' } as const;
const nobody = '00000000000000000000000000000000';

export const newApiTokens: readonly Exchange[] = [
  make(
    {
      id: 'api-token-mstrio',
      title: 'MSTRIO makes an API token without a body and reads apiToken in the answer',
      level: 'required',
      client: 'MSTRIO',
      needs: 'session',
    },
    {},
    apiTokenMade,
  ),
  make(
    {
      id: 'api-token-empty-json',
      title: 'an API token may be asked for with an empty body of a JSON content type',
      level: 'required',
      needs: 'session',
    },
    { body: json('') },
    apiTokenMade,
  ),
  make(
    {
      id: 'api-token-auto',
      title: 'AUTO asks for a life in minutes and reads when the API token expires',
      level: 'vendor-observed',
      client: 'AUTO',
      needs: 'session',
    },
    { body: json('{"lifeTimeInMinutes":60}') },
    apiTokenMade,
  ),
  make(
    { id: 'api-token-string', title: 'a life in minutes may be a string', level: 'recommended', needs: 'session' },
    { body: json('{"lifeTimeInMinutes":"60","userId":null}') },
    apiTokenMade,
  ),
  make(
    { id: 'api-token-form', title: 'an API token may be asked for by form', level: 'ours', needs: 'session' },
    { body: form('lifeTimeInMinutes=60') },
    apiTokenMade,
  ),
  make(
    { id: 'api-token-long', title: 'a life beyond the most is cut down, not refused', level: 'ours', needs: 'session' },
    { body: json('{"lifeTimeInMinutes":2147483647}') },
    apiTokenMade,
  ),
  make(
    {
      id: 'api-token-fields',
      title: 'fields keeps the named members of a new API token',
      level: 'ours',
      needs: 'session',
    },
    { query: 'fields=apiToken' },
    { status: 201, members: ['apiToken'] },
  ),
  ...['0', '-5', '1.5', '"soon"', '2147483648'].map((minutes) =>
    make(
      {
        id: `api-token-life-${minutes}`,
        title: `an API token for ${minutes} minutes is 400 ERR006`,
        level: 'ours',
        needs: 'session',
      },
      { body: json(`{"lifeTimeInMinutes":${minutes}}`) },
      { ...inputInvalid, messageIncludes: 'lifeTimeInMinutes' },
    ),
  ),
  make(
    {
      id: 'api-token-own-id',
      title: 'anybody may name himself as the user of the API token',
      level: 'ours',
      needs: 'session beside a colleague',
    },
    { body: json('{"userId":"{{caller.userId}}"}') },
    apiTokenMade,
  ),
  make(
    {
      id: 'api-token-bad-id',
      title: 'an API token for what is no id of a user is 400 ERR006',
      level: 'ours',
      needs: 'session',
    },
    { body: json('{"userId":"{{user.username}}"}') },
    { ...inputInvalid, messageIncludes: 'userId' },
  ),
  make(
    {
      id: 'api-token-of-another',
      title: 'an API token for another user is 403 ERR014 without being an administrator',
      level: 'required',
      with: short,
      needs: 'session beside a colleague',
    },
    { body: json('{"userId":"{{other.userId}}"}') },
    notPrivileged,
  ),
  make(
    {
      id: 'api-token-of-nobody',
      title: 'who is no administrator is not told which users there are when he asks for an API token',
      level: 'ours',
      with: short,
      needs: 'session',
    },
    { body: json(`{"userId":"${nobody}"}`) },
    notPrivileged,
  ),
  make(
    {
      id: 'api-token-by-administrator',
      title: 'MSTRIO makes an API token for another user as an administrator',
      level: 'required',
      client: 'MSTRIO',
      needs: 'administrator',
    },
    { body: json('{"userId":"{{other.userId}}"}') },
    apiTokenMade,
  ),
  make(
    {
      id: 'api-token-unknown-user',
      title: 'an administrator who asks for an API token of nobody is told 404 ERR004 with -2147216967',
      level: 'ours',
      needs: 'administrator',
    },
    { body: json(`{"userId":"${nobody}"}`) },
    unknownUser,
  ),
  make(
    {
      id: 'api-token-of-guest',
      title: 'a guest makes no API token: 403 ERR014',
      level: 'ours',
      with: { ...short, 'auth.modes.available': [8] },
      needs: 'guest session',
    },
    {},
    notPrivileged,
  ),
  make(
    {
      id: 'api-token-of-guest-long',
      title: 'PAUL knows a missing privilege as ERR0014, where the server spells it so',
      level: 'required',
      client: 'PAUL',
      with: { 'errorCodes.style': 'long', 'auth.modes.available': [8] },
      needs: 'guest session',
    },
    {},
    { status: 403, code: 'ERR0014' },
  ),
  make(
    {
      id: 'api-token-by-api-token',
      title: 'a session that an API token opened makes no API token: 403 ERR014',
      level: 'ours',
      with: { ...short, 'auth.modes.available': [4096], 'apiTokens.selfRenewal': false },
      needs: 'session by API token',
    },
    {},
    notPrivileged,
  ),
  make(
    {
      id: 'api-token-renewal',
      title: 'a session that an API token opened makes one where that is allowed',
      level: 'ours',
      with: { 'auth.modes.available': [4096], 'apiTokens.selfRenewal': true },
      needs: 'session by API token',
    },
    {},
    apiTokenMade,
  ),
];
