import { isAddressRange } from '../../config/address-range.js';
import { Proxies } from './proxies.js';

const from = (ip: string, headers = {}) => ({ peer: ip, headers });

describe('the proxies that are believed', () => {
  const proxies = new Proxies({ proxies: ['10.1.0.0/16', '192.0.2.7', 'fd00:1::/32', 'fe80::1'], secret: undefined });

  it.each([
    '10.1.0.0',
    '10.1.255.255',
    '192.0.2.7',
    'fd00:1:2::3',
    '::ffff:10.1.2.3',
    '::ffff:a01:203',
    'fe80::1%eth0',
  ])('are known by their address: %s', (ip) => expect(proxies.distrust(from(ip))).toBeUndefined());

  it.each(['10.2.0.0', '192.0.2.8', '127.0.0.1', '::1', 'fd00:2::1', '::ffff:10.2.0.1', '', '10.1.0.1, 10.1.0.2'])(
    'are nobody else: %j',
    (ip) => expect(proxies.distrust(from(ip))).toBe('not a trusted proxy'),
  );

  it('are not known by what a header says', () => {
    const headers = { 'x-forwarded-for': '10.1.0.1', forwarded: 'for=10.1.0.1', 'x-real-ip': '10.1.0.1' };
    expect(proxies.distrust(from('203.0.113.9', headers))).toBe('not a trusted proxy');
  });

  it('have to know the secret, where there is one', () => {
    const value = 'a secret of the proxy and of this server';
    const secretive = new Proxies({ proxies: ['10.1.0.0/16'], secret: { header: 'x-proxy', value } });
    const sending = (sent?: string | string[]) => secretive.distrust(from('10.1.0.1', { 'x-proxy': sent }));
    expect(sending(value)).toBeUndefined();
    for (const wrong of [undefined, '', `${value} `, value.slice(1), [value, value]]) {
      expect(sending(wrong)).toBe('the secret is missing or wrong');
    }
    expect(secretive.distrust(from('10.2.0.1', { 'x-proxy': value }))).toBe('not a trusted proxy');
  });
});

describe('a range of addresses', () => {
  it.each(['10.0.0.0/8', '10.0.0.1', '::1', 'fd00::/8', '10.0.0.1/32', 'fe80::/128'])('may be %s', (text) =>
    expect(isAddressRange(text)).toBe(true),
  );

  it.each([
    '',
    'proxy.example.com',
    '10.0.0.0/33',
    '10.0.0/8',
    '10.0.0.0/',
    '10.0.0.0/8/9',
    '0.0.0.0/0',
    '::/0',
    '010.0.0.1',
  ])('may not be %j', (text) => expect(isAddressRange(text)).toBe(false));
});
