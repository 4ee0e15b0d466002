/** Who is not let in, and by which answer. Source: docs/protocol sections 4.3 and 9: Q2, Q8 to Q10, Q32. */
import type { Exchange, Expected } from '../exchange.js';
import { json } from '../sample-requests.js';
import { inputInvalid, modeDisabled, wrongCredentials } from './answers.js';

type Sentence = Omit<Exchange, 'operation' | 'needs' | 'request' | 'expect'>;

function refused(sentence: Sentence, text: string, expect: Expected): Exchange {
  return { ...sentence, operation: 'postLogin', needs: 'nothing', request: { body: json(text) }, expect };
}

const credentialsOf = (part: string) => `"username":"{{${part}.username}}","password":"{{${part}.password}}"`;
const loginOf = (part: string) => `{"loginMode":1,${credentialsOf(part)}}`;
const userWithMode = (mode: number) => `{"loginMode":${mode},${credentialsOf('user')}}`;
const failure = (iServerCode: number): Expected => ({ status: 401, code: 'ERR003', iServerCode });

/** They exist in the vendor's list of modes, and this API serves them nowhere. */
const servedNowhere = [2, 4, 32];
/** They are served by a login, where they are switched on. */
const notEnabled = [16, 64, 128, 4096];

export const loginRefusals: readonly Exchange[] = [
  refused(
    { id: 'login-wrong-password', title: 'a wrong password is 401 ERR003 with -2147216959', level: 'vendor-observed' },
    '{"loginMode":1,"username":"{{user.username}}","password":"certainly not this one"}',
    { ...wrongCredentials, headers: { 'content-type': 'application/json' } },
  ),
  refused(
    { id: 'login-unknown-user', title: 'an unknown user is answered like a wrong password', level: 'ours' },
    '{"loginMode":1,"username":"nobody of this name","password":"certainly not this one"}',
    wrongCredentials,
  ),
  refused(
    { id: 'login-disabled', title: 'a disabled account is told so to who has its password', level: 'ours' },
    loginOf('disabled'),
    failure(-2147216965),
  ),
  refused(
    { id: 'login-disabled-wrong', title: 'a disabled account is not told to who has no password of it', level: 'ours' },
    '{"loginMode":1,"username":"{{disabled.username}}","password":"certainly not this one"}',
    wrongCredentials,
  ),
  refused(
    { id: 'login-expired', title: 'an expired password is 401 ERR003 with -2147216963', level: 'ours' },
    loginOf('expired'),
    failure(-2147216963),
  ),
  refused(
    {
      id: 'login-must-change',
      title: 'a password that has to be changed is 401 ERR003 with -2147216960',
      level: 'ours',
    },
    loginOf('mustChange'),
    failure(-2147216960),
  ),
  refused(
    {
      id: 'login-without-standard',
      title: 'an account without standard login is 401 ERR003 with -2147213792',
      level: 'ours',
    },
    loginOf('withoutStandard'),
    failure(-2147213792),
  ),
  refused(
    { id: 'login-mode-unknown', title: 'a loginMode that nobody knows is 400 ERR006 with -2147207867', level: 'ours' },
    userWithMode(3),
    { status: 400, code: 'ERR006', iServerCode: -2147207867 },
  ),
  ...servedNowhere.map((mode) =>
    refused(
      { id: `login-mode-${mode}`, title: `loginMode ${mode} counts as not enabled`, level: 'ours' },
      userWithMode(mode),
      modeDisabled(mode),
    ),
  ),
  ...notEnabled.map((mode) =>
    refused(
      {
        id: `login-mode-${mode}`,
        title: `loginMode ${mode} where it is not enabled is 401 ERR003 with INVALID_AUTH_MODE in its message`,
        level: 'ours',
        with: { 'auth.modes.unavailable': [mode] },
      },
      userWithMode(mode),
      modeDisabled(mode),
    ),
  ),
  refused(
    {
      id: 'login-mode-standard-off',
      title: 'standard login where it is not enabled is 401 ERR003',
      level: 'ours',
      with: { 'auth.modes.unavailable': [1] },
    },
    userWithMode(1),
    modeDisabled(1),
  ),
  ...[1048576, 4194304].map((mode) =>
    refused(
      {
        id: `login-mode-${mode}`,
        title: `loginMode ${mode} has a page of its own, which the 400 ERR006 names`,
        level: 'ours',
      },
      userWithMode(mode),
      { ...inputInvalid, messageIncludes: '/auth' },
    ),
  ),
  refused(
    { id: 'login-mode-delegation', title: 'loginMode -1 is sent to POST /api/auth/delegate', level: 'ours' },
    userWithMode(-1),
    { ...inputInvalid, messageIncludes: '/auth/delegate' },
  ),
];

/** A login that names no mode. They hold under different settings; one target can show some of them only. */
export const defaultModes: readonly Exchange[] = [
  refused(
    {
      id: 'default-mode-standard',
      title: 'without loginMode it is 1 where that is enabled, whatever the default',
      level: 'ours',
      with: { 'auth.modes.available': [1, 8], 'auth.modes.default': 8 },
    },
    '{"username":"{{user.username}}","password":"certainly not this one"}',
    wrongCredentials,
  ),
  {
    ...refused(
      {
        id: 'default-mode-guest',
        title: 'without loginMode it is the default where standard login is not enabled',
        level: 'ours',
        with: { 'auth.modes.unavailable': [1], 'auth.modes.default': 8 },
      },
      '{}',
      { status: 204 },
    ),
  },
  refused(
    {
      id: 'default-mode-none',
      title: 'without loginMode it is 400 ERR005 where the default is served by a page only',
      level: 'ours',
      with: { 'auth.modes.unavailable': [1], 'auth.modes.default': 1048576 },
    },
    '{}',
    { status: 400, code: 'ERR005', iServerCode: null, messageIncludes: 'loginMode' },
  ),
];
