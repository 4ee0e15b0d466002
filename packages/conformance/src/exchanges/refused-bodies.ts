/** Which bodies a login does not take. Source: docs/protocol sections 1.5, 3.1 and 4.3. */
import type { Body, Exchange, Expected } from '../exchange.js';
import { form, json } from '../sample-requests.js';
import { inputInvalid, inputMissing } from './answers.js';

type Sentence = Omit<Exchange, 'operation' | 'needs' | 'request' | 'expect'>;

function login(sentence: Sentence, body: Body | undefined, expect: Expected): Exchange {
  return { ...sentence, operation: 'postLogin', needs: 'nothing', request: body ? { body } : {}, expect };
}

export const refusedBodies: readonly Exchange[] = [
  login(
    {
      id: 'login-empty-json',
      title: 'an empty body with a JSON content type is no malformed JSON but a login without a name',
      level: 'required',
      with: { 'auth.modes.available': [1] },
    },
    json(''),
    inputMissing,
  ),
  login(
    {
      id: 'login-no-body',
      title: 'a login without a body is a login without a name',
      level: 'ours',
      with: { 'auth.modes.available': [1] },
    },
    undefined,
    inputMissing,
  ),
  login(
    { id: 'login-invalid-json', title: 'malformed JSON is 400 ERR006 "Invalid JSON"', level: 'recommended' },
    json('{"loginMode":1,'),
    { ...inputInvalid, message: 'Invalid JSON' },
  ),
  login({ id: 'login-array', title: 'a JSON list is no login', level: 'recommended' }, json('[]'), inputInvalid),
  login(
    { id: 'login-not-a-number', title: 'a loginMode that is no number is refused, and named', level: 'recommended' },
    json('{"loginMode":"one","username":"{{user.username}}","password":"{{user.password}}"}'),
    { ...inputInvalid, messageIncludes: 'loginMode' },
  ),
  login(
    {
      id: 'login-new-password-missing',
      title: 'changePassword without newPassword is 400 ERR005',
      level: 'recommended',
    },
    json('{"loginMode":1,"username":"{{user.username}}","password":"{{user.password}}","changePassword":true}'),
    { ...inputMissing, messageIncludes: 'newPassword' },
  ),
  login(
    { id: 'login-text', title: 'a body of another type is 415 ERR006', level: 'ours' },
    { type: 'text/plain', text: 'username={{user.username}}' },
    { status: 415, code: 'ERR006' },
  ),
  login(
    { id: 'login-member-twice', title: 'JSON that says a thing twice is refused, not guessed at', level: 'ours' },
    json('{"loginMode":8,"username":"{{user.username}}","loginMode":1}'),
    { ...inputInvalid, message: 'Invalid JSON' },
  ),
  login(
    { id: 'login-field-twice', title: 'a form that says a thing twice is refused, not guessed at', level: 'ours' },
    form('loginMode=8&loginMode=1'),
    inputInvalid,
  ),
  login(
    { id: 'login-form-percent', title: 'a form with wrong percent-encoding is refused', level: 'recommended' },
    form('loginMode=%zz'),
    inputInvalid,
  ),
  login(
    {
      id: 'login-prototype',
      title: 'members of a prototype are no members',
      level: 'ours',
      with: { 'auth.modes.available': [1] },
    },
    json('{"__proto__":{"loginMode":8},"constructor":{"prototype":{"loginMode":8}}}'),
    inputMissing,
  ),
];
