/** The session cookie in all the forms in which clients send it. Source: docs/protocol section 1.4. */
import type { Exchange, RequestFacts } from '../exchange.js';

type Sentence = Omit<Exchange, 'operation' | 'needs' | 'request' | 'expect'>;

const inSession = (sentence: Sentence, request: RequestFacts): Exchange => ({
  ...sentence,
  operation: 'getSession',
  needs: 'session of each',
  request,
  expect: { status: 200 },
});
const mine = 'JSESSIONID={{caller.cookie}}';
const foreign = 'JSESSIONID={{other.cookie}}';

export const cookies: readonly Exchange[] = [
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
    { id: 'cookies-two-headers', title: 'cookies may come in two Cookie headers', level: 'recommended' },
    { cookie: 'none', headers: { Cookie: ['library-ingress=1', mine] } },
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
];
