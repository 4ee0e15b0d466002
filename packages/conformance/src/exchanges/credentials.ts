/** Token and cookie of a request, in all the forms in which clients send them. Source: docs/protocol section 1.4. */
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
const mine = 'JSESSIONID={{caller.cookie}}';
const foreign = 'JSESSIONID={{other.cookie}}';
const cookieAsked = { 'session.requireCookie': true } as const;

export const credentials: readonly Exchange[] = [
  inSession(
    {
      id: 'cookie-node',
      title: 'NODE sends the whole Set-Cookie text, attributes and all, as its Cookie',
      level: 'required',
      client: 'NODE',
    },
    { cookie: { raw: '{{caller.setCookie}}' } },
  ),
  inSession(
    {
      id: 'cookie-dataiku',
      title: 'DATAIKU joins cookies with a semicolon and no blank',
      level: 'required',
      client: 'DATAIKU',
    },
    { cookie: { raw: `library-ingress=node-7;${mine};last=1` } },
  ),
  inSession(
    {
      id: 'cookie-rmstrio',
      title: 'RMSTRIO sends a pair without a name beside the good one',
      level: 'required',
      client: 'RMSTRIO',
    },
    { cookie: { raw: `=JSESSIONID%3D{{caller.cookie}}; ${mine}` } },
  ),
  inSession(
    {
      id: 'cookie-nameless',
      title: 'RMSTRIO may also send a value without a name and without an equals sign',
      level: 'required',
      client: 'RMSTRIO',
    },
    { cookie: { raw: `{{caller.cookie}}; ${mine};` } },
  ),
  inSession(
    {
      id: 'cookie-gs',
      title: 'GS keeps the first 43 characters of Set-Cookie, and they are the cookie',
      level: 'required',
      client: 'GS',
    },
    { cookie: { raw: '{{caller.cookiePair}}' } },
  ),
  inSession(
    {
      id: 'cookie-balancer',
      title: 'cookies of a load balancer around the session cookie do no harm',
      level: 'required',
    },
    { cookie: { raw: `library-ingress=abc; ${mine}; iSession=1` } },
  ),
  inSession(
    {
      id: 'cookies-several-first',
      title: 'of several session cookies the right one counts, first or last',
      level: 'recommended',
    },
    { cookie: { raw: `${mine}; ${foreign}` } },
  ),
  inSession(
    {
      id: 'cookies-several-last',
      title: 'a session cookie of another path before the right one does no harm',
      level: 'recommended',
    },
    { cookie: { raw: `JSESSIONID=node0abc.tomcat; ${foreign}; ${mine}` } },
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
