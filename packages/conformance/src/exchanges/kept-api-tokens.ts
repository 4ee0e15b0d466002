/** Listing and revoking API tokens. Source: docs/protocol sections 3.8 and 9: Q12. */
import type { Exchange, Expected, RequestFacts } from '../exchange.js';
import { done, inputInvalid, notPrivileged, unknownUser } from './answers.js';

type Sentence = Omit<Exchange, 'operation' | 'request' | 'expect'>;

const asking =
  (operation: 'getApiTokens' | 'deleteApiTokens') =>
  (sentence: Sentence, request: RequestFacts, expect: Expected): Exchange => ({
    ...sentence,
    operation,
    request,
    expect,
  });
const list = asking('getApiTokens');
const revoke = asking('deleteApiTokens');

const short = { 'errorCodes.style': 'short' } as const;
const nobody = '00000000000000000000000000000000';
const one: Expected = { status: 200, members: ['createTime', 'expireTime'] };
const badUser: Expected = { ...inputInvalid, messageIncludes: 'userId' };

const listing: readonly Exchange[] = [
  list(
    {
      id: 'api-tokens-none',
      title: 'AUTO asks for API tokens where there is none and gets what is empty',
      level: 'vendor-observed',
      client: 'AUTO',
      needs: 'no API token',
    },
    {},
    { status: 200, body: [] },
  ),
  list(
    {
      id: 'api-tokens-one',
      title: 'AUTO finds when the API token was made and expires, and not the token itself',
      level: 'vendor-observed',
      client: 'AUTO',
      needs: 'API token',
    },
    {},
    one,
  ),
  list(
    {
      id: 'api-tokens-fields',
      title: 'fields keeps the named members of each API token',
      level: 'ours',
      needs: 'API token',
    },
    { query: 'fields=expireTime' },
    { status: 200, members: ['expireTime'] },
  ),
  list(
    {
      id: 'api-tokens-by-api-token',
      title: 'a session that an API token opened may look at it, and sees that it was used',
      level: 'ours',
      with: { 'auth.modes.available': [4096] },
      needs: 'session by API token',
    },
    {},
    { status: 200, members: ['createTime', 'expireTime', 'lastUsedTime'] },
  ),
];

const revoking: readonly Exchange[] = [
  revoke(
    {
      id: 'api-tokens-revoke',
      title: 'AUTO revokes an API token',
      level: 'vendor-observed',
      client: 'AUTO',
      needs: 'API token',
    },
    {},
    done,
  ),
  revoke(
    { id: 'api-tokens-revoke-none', title: 'revoking no API token is 204 too', level: 'ours', needs: 'no API token' },
    {},
    done,
  ),
];

/** What an administrator may ask for with `?userId=`, and nobody else. */
const ofOthers: readonly Exchange[] = [
  ...(
    [
      ['list', list, { status: 200 }],
      ['revoke', revoke, done],
    ] as const
  ).flatMap(([verb, ask, fine]) => [
    ask(
      {
        id: `api-tokens-${verb}-of-another`,
        title: `to ${verb} the API token of another user is 403 ERR014 without being an administrator`,
        level: 'ours',
        with: short,
        needs: 'session beside a colleague',
      },
      { query: 'userId={{other.userId}}' },
      notPrivileged,
    ),
    ask(
      {
        id: `api-tokens-${verb}-by-administrator`,
        title: `an administrator may ${verb} the API token of another user`,
        level: 'ours',
        needs: 'administrator',
      },
      { query: 'userId={{other.userId}}' },
      fine,
    ),
    ask(
      {
        id: `api-tokens-${verb}-of-nobody`,
        title: `to ${verb} the API token of nobody is 404 ERR004 with -2147216967`,
        level: 'ours',
        needs: 'administrator',
      },
      { query: `userId=${nobody}` },
      unknownUser,
    ),
    ask(
      {
        id: `api-tokens-${verb}-bad-id`,
        title: `to ${verb} the API token of what is no id is 400 ERR006`,
        level: 'ours',
        needs: 'session',
      },
      { query: 'userId=ann' },
      badUser,
    ),
    ask(
      {
        id: `api-tokens-${verb}-two-ids`,
        title: `to ${verb} the API tokens of two users at once is 400 ERR006`,
        level: 'ours',
        needs: 'administrator',
      },
      { query: 'userId={{other.userId}}&userId={{caller.userId}}' },
      badUser,
    ),
  ]),
];

export const keptApiTokens: readonly Exchange[] = [...listing, ...revoking, ...ofOthers];
