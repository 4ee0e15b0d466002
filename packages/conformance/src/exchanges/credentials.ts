/** Token and cookie together, apart, and mixed up. Source: docs/protocol sections 1.2, 1.4 and 9: Q3, Q26. */
import type { Exchange, Expected, RequestFacts } from '../exchange.js';
import { noSession } from './answers.js';

type Sentence = Omit<Exchange, 'operation' | 'needs' | 'request' | 'expect'>;

const inSession = (sentence: Sentence, request: RequestFacts, expect: Expected = { status: 200 }): Exchange => ({
  ...sentence,
  operation: 'getSession',
  needs: 'session of each',
  request,
  expect,
});
const foreign = 'JSESSIONID={{other.cookie}}';
const cookieAsked = { 'session.requireCookie': true } as const;

export const credentials: readonly Exchange[] = [
  inSession(
    { id: 'token-twice', title: 'a token header that comes twice is no session', level: 'ours' },
    { token: 'none', headers: { 'X-MSTR-AuthToken': ['{{caller.token}}', '{{caller.token}}'] } },
    noSession,
  ),
  inSession(
    {
      id: 'token-header-case',
      title: 'ESDK pages write the name of the token header in a case of their own',
      level: 'required',
      client: 'ESDK',
    },
    { token: 'none', headers: { 'x-mstr-authToken': '{{caller.token}}' } },
  ),
  inSession(
    {
      id: 'surplus-headers',
      title: 'PAUL sends every X-MSTR header back that it ever got',
      level: 'required',
      client: 'PAUL',
    },
    { headers: { 'X-MSTR-IdentityToken': 'of long ago', 'X-MSTR-Whatever': 'copied', 'x-mstr-total-count': '2' } },
  ),
  inSession(
    {
      id: 'replayed-headers',
      title: 'OMD replays all headers of the login answer, Set-Cookie and Date included',
      level: 'required',
      client: 'OMD',
    },
    { token: 'none', replaysHeadersOf: 'caller' },
  ),
  inSession(
    { id: 'bearer-ignored', title: 'an Authorization header beside the token is ignored', level: 'vendor-observed' },
    { headers: { Authorization: 'Bearer of-something-else' } },
  ),
  inSession(
    {
      id: 'bearer-alone',
      title: 'AUTO finds that an Authorization header in the place of the token is no session',
      level: 'vendor-observed',
      client: 'AUTO',
    },
    { token: 'none', headers: { Authorization: 'Bearer {{caller.token}}' } },
    noSession,
  ),
  inSession(
    {
      id: 'token-without-cookie',
      title: 'PHP finds that a token without its cookie is no session',
      level: 'vendor-observed',
      client: 'PHP',
      with: cookieAsked,
    },
    { cookie: 'none' },
    noSession,
  ),
  inSession(
    { id: 'cookie-without-token', title: 'a cookie without its token is no session', level: 'required' },
    { token: 'none' },
    noSession,
  ),
  inSession(
    {
      id: 'cookie-of-another',
      title: 'the token of one session with the cookie of another is no session',
      level: 'ours',
    },
    { cookie: { of: 'other' } },
    noSession,
  ),
  inSession(
    {
      id: 'cookies-of-others',
      title: 'the token of one session with several cookies of others is no session',
      level: 'ours',
    },
    { cookie: { raw: `${foreign}; JSESSIONID=00000000000000000000000000000000` } },
    noSession,
  ),
  inSession(
    { id: 'token-garbage', title: 'a token that was never issued is no session', level: 'required' },
    { token: 'garbage' },
    noSession,
  ),
  inSession(
    { id: 'token-malformed', title: 'a token of another form is no session', level: 'required' },
    { token: { raw: 'null' } },
    noSession,
  ),
  {
    id: 'token-alone-accepted',
    title: 'a token without its cookie is a session where the cookie is not asked for',
    level: 'ours',
    operation: 'getSession',
    with: { 'session.requireCookie': false },
    needs: 'session',
    request: { cookie: 'none' },
    expect: { status: 200 },
  },
  {
    id: 'token-alone-foreign-cookie',
    title: 'a cookie of another session is refused also where the cookie is not asked for',
    level: 'ours',
    operation: 'getSession',
    with: { 'session.requireCookie': false },
    needs: 'session of each',
    request: { cookie: { of: 'other' } },
    expect: noSession,
  },
];
