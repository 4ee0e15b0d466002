/** Which bodies a login takes. Source: docs/protocol sections 1.5 and 3.1. */
import type { Body, Exchange } from '../exchange.js';
import { form, json, standardLogin } from '../sample-requests.js';
import { sessionOpened } from './answers.js';

type Sentence = Omit<Exchange, 'operation' | 'needs' | 'request' | 'expect'>;

function login(sentence: Sentence, body: Body): Exchange {
  return { ...sentence, operation: 'postLogin', needs: 'nothing', request: { body }, expect: sessionOpened };
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
    { id: 'login-json-upper-case', title: 'the content type may be in any case', level: 'recommended' },
    { ...standardLogin, type: 'APPLICATION/JSON' },
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
];
