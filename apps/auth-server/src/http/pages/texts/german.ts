import type { Texts } from './texts.js';

export const german: Texts = {
  language: 'de',
  direction: 'ltr',
  logIn: 'Anmelden',
  userName: 'Benutzername',
  password: 'Kennwort',
  or: 'oder',
  modes: {
    1: 'Standardanmeldung',
    8: 'Als Gast fortfahren',
    16: 'Anmeldung über LDAP',
    64: 'Anmeldung über den Proxy',
    128: 'Anmeldung mit Kerberos',
    1048576: 'Single Sign-on (SAML)',
    4194304: 'Single Sign-on (OpenID Connect)',
  },
  problem: 'Das hat nicht geklappt',
  ticket: 'Vorgang',
  tryAgain: 'Zurück zur Anmeldung',
  signedIn: 'Angemeldet',
  signedInAs: (name) => `Sie sind als ${name} angemeldet.`,
  youMayClose: 'Sie können dieses Fenster schließen.',
  logOut: 'Abmelden',
  signedOut: 'Abgemeldet',
  youAreSignedOut: 'Sie sind abgemeldet.',
};
