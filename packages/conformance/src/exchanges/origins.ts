/** Calls from pages. Source: docs/protocol section 1.6, Q21 and Q33. */
import type { Exchange } from '../exchange.js';
import { json, standardLogin } from '../sample-requests.js';

const guests = { 'auth.modes.available': [8] } as const;
const short = { 'errorCodes.style': 'short' } as const;
const refused = { status: 403, code: 'ERR017', iServerCode: null, headers: { 'access-control-allow-origin': null } };

export const origins: readonly Exchange[] = [
  {
    id: 'origin-allowed',
    title: 'ESDK pages of an allowed origin may send credentials and read the token',
    operation: 'postLogin',
    level: 'required',
    client: 'ESDK',
    with: guests,
    needs: 'nothing',
    request: { body: json('{"loginMode":8}'), headers: { Origin: '{{origin.allowed}}' } },
    expect: {
      status: 204,
      headers: {
        'access-control-allow-origin': { matches: '^https?://' },
        'access-control-allow-credentials': 'true',
        'access-control-expose-headers': {
          matches: '(?=.*X-MSTR-AuthToken)(?=.*X-MSTR-IdentityToken)(?=.*x-mstr-total-count)',
        },
        vary: { matches: 'Origin' },
      },
    },
  },
  {
    id: 'origin-refused',
    title: 'a page of any other origin is refused, and no session is opened for it',
    operation: 'postLogin',
    level: 'ours',
    with: short,
    needs: 'nothing',
    request: { body: standardLogin, headers: { Origin: 'https://stranger.example' } },
    expect: refused,
  },
  {
    id: 'preflight-allowed',
    title: 'AUTO probes whether a page of an allowed origin may send the token, and it may',
    operation: 'preflight',
    level: 'required',
    client: 'AUTO',
    needs: 'nothing',
    request: {
      line: 'OPTIONS /v2/auth/identityToken',
      headers: {
        Origin: '{{origin.allowed}}',
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'content-type,x-mstr-authtoken',
      },
    },
    expect: {
      status: 204,
      headers: {
        'access-control-allow-origin': '{{origin.allowed}}',
        'access-control-allow-credentials': 'true',
        'access-control-allow-methods': { matches: '(?=.*GET)(?=.*POST)(?=.*PUT)' },
        'access-control-allow-headers': {
          matches:
            '(?=.*content-type)(?=.*x-mstr-authtoken)(?=.*x-mstr-identitytoken)(?=.*x-mstr-projectid)(?=.*prefer)',
        },
        vary: { matches: 'Origin' },
      },
    },
  },
  {
    id: 'preflight-refused',
    title: 'a page of any other origin is told before it asks that it may not',
    operation: 'preflight',
    level: 'ours',
    with: short,
    needs: 'nothing',
    request: {
      line: 'OPTIONS /auth/login',
      headers: { Origin: 'https://stranger.example', 'Access-Control-Request-Method': 'POST' },
    },
    expect: refused,
  },
  {
    id: 'origin-null',
    title: 'the origin null is refused',
    operation: 'getAuthToken',
    level: 'ours',
    with: short,
    needs: 'session',
    request: { headers: { Origin: 'null' } },
    expect: refused,
  },
  {
    id: 'origin-similar',
    title: 'an origin that only begins like an allowed one is refused',
    operation: 'getStatus',
    level: 'ours',
    with: short,
    needs: 'nothing',
    request: { headers: { Origin: '{{origin.allowed}}.stranger.example' } },
    expect: refused,
  },
  {
    id: 'origin-refused-long',
    title: 'the refusal is spelled ERR0017 where codes are spelled with four digits',
    operation: 'getStatus',
    level: 'ours',
    with: { 'errorCodes.style': 'long' },
    needs: 'nothing',
    request: { headers: { Origin: 'https://stranger.example' } },
    expect: { status: 403, code: 'ERR0017' },
  },
];
