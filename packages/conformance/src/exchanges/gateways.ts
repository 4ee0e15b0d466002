/** What gateways and services beside the server ask. Source: docs/gateway.md. */
import type { Exchange, RequestFacts } from '../exchange.js';
import { noSession } from './answers.js';

type Sentence = Pick<Exchange, 'id' | 'title'>;

const verified = {
  status: 200,
  body: { user: { username: '{{user.username}}', metadataUser: true } },
  members: ['sessionId', 'user'],
  headers: { 'x-auth-username': '{{user.username}}', 'x-mstr-authtoken': null, 'set-cookie': null },
} as const;

const inSession = (sentence: Sentence, request: RequestFacts, expect: Exchange['expect'] = verified): Exchange => ({
  ...sentence,
  operation: 'verifySession',
  level: 'ours',
  needs: 'session',
  request,
  expect,
});
/** What a stranger would write to be taken for somebody else. */
const forged = {
  'X-Auth-User-Id': '54F3D26011D2896560009A8E67019608',
  'X-Auth-Username': 'administrator',
  'X-Forwarded-User': 'administrator',
  'X-Forwarded-Method': 'OPTIONS',
  'X-Forwarded-Uri': '/public',
  'X-Original-Url': '/public',
};

export const gateways: readonly Exchange[] = [
  inSession({ id: 'verify', title: 'GET /auth/verify names the user, in the body and in headers' }, {}),
  inSession(
    { id: 'verify-any-method', title: 'a gateway asks with the method of the request that it asks about' },
    { line: 'POST /auth/verify' },
  ),
  inSession(
    { id: 'verify-any-path', title: 'Envoy asks with the path of the request behind its own' },
    { line: 'DELETE /auth/verify/reports/17', query: 'force=true' },
  ),
  inSession(
    { id: 'verify-dots', title: 'dots in the path lead to no other address' },
    { line: 'GET /auth/verify/../../status', token: 'none', cookie: 'none' },
    noSession,
  ),
  inSession(
    { id: 'verify-forged', title: 'headers that name somebody, or another request, change nothing' },
    { headers: forged },
  ),
  inSession(
    { id: 'verify-forged-alone', title: 'headers that name somebody are no session' },
    { headers: forged, token: 'none', cookie: 'none' },
    noSession,
  ),
  inSession(
    { id: 'verify-cookie-alone', title: 'a cookie without its token, which any page could have sent, is no session' },
    { token: 'none' },
    noSession,
  ),
  inSession(
    { id: 'verify-preflight', title: 'the question of a page whether it may ask is no session' },
    {
      line: 'OPTIONS /auth/verify',
      headers: { Origin: '{{origin.allowed}}', 'Access-Control-Request-Method': 'POST' },
      token: 'none',
      cookie: 'none',
    },
    noSession,
  ),
  {
    id: 'verify-guest',
    title: 'a guest is said to be no user of the metadata',
    operation: 'verifySession',
    level: 'ours',
    with: { 'auth.modes.available': [8] },
    needs: 'guest session',
    request: {},
    expect: { status: 200, body: { user: { metadataUser: false } } },
  },
];
