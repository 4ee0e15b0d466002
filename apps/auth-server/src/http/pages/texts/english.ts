import type { Texts } from './texts.js';

export const english: Texts = {
  language: 'en',
  direction: 'ltr',
  logIn: 'Log in',
  userName: 'User name',
  password: 'Password',
  or: 'or',
  modes: {
    1: 'Standard login',
    8: 'Continue as a guest',
    16: 'LDAP login',
    64: 'Log in through the proxy',
    128: 'Log in with Kerberos',
    1048576: 'Single sign-on (SAML)',
    4194304: 'Single sign-on (OpenID Connect)',
  },
  problem: 'That did not work',
  ticket: 'Ticket',
  tryAgain: 'Back to the login',
  signedIn: 'Signed in',
  signedInAs: (name) => `You are signed in as ${name}.`,
  youMayClose: 'You may close this window.',
  logOut: 'Log out',
  signedOut: 'Signed out',
  youAreSignedOut: 'You are signed out.',
};
