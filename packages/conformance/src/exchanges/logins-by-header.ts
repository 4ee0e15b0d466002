/** Logins whose proof is a header: of a trusted proxy (64), and a Kerberos ticket (128). Source: docs/protocol sections 6.7 and 6.8. */
import type { Exchange, Expected, ProofChoice, RequestFacts } from '../exchange.js';
import { json } from '../sample-requests.js';
import { notLinked, notNegotiated, notTrusted, sessionOpened } from './answers.js';

type Sentence = Pick<Exchange, 'id' | 'title'>;

const byNumber = (mode: number) => json(`{"loginMode":${mode}}`);
const userOf = (mode: ProofChoice['mode']): ProofChoice => ({ mode, of: 'user' });

function login(mode: 64 | 128, sentence: Sentence, request: RequestFacts, expect: Expected): Exchange {
  const enabled = { 'auth.modes.available': [mode] };
  return { ...sentence, level: 'ours', with: enabled, operation: 'postLogin', needs: 'nothing', request, expect };
}

/** Where no number is sent and none of standard login is there to be meant. */
function byDefault(mode: 64 | 128, sentence: Sentence, request: RequestFacts, expect: Expected): Exchange {
  const onlyMode = { 'auth.modes.available': [mode], 'auth.modes.unavailable': [1], 'auth.modes.default': mode };
  return { ...login(mode, sentence, request, expect), with: onlyMode };
}

const withTicket: Expected = {
  ...sessionOpened,
  headers: { ...sessionOpened.headers, 'www-authenticate': { matches: '^Negotiate \\S+$' } },
};
const withoutChallenge: Expected = { ...notLinked, headers: { 'www-authenticate': null, 'x-mstr-authtoken': null } };

/** The first message of NTLM, in base64. */
const ntlm = 'TlRMTVNTUAABAAAAt4II4gAAAAAAAAAAAAAAAAAAAAAKAGFKAAAADw==';
const notKerberos: readonly (readonly [string, string])[] = [
  ['ntlm', `Negotiate ${ntlm}`],
  ['scheme', 'Basic dXJzdWxhOnNlY3JldA=='],
  ['empty', 'Negotiate '],
  ['text', 'Negotiate this-is-no-token'],
  ['bytes', `Negotiate ${'/'.repeat(4000)}`],
  ['cut', 'Negotiate YIIC1gYGKwYBBQUCoIICyjCCAsag'],
];

export const loginsByHeader: readonly Exchange[] = [
  {
    ...byDefault(
      64,
      { id: 'login-trusted-bare', title: 'a login behind a trusted proxy needs its header and no body' },
      { proof: userOf(64) },
      sessionOpened,
    ),
    level: 'required',
  },
  login(
    64,
    { id: 'login-trusted-number', title: 'a trusted login may be asked for by its number' },
    { proof: userOf(64), body: byNumber(64) },
    sessionOpened,
  ),
  login(
    64,
    { id: 'login-trusted-nobody', title: 'a trusted login without the header is 401 ERR003 with -2147212489' },
    { body: byNumber(64) },
    { ...notTrusted, headers: { 'content-type': 'application/json', 'x-mstr-authtoken': null } },
  ),
  login(
    64,
    { id: 'login-trusted-password', title: 'a password proves nothing to a trusted login' },
    { body: json('{"loginMode":64,"username":"{{user.username}}","password":"{{user.password}}"}') },
    notTrusted,
  ),
  login(
    64,
    { id: 'login-trusted-stranger', title: 'whom the proxy names and nobody knows is 401 ERR003 with -2147212488' },
    { proof: { mode: 64, of: 'stranger' }, body: byNumber(64) },
    notLinked,
  ),
  byDefault(
    128,
    {
      id: 'login-kerberos-bare',
      title: 'a login by Kerberos needs a ticket and no body, and is answered with a proof',
    },
    { proof: userOf(128) },
    withTicket,
  ),
  byDefault(
    128,
    { id: 'login-kerberos-challenge', title: 'a login by Kerberos without a ticket is asked for one: Negotiate' },
    {},
    notNegotiated,
  ),
  login(
    128,
    { id: 'login-kerberos-number', title: 'a login by Kerberos may be asked for by its number' },
    { proof: userOf(128), body: byNumber(128) },
    withTicket,
  ),
  login(
    128,
    { id: 'login-kerberos-password', title: 'a password proves nothing to a login by Kerberos' },
    { body: json('{"loginMode":128,"username":"{{user.username}}","password":"{{user.password}}"}') },
    notNegotiated,
  ),
  login(
    128,
    { id: 'login-kerberos-stranger', title: 'whose ticket is good and whom nobody knows is not asked for another one' },
    { proof: { mode: 128, of: 'stranger' }, body: byNumber(128) },
    withoutChallenge,
  ),
  ...notKerberos.map(([name, authorization]) =>
    login(
      128,
      { id: `login-kerberos-${name}`, title: `what is no Kerberos is refused like nothing at all: ${name}` },
      { headers: { Authorization: authorization }, body: byNumber(128) },
      notNegotiated,
    ),
  ),
];
