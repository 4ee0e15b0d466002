/** Changing a password as part of a login. Source: docs/protocol sections 6.13 and 9: Q8. */
import { sessionOpened, wrongCredentials } from '../exchanges/answers.js';
import type { Expected } from '../exchange.js';
import { form, json } from '../sample-requests.js';
import type { CallStep, Story } from '../story.js';
import { isOver, lives, logIn } from './a-day.js';

/** Long enough, and not made of anybody's name. */
const chosen = 'nine green bottles on the wall';

const change = (part: string, newPassword: string, expect: Expected = sessionOpened): CallStep => ({
  actor: 'changing',
  operation: 'postLogin',
  request: {
    body: json(`{"loginMode":1,"username":"{{${part}.username}}","password":"{{${part}.password}}",
      "changePassword":true,"newPassword":"${newPassword}"}`),
  },
  expect,
});
const logInWith = (actor: string, part: string, password: string, expect: Expected = sessionOpened): CallStep => ({
  actor,
  operation: 'postLogin',
  request: { body: json(`{"username":"{{${part}.username}}","password":"${password}"}`) },
  expect,
});
/** Changes what an earlier step has chosen. */
const changeAgain = (from: string, to: string, expect: Expected = sessionOpened): CallStep => ({
  actor: 'changing',
  operation: 'postLogin',
  request: {
    body: json(`{"username":"{{user.username}}","password":"${from}","changePassword":true,"newPassword":"${to}"}`),
  },
  expect,
});
const restore = (part: string): CallStep => ({
  actor: 'restoring',
  operation: 'postLogin',
  request: {
    body: form(
      `loginMode=1&username={{${part}.username}}&password=${chosen.replaceAll(' ', '+')}` +
        `&changePassword=true&newPassword={{${part}.password}}`,
    ),
  },
  expect: sessionOpened,
});
const refusedWith = (iServerCode: number): Expected => ({ status: 400, code: 'ERR006', iServerCode });

export const passwords: readonly Story[] = [
  {
    id: 'change-password',
    title: 'a changed password is the only one that counts, and ends every other session of the user',
    level: 'ours',
    steps: [
      logIn('before'),
      change('user', chosen),
      isOver('before'),
      lives('changing'),
      logInWith('late', 'user', '{{user.password}}', wrongCredentials),
      logInWith('new', 'user', chosen),
      restore('user'),
      isOver('changing'),
      isOver('new'),
      logIn('after'),
    ],
  },
  {
    id: 'password-policy',
    title:
      'a new password that is too short, the present one, widely used or unusable is 400 ERR006, and changes nothing',
    level: 'ours',
    with: { 'passwords.minimumLength': 15 },
    steps: [
      logIn('before'),
      change('user', 'fourteen chars', refusedWith(-2147072525)),
      change('user', '{{user.password}}', refusedWith(-2147072514)),
      change('user', 'PasswordPassword', refusedWith(-2147180957)),
      change('user', 'long enough, with a \\u0000', refusedWith(-2147180957)),
      lives('before'),
      logIn('after'),
    ],
  },
  {
    id: 'password-classes',
    title:
      'a new password of too few classes of characters is 400 ERR006 with -2147072516, where a policy asks for more',
    level: 'ours',
    with: { 'passwords.requiredClasses': 2 },
    steps: [change('user', '907856341229384756', refusedWith(-2147072516)), logIn('after')],
  },
  {
    id: 'password-history',
    title: 'a former password is 400 ERR006 with -2147072514 for as long as a policy remembers it',
    level: 'ours',
    with: { 'passwords.history': 2 },
    steps: [
      change('user', chosen),
      changeAgain(chosen, '{{user.password}}', refusedWith(-2147072514)),
      changeAgain(chosen, 'eight green bottles'),
      changeAgain('eight green bottles', '{{user.password}}', refusedWith(-2147072514)),
      changeAgain('eight green bottles', 'seven green bottles'),
      changeAgain('seven green bottles', '{{user.password}}'),
      logIn('after'),
    ],
  },
  {
    id: 'password-not-modifiable',
    title: 'a password that its user may not change is 403 ERR017 with -2147216952',
    level: 'ours',
    with: { 'errorCodes.style': 'short' },
    steps: [
      change('fixedPassword', chosen, { status: 403, code: 'ERR017', iServerCode: -2147216952 }),
      logInWith('after', 'fixedPassword', '{{fixedPassword.password}}'),
    ],
  },
  {
    id: 'password-wrong-at-change',
    title: 'a password is not changed for who does not know the present one',
    level: 'recommended',
    steps: [
      {
        actor: 'thief',
        operation: 'postLogin',
        request: {
          body: json(`{"username":"{{user.username}}","password":"not this one",
            "changePassword":"true","newPassword":"${chosen}"}`),
        },
        expect: wrongCredentials,
      },
      logIn('after'),
    ],
  },
  ...(['expired', 'mustChange'] as const).map((part): Story => {
    const iServerCode = part === 'expired' ? -2147216963 : -2147216960;
    const state = part === 'expired' ? 'has expired' : 'has to be changed';
    return {
      id: `password-${part}`,
      title: `a password that ${state} lets its user in once it is changed`,
      level: 'ours',
      steps: [
        logInWith('early', part, `{{${part}.password}}`, { status: 401, code: 'ERR003', iServerCode }),
        change(part, chosen),
        lives('changing'),
        logInWith('after', part, chosen),
      ],
    };
  }),
];
