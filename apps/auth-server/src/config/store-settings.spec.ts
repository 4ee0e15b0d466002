import type { ConfigInput } from './config.js';
import { ConfigError, parseConfig } from './parse-config.js';

const secretKey = 'a key that all nodes have in common';
const parse = (store: object, more: ConfigInput = { identityToken: { secretKey } }) =>
  parseConfig({ session: { store: store as { kind: 'memory' } }, ...more }).session.store; // what a file says is not typed
const mistakes = (store: object, more?: ConfigInput): string => {
  try {
    parse(store, more);
  } catch (error) {
    if (error instanceof ConfigError) return error.mistakes.join('\n');
  }
  return '';
};
const [host, port] = ['redis.example.org', 6379];

describe('where sessions live', () => {
  it.each([
    { kind: 'redis', url: 'rediss://redis.example.org:6380', tls: { caFile: 'ca.pem' } },
    { kind: 'redis', sentinels: [{ host, port }], name: 'sessions', passwordFile: 'password' },
    { kind: 'redis', clusterNodes: [{ host, port }], username: 'nodes', password: 'secret' },
  ])('can be %j', (store) => {
    expect(parse(store)).toEqual({ keyPrefix: 'mstr-rest:', database: 0, ...store });
  });

  it.each([
    [{}, 'exactly one of url, sentinels'],
    [{ url: 'redis://a', clusterNodes: [{ host, port }] }, 'exactly one of url, sentinels'],
    [{ sentinels: [{ host, port }] }, 'session.store.name: sentinels and name go together'],
    [{ url: 'redis://a', name: 'sessions' }, 'session.store.name: sentinels and name go together'],
    [{ clusterNodes: [{ host, port }], database: 1 }, 'session.store.database: a Redis Cluster has only 0'],
    [
      { url: 'redis://a', password: 'x', passwordFile: 'y' },
      'session.store.passwordFile: give password or passwordFile',
    ],
    [{ url: 'http://a' }, 'session.store.url: expected a URL such as redis://'],
    [{ url: 'redis://ann:hush@a/3' }, 'session.store.url: expected host and port only'],
    [{ url: 'redis://a', keyPrefix: '{a}' }, 'session.store.keyPrefix: expected up to 100 characters without braces'],
  ])('cannot be Redis with %j', (store, mistake) => {
    expect(mistakes({ kind: 'redis', ...store })).toContain(mistake);
    expect(mistakes({ kind: 'redis', ...store })).not.toContain('hush');
  });

  it('is told with a key in common, where nodes share it', () => {
    const store = { kind: 'redis', url: 'redis://a' };
    expect(mistakes(store, {})).toMatch(/identityToken.secretKeyFile: .*openssl rand -base64 48/);
    expect(mistakes(store, { identityToken: { secretKeyFile: 'key' } })).toBe('');
    expect(mistakes({ kind: 'memory' }, {})).toBe('');
  });

  it('has one key, not two', () => {
    const both = { identityToken: { secretKey, secretKeyFile: 'key' } };
    expect(mistakes({ kind: 'memory' }, both)).toContain(
      'identityToken.secretKeyFile: give secretKey or secretKeyFile',
    );
  });
});
