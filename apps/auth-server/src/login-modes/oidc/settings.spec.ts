import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { parseConfig } from '../../config/parse-config.js';
import type { ConfigInput } from '../../config/config.js';
import { oidc } from './oidc.js';

const right = { issuer: 'https://idp.example.com', clientId: 'bi-server' };
const configure = (...providers: readonly object[]) => oidc.configure({ providers });

describe('the settings of OpenID Connect', () => {
  it('may be as short as an issuer and a client', () => {
    expect(() => configure(right)).not.toThrow();
    expect(() => configure({ ...right, issuer: 'http://127.0.0.1:3000' })).not.toThrow();
  });

  it('are those of the ready configuration', () => {
    const file = new URL('config/oidc.yaml', `file://${process.cwd().replace(/apps\/auth-server$/, '')}/`);
    const config = parseConfig(parse(readFileSync(file, 'utf8')) as ConfigInput);
    expect(() => oidc.configure(config.auth['oidc'])).not.toThrow();
  });

  it.each<[string, readonly object[], RegExp]>([
    ['no provider', [], /auth\.oidc\.providers: expected at least one/],
    ['http beyond this machine', [{ ...right, issuer: 'http://idp.example.com' }], /issuer: must be https/],
    ['scopes without openid', [{ ...right, scopes: ['profile'] }], /scopes: must have openid/],
    ['two providers of one name', [right, right], /expected different names/],
    ['a program that is the server', [{ ...right, nativeClientId: 'bi-server' }], /nativeClientId other than/],
    [
      'a native client of two providers',
      [
        { ...right, nativeClientId: 'program' },
        { ...right, name: 'b', nativeClientId: 'program' },
      ],
      /different nativeClientId/,
    ],
    ['a name that is no part of an address', [{ ...right, name: '../x' }], /name: expected letters/],
    ['a key that there is not', [{ ...right, secret: 'x' }], /there is no key secret/],
  ])('refuse %s', (_what, providers, message) => {
    expect(() => configure(...providers)).toThrow(message);
  });
});
