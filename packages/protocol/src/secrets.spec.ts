import { document } from '../test/document.js';
import { headers, sessionCookie } from './headers.js';
import { isSecretName, redacted, secrets } from './secrets.js';

describe('the list of secrets', () => {
  it('holds the headers that carry a session', () => {
    for (const name of [headers.authToken, headers.identityToken, 'cookie', 'set-cookie', 'authorization']) {
      expect({ name, secret: isSecretName(name) }).toEqual({ name, secret: true });
    }
  });

  it.each([
    ['LoginRequest', ['password', 'newPassword']],
    ['DelegateRequest', ['identityToken', 'codeVerifier']],
    ['OidcTokens', ['id_token', 'access_token', 'refresh_token']],
    ['IdentityToken', ['identityToken']],
    ['ApiToken', ['apiToken']],
    ['ApiTokenRequest', []],
    ['ApiTokenInfo', []],
    // A challenge is meant to be seen: it proves nothing without its verifier.
    ['ChallengeRequest', []],
  ])('holds those fields of %s that are secret, and no others', (schema, expected) => {
    const fields = Object.keys(document.components.schemas[schema]?.properties ?? {});
    expect(fields.filter(isSecretName)).toEqual(expected);
  });

  it('does not depend on the case of a name', () => {
    for (const name of ['X-MSTR-AuthToken', 'x-mstr-authtoken', 'PASSWORD', 'NewPassword', 'Set-Cookie']) {
      expect({ name, secret: isSecretName(name) }).toEqual({ name, secret: true });
    }
  });

  it('is in lower case, without which a name would never match', () => {
    for (const name of [...secrets.headers, ...secrets.fields]) expect(name).toBe(name.toLowerCase());
  });

  it('leaves readable what a log needs', () => {
    const names = ['loginMode', headers.projectId, headers.totalCount, 'content-type', 'ticketId', 'constructor'];
    expect(names.filter(isSecretName)).toEqual([]);
  });

  it('has a replacement that gives nothing away, not even a length', () => {
    expect(redacted).toBe('[redacted]');
    expect(redacted).not.toContain(sessionCookie);
  });
});
