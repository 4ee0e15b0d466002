/** Seeing and choosing login modes in a session. Source: docs/protocol section 3.15. */
import type { Exchange, Expected, RequestFacts } from '../exchange.js';
import { json } from '../sample-requests.js';
import { done, inputInvalid, inputMissing, notPrivileged } from './answers.js';

type Sentence = Omit<Exchange, 'operation' | 'request' | 'expect'>;

const see = (sentence: Sentence, request: RequestFacts, expect: Expected): Exchange => ({
  ...sentence,
  operation: 'getLoginModes',
  request,
  expect,
});
const choose = (sentence: Sentence, body: string, expect: Expected): Exchange => ({
  ...sentence,
  operation: 'setLoginModes',
  request: { body: json(body) },
  expect,
});

const short = { 'errorCodes.style': 'short' } as const;
const changeable = { 'auth.modes.changeable': true } as const;
/** The modes of a server that was told nothing but to let guests in: to choose just these changes nothing. */
const usual = {
  ...changeable,
  'auth.modes.available': [1, 8],
  'auth.modes.unavailable': [16, 64, 4096, 1048576, 4194304],
  'auth.modes.default': 1,
} as const;
const own = { ...short, ...changeable, 'auth.modes.available': [1] } as const;

/** What cannot be chosen, and what is said of it. */
const refused: readonly (readonly [id: string, what: string, body: string, expect: Expected])[] = [
  ['empty', 'no login mode at all', '{"availableModes":[]}', { ...inputInvalid, messageIncludes: 'availableModes' }],
  ['missing', 'login modes without a list of them', '{}', { ...inputMissing, messageIncludes: 'availableModes' }],
  ['twice', 'a login mode twice', '{"availableModes":[1,"1"]}', { ...inputInvalid, messageIncludes: 'availableModes' }],
  [
    'default',
    'a default that is none of the login modes',
    '{"availableModes":[1],"defaultMode":8}',
    { ...inputInvalid, messageIncludes: 'defaultMode' },
  ],
  [
    'unknown',
    'a number that is no login mode',
    '{"availableModes":[1,3]}',
    { status: 400, code: 'ERR006', iServerCode: -2147207867 },
  ],
  [
    'unserved',
    'a login mode that this API does not serve',
    '{"availableModes":[1,2]}',
    { ...inputInvalid, messageIncludes: 'login mode 2' },
  ],
  [
    'delegation',
    'delegation, which is always on,',
    '{"availableModes":[1,-1]}',
    { ...inputInvalid, messageIncludes: 'Login mode -1' },
  ],
  ['json', 'malformed JSON', '{"availableModes":[1', { ...inputInvalid, message: 'Invalid JSON' }],
];

export const loginModesOfAdministrators: readonly Exchange[] = [
  see(
    {
      id: 'login-modes',
      title: 'an administrator sees the login modes and their default',
      level: 'ours',
      with: usual,
      needs: 'administrator',
    },
    {},
    { status: 200, body: { availableModes: [1, 8], defaultMode: 1 }, headers: { 'content-type': 'application/json' } },
  ),
  see(
    {
      id: 'login-modes-fields',
      title: 'fields keeps the named members of the login modes',
      level: 'ours',
      needs: 'administrator',
    },
    { query: 'fields=defaultMode' },
    { status: 200, members: ['defaultMode'] },
  ),
  see(
    {
      id: 'login-modes-unprivileged',
      title: 'to see the login modes and their default is 403 ERR014 without being an administrator',
      level: 'ours',
      with: short,
      needs: 'session',
    },
    {},
    notPrivileged,
  ),
  choose(
    {
      id: 'login-modes-choose',
      title: 'an administrator chooses login modes: 204',
      level: 'recommended',
      with: usual,
      needs: 'administrator',
    },
    '{"availableModes":[1,8],"defaultMode":1}',
    done,
  ),
  choose(
    {
      id: 'login-modes-strings',
      title: 'login modes may be chosen by numbers in strings, and without a default',
      level: 'recommended',
      with: usual,
      needs: 'administrator',
    },
    '{"availableModes":["1","8"],"defaultMode":null}',
    done,
  ),
  choose(
    {
      id: 'login-modes-choose-unprivileged',
      title: 'to choose login modes is 403 ERR014 without being an administrator, whatever they are',
      level: 'ours',
      with: short,
      needs: 'session',
    },
    '{"availableModes":[3]}',
    notPrivileged,
  ),
  choose(
    {
      id: 'login-modes-own',
      title: 'an administrator may not switch off the login mode of his own session: 400 ERR006',
      level: 'ours',
      with: { ...changeable, 'auth.modes.available': [1, 8] },
      needs: 'administrator',
    },
    '{"availableModes":[8]}',
    { ...inputInvalid, messageIncludes: 'must hold 1' },
  ),
  choose(
    {
      id: 'login-modes-kept',
      title: 'a server that keeps its login modes answers 403 ERR014 to who chooses others',
      level: 'ours',
      with: { ...short, 'auth.modes.changeable': false },
      needs: 'administrator',
    },
    '{"availableModes":[1]}',
    notPrivileged,
  ),
  ...refused.map(([id, what, body, expect]) =>
    choose(
      {
        id: `login-modes-${id}`,
        title: `to choose ${what} is ${expect.status} ${expect.code ?? ''}`,
        level: 'ours',
        with: own,
        needs: 'administrator',
      },
      body,
      expect,
    ),
  ),
];
