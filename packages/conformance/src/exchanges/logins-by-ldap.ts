/** Logins with name and password of a directory. Source: docs/protocol sections 6.2 and 9: Q8, Q9, Q27. */
import type { Exchange, Expected } from '../exchange.js';
import type { SettingsWanted } from '../settings.js';
import { json } from '../sample-requests.js';
import { inputMissing, sessionOpened, wrongCredentials } from './answers.js';

type Sentence = Pick<Exchange, 'id' | 'title' | 'level'>;

const configured: SettingsWanted = { 'auth.modes.available': [16], 'auth.ldap': 'configured' };
const missing: SettingsWanted = { 'auth.modes.available': [16], 'auth.ldap': 'missing' };
const failure = (iServerCode: number): Expected => ({ status: 401, code: 'ERR003', iServerCode });

const login = (sentence: Sentence, credentials: string, expect: Expected, wanted = configured): Exchange => ({
  ...sentence,
  operation: 'postLogin',
  with: wanted,
  needs: 'nothing',
  request: { body: json(`{"loginMode":16,${credentials}}`) },
  expect,
});
const of = (part: string) => `"username":"{{${part}.username}}","password":"{{${part}.password}}"`;
const wrong = (part: string) => `"username":"{{${part}.username}}","password":"certainly not this one"`;

export const loginsByLdap: readonly Exchange[] = [
  login(
    {
      id: 'login-ldap-not-configured',
      title: 'a directory that is not configured is 500 ERR001 with -2147205409',
      level: 'ours',
    },
    '"username":"somebody","password":"certainly not this one"',
    {
      status: 500,
      code: 'ERR001',
      iServerCode: -2147205409,
      message: 'MicroStrategy Intelligence Server is not configured to support LDAP authentication.',
    },
    missing,
  ),
  login(
    { id: 'login-ldap', title: 'somebody of the directory logs in', level: 'required' },
    of('directoryUser'),
    sessionOpened,
  ),
  login(
    {
      id: 'login-ldap-wrong-password',
      title: 'a wrong password of the directory is answered like any other',
      level: 'ours',
    },
    wrong('directoryUser'),
    wrongCredentials,
  ),
  login(
    {
      id: 'login-ldap-unknown-user',
      title: 'whom the directory does not know is answered like a wrong password',
      level: 'ours',
    },
    '"username":"nobody of this name","password":"certainly not this one"',
    wrongCredentials,
  ),
  login(
    {
      id: 'login-ldap-empty-password',
      title: 'an empty password is no proof to a directory',
      level: 'ours',
    },
    '"username":"{{directoryUser.username}}","password":""',
    wrongCredentials,
  ),
  login(
    { id: 'login-ldap-without-username', title: 'a login by LDAP needs a login name', level: 'ours' },
    '"password":"certainly not this one"',
    inputMissing,
  ),
  login(
    {
      id: 'login-ldap-filter',
      title: 'a login name with signs of a search filter finds nobody',
      level: 'ours',
    },
    '"username":"*)(objectClass=*","password":"{{directoryUser.password}}"',
    wrongCredentials,
  ),
  login(
    {
      id: 'login-ldap-not-linked',
      title: 'who is neither linked nor may be imported is 401 ERR003 with -2147212488',
      level: 'ours',
    },
    of('directoryStranger'),
    failure(-2147212488),
  ),
  login(
    {
      id: 'login-ldap-not-linked-wrong-password',
      title: 'that somebody is not linked is not told to who has no password of it',
      level: 'ours',
    },
    wrong('directoryStranger'),
    wrongCredentials,
  ),
  login(
    {
      id: 'login-ldap-expired',
      title: 'a password that the directory let expire is 401 ERR003 with -2147216963',
      level: 'ours',
    },
    of('directoryExpired'),
    failure(-2147216963),
  ),
  login(
    {
      id: 'login-ldap-must-change',
      title: 'a password that the directory wants changed is 401 ERR003 with -2147216960',
      level: 'ours',
    },
    of('directoryMustChange'),
    failure(-2147216960),
  ),
  login(
    {
      id: 'login-ldap-locked',
      title: 'who is locked in the directory is answered like a wrong password',
      level: 'ours',
    },
    of('directoryLocked'),
    wrongCredentials,
  ),
];
