/** Paths, methods and queries. Source: docs/protocol sections 1.5, 3.0 and 4.3. */
import type { Exchange, RequestFacts } from '../exchange.js';
import { standardLogin } from '../sample-requests.js';
import { notFound, sessionOpened } from './answers.js';

type Sentence = Pick<Exchange, 'id' | 'title' | 'level' | 'client'>;

const nowhere = (sentence: Sentence, line: string, more: RequestFacts = {}): Exchange => ({
  ...sentence,
  operation: null,
  needs: 'nothing',
  request: { line, ...more },
  expect: notFound,
});

export const addresses: readonly Exchange[] = [
  nowhere(
    {
      id: 'unknown-path',
      title: 'MSTRIO compares the 404 ERR004 "HTTP 404 Not Found" of an unknown path',
      level: 'required',
      client: 'MSTRIO',
    },
    'GET /no/such/thing',
  ),
  nowhere(
    { id: 'unknown-path-post', title: 'an unknown path is unknown to a POST with a body too', level: 'required' },
    'POST /no/such/thing',
    { body: standardLogin },
  ),
  nowhere(
    {
      id: 'unknown-method',
      title: 'MSTRIO takes a method that a path does not have for an unknown path',
      level: 'required',
      client: 'MSTRIO',
    },
    'PUT /auth/login',
  ),
  nowhere(
    {
      id: 'delete-login',
      title: 'AUTO finds that DELETE /auth/login does not exist',
      level: 'vendor-observed',
      client: 'AUTO',
    },
    'DELETE /auth/login',
  ),
  nowhere({ id: 'patch-sessions', title: 'PATCH /sessions does not exist', level: 'recommended' }, 'PATCH /sessions'),
  nowhere(
    { id: 'unknown-without-session', title: 'an unknown path asks for no session', level: 'recommended' },
    'GET /projects/a/b/c',
  ),
  {
    id: 'login-question-mark',
    title: 'NODE puts a question mark behind the path of a login',
    operation: 'postLogin',
    level: 'required',
    client: 'NODE',
    needs: 'nothing',
    request: { body: standardLogin, query: '' },
    expect: sessionOpened,
  },
  {
    id: 'login-slash',
    title: 'a slash behind the path of a login changes nothing',
    operation: 'postLogin',
    level: 'required',
    needs: 'nothing',
    request: { body: standardLogin, slash: true },
    expect: sessionOpened,
  },
  {
    id: 'session-slash-query',
    title: 'a slash and a question mark together change nothing',
    operation: 'getSession',
    level: 'required',
    needs: 'session',
    request: { slash: true, query: '' },
    expect: { status: 200 },
  },
  {
    id: 'percent-in-path',
    title: 'wrong percent-encoding in the path is 400 ERR006',
    operation: 'getProject',
    level: 'recommended',
    needs: 'session',
    request: { line: 'GET /projects/%zz' },
    expect: { status: 400, code: 'ERR006' },
  },
  {
    id: 'logout-in-project',
    title: 'a logout takes no project, whatever X-MSTR-ProjectID says',
    operation: 'postLogout',
    level: 'required',
    needs: 'session',
    request: { headers: { 'X-MSTR-ProjectID': '00000000000000000000000000000000' } },
    expect: { status: 204 },
  },
  {
    id: 'unknown-query',
    title: 'a query that nobody knows is ignored',
    operation: 'getSession',
    level: 'recommended',
    needs: 'session',
    request: { query: 'colour=green&visibility=all' },
    expect: { status: 200 },
  },
  {
    id: 'cookie-of-context',
    title: 'the session cookie is for the path of the context, and no script reads it',
    operation: 'postLogin',
    level: 'recommended',
    with: { 'server.context': '/MicroStrategyLibrary' },
    needs: 'nothing',
    request: { body: standardLogin },
    expect: {
      status: 204,
      headers: {
        'set-cookie': { matches: '^JSESSIONID=[0-9A-F]{32}; Path=/MicroStrategyLibrary; (Secure; )?HttpOnly' },
      },
    },
  },
];
