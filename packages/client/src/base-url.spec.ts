import { apiBase } from './base-url.js';

describe('the base URL', () => {
  it.each([
    'http://host/Lib',
    'http://host/Lib/',
    'http://host/Lib/api',
    'http://host/Lib/api/',
    new URL('http://host/Lib'),
  ])('makes one address of %s', (baseUrl) => {
    expect(apiBase(baseUrl)).toBe('http://host/Lib/api');
  });

  it('keeps scheme, port and every part of the context path', () => {
    expect(apiBase('https://host:8443/bi/consume-dev/api')).toBe('https://host:8443/bi/consume-dev/api');
  });

  it.each([
    ['an address without a context path', 'http://host'],
    ['an address with nothing but /api', 'http://host/api/'],
    ['a relative address', '/Lib/api'],
    ['another scheme', 'ftp://host/Lib'],
    ['a query', 'http://host/Lib?a=b'],
    ['a fragment', 'http://host/Lib#a'],
    ['an address below the API', 'http://host/Lib/api/auth/login'],
    ['an empty part of the path', 'http://host//Lib'],
    ['two slashes at the end', 'http://host/Lib//'],
    ['nothing', ''],
  ])('refuses %s and says what it expects', (_, baseUrl) => {
    expect(() => apiBase(baseUrl)).toThrow(TypeError);
    expect(() => apiBase(baseUrl)).toThrow(/^baseUrl must look like https:\/\/host\/MicroStrategyLibrary .*: it/);
  });

  it.each(['http://mlind:hunter2@host/Lib', 'http//mlind:hunter2@host/Lib'])(
    'does not repeat a password in %s',
    (baseUrl) => {
      expect(() => apiBase(baseUrl)).toThrow(
        expect.objectContaining({ message: expect.not.stringContaining('hunter2') }),
      );
    },
  );
});
