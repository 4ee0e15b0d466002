/** Identity tokens and the sessions that are made of them. Source: docs/protocol sections 5.3 and 9: Q4 to Q6. */
import { badIdentityToken, noSession, sessionOpened } from '../exchanges/answers.js';
import { json, rfc7636 } from '../sample-requests.js';
import type { CallStep, Story } from '../story.js';
import { checkToken, delegate, isOver, lives, logIn, logOut, makeToken } from './a-day.js';

const challenge: CallStep = {
  actor: 'ann',
  operation: 'createIdentityTokenForChallenge',
  request: { body: json(`{"codeChallenge":"${rfc7636.challenge}","codeChallengeMethod":"S256"}`) },
  expect: { status: 201 },
};
const verify = (actor: string, verifier: string, expect: CallStep['expect']): CallStep => ({
  actor,
  operation: 'postDelegate',
  request: { body: json(`{"loginMode":-1,"identityToken":"{{ann.identityToken}}","codeVerifier":"${verifier}"}`) },
  expect,
});

export const delegation: readonly Story[] = [
  {
    id: 'check-then-delegate',
    title: 'checking an identity token again and again does not use it up, delegating it does',
    level: 'required',
    with: { 'identityToken.singleUse': true },
    steps: [
      logIn('ann'),
      makeToken('ann'),
      checkToken('ann'),
      checkToken('ann'),
      delegate('bea', 'ann'),
      delegate('cleo', 'ann', badIdentityToken),
      checkToken('ann'),
      lives('ann'),
      lives('bea'),
    ],
  },
  {
    id: 'token-dies-with-its-session',
    title: 'an identity token dies with its session',
    level: 'ours',
    steps: [
      logIn('ann'),
      makeToken('ann'),
      logOut('ann'),
      checkToken('ann', badIdentityToken),
      delegate('bea', 'ann', badIdentityToken),
    ],
  },
  {
    id: 'wrong-verifier-uses-nothing-up',
    title: 'a wrong verifier does not use the identity token up',
    level: 'ours',
    steps: [
      logIn('ann'),
      challenge,
      verify('thief', rfc7636.challenge, badIdentityToken),
      verify('bea', rfc7636.verifier, sessionOpened),
      verify('cleo', rfc7636.verifier, badIdentityToken),
    ],
  },
  {
    id: 'logout-of-siblings',
    title: 'a logout ends all that was delegated, over any number of hands, and no other login of the user',
    level: 'vendor-observed',
    with: { 'logout.scope': 'session' },
    steps: [
      logIn('ann'),
      logIn('independent'),
      makeToken('ann'),
      delegate('bea', 'ann'),
      makeToken('bea'),
      delegate('cleo', 'bea'),
      logOut('bea'),
      isOver('ann'),
      isOver('bea'),
      isOver('cleo'),
      lives('independent'),
    ],
  },
  {
    id: 'logout-of-a-user',
    title: 'a logout ends every session of the user where its scope is set to that',
    level: 'ours',
    with: { 'logout.scope': 'user' },
    steps: [
      logIn('ann'),
      logIn('independent'),
      {
        actor: 'colleague',
        operation: 'postLogin',
        request: { body: json('{"username":"{{colleague.username}}","password":"{{colleague.password}}"}') },
        expect: sessionOpened,
      },
      logOut('ann'),
      isOver('independent'),
      lives('colleague'),
    ],
  },
  {
    id: 'login-beside-login',
    title: 'a further login with the credentials of a living session opens another and ends none',
    level: 'required',
    steps: [
      logIn('ann'),
      {
        actor: 'again',
        operation: 'postLogin',
        request: {
          body: json('{"username":"{{user.username}}","password":"{{user.password}}"}'),
          token: { of: 'ann' },
          cookie: { of: 'ann' },
        },
        expect: sessionOpened,
      },
      lives('ann'),
      lives('again'),
      { actor: 'ann', operation: 'getSession', request: { cookie: { of: 'again' } }, expect: noSession },
      logOut('again'),
      lives('ann'),
    ],
  },
  {
    id: 'session-in-both-cookies',
    title: 'GET /auth/token finds the living session among the cookies of others',
    level: 'recommended',
    steps: [
      logIn('ann'),
      logIn('bea'),
      logOut('bea'),
      {
        actor: 'browser',
        operation: 'getAuthToken',
        request: { cookie: { raw: '{{bea.cookiePair}}; {{ann.cookiePair}}' } },
        expect: { status: 204 },
      },
      { actor: 'browser', operation: 'getSession', request: { cookie: { of: 'ann' } }, expect: { status: 200 } },
    ],
  },
];
