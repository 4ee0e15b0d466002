/** Which bodies a login takes. Source: docs/protocol sections 1.5 and 3.1. */
import type { Exchange, Expected, RequestFacts } from '../exchange.js';
import { form, json, standardLogin } from '../sample-requests.js';
import { inputInvalid, inputMissing, sessionOpened } from './answers.js';

type Sentence = Omit<Exchange, 'operation' | 'needs' | 'request' | 'expect'>;

function login(sentence: Sentence, body: RequestFacts['body'], expect: Expected = sessionOpened): Exchange {
  return { ...sentence, operation: 'postLogin', needs: 'nothing', request: body ? { body } : {}, expect };
}

const guests = { 'auth.modes.available': [8] } as const;

/** What the vendor's API explorer offers as an example, as GS sends it. */
export const explorerExample = json(`{
  "username": "{{user.username}}",
  "password": "{{user.password}}",
  "loginMode": 1,
  "maxSearch": 3,
  "workingSet": 0,
  "changePassword": false,
  "newPassword": "string",
  "metadataLocale": "en_us",
  "warehouseDataLocale": "en_us",
  "displayLocale": "en_us",
  "messagesLocale": "en_us",
  "numberLocale": "en_us",
  "timeZone": "UTC",
  "applicationType": 35
}`);

export const loginBodies: readonly Exchange[] = [
  login({ id: 'login-json', title: 'a login may be JSON', level: 'required' }, standardLogin),
  login(
    { id: 'login-json-charset', title: 'a login may name the charset of its JSON', level: 'recommended' },
    { ...standardLogin, type: 'application/json;charset=UTF-8' },
  ),
  login(
    { id: 'login-form', title: 'a login may be a form, in which every value is a string', level: 'required' },
    form('loginMode=1&applicationType=76&username={{user.username}}&password={{user.password}}'),
  ),
  login(
    {
      id: 'login-without-mode',
      title: 'a login without loginMode is a standard one',
      level: 'required',
      with: { 'auth.modes.available': [1] },
    },
    json('{"username":"{{user.username}}","password":"{{user.password}}"}'),
  ),
  login(
    { id: 'login-strings', title: 'numbers and booleans may be strings in JSON too', level: 'required' },
    json(`{"loginMode":"1","username":"{{user.username}}","password":"{{user.password}}",
      "maxSearch":"3","workingSet":"10","changePassword":"false","applicationType":"35"}`),
  ),
  login(
    { id: 'login-unknown-members', title: 'members that nobody knows are ignored', level: 'required' },
    json(`{"loginMode":1,"username":"{{user.username}}","password":"{{user.password}}",
      "favouriteColour":"green","nested":{"deep":[1,2,3]}}`),
  ),
  login(
    { id: 'login-null', title: 'members that are null count as absent', level: 'recommended' },
    json(`{"loginMode":1,"username":"{{user.username}}","password":"{{user.password}}",
      "maxSearch":null,"workingSet":null,"changePassword":null,"newPassword":null,"metadataLocale":null,
      "timeZone":null,"applicationType":null,"applicationId":null}`),
  ),
  login(
    {
      id: 'login-null-mode',
      title: 'a loginMode of null counts as absent',
      level: 'recommended',
      with: { 'auth.modes.available': [1] },
    },
    json('{"loginMode":null,"username":"{{user.username}}","password":"{{user.password}}"}'),
  ),
  login(
    {
      id: 'login-every-field',
      title: 'GS sends the whole example of the explorer: newPassword is ignored, workingSet 0 accepted',
      level: 'required',
      client: 'GS',
    },
    explorerExample,
  ),
  login(
    { id: 'login-empty-application', title: 'an empty applicationId counts as absent', level: 'recommended' },
    json('{"loginMode":1,"username":"{{user.username}}","password":"{{user.password}}","applicationId":""}'),
  ),
  login(
    { id: 'login-guest', title: 'a guest sends nothing but the mode', level: 'required', with: guests },
    json('{"loginMode":8}'),
  ),
  login(
    {
      id: 'login-guest-credentials',
      title: 'user name and password of a guest are ignored',
      level: 'recommended',
      with: guests,
    },
    json('{"loginMode":8,"username":"nobody in particular","password":"nor this"}'),
  ),
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
];
