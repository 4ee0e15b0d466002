import { credentialsOf } from './credentials.js';

const token = '4f8k2m0q7v1c9t3hb6n5s2e0ga';
const cookie = 'JSESSIONID=5D0C3A9E7B184F62A1D97C04E8B35F2A';

describe('the credentials of a request', () => {
  it.each([
    ['as Node and frameworks on it have them', { 'x-mstr-authtoken': token, cookie: `theme=dark; ${cookie}` }],
    ['in any case', { 'X-MSTR-AuthToken': token, Cookie: `${cookie}; theme=dark` }],
    ['in lists', { 'x-mstr-authtoken': [token], cookie: ['theme=dark', cookie] }],
    ['as Fetch has them', new Headers({ 'X-MSTR-AuthToken': token, Cookie: `theme=dark; ${cookie}` })],
  ])('are read %s, without the cookies of others', (_, headers) => {
    expect(credentialsOf(headers)).toEqual({ token, cookie });
  });

  it('may be the token alone, which the server may accept', () => {
    expect(credentialsOf({ 'x-mstr-authtoken': token })).toEqual({ token, cookie: undefined });
  });

  it('keep several session cookies, for the server finds the one that fits', () => {
    const two = `${cookie}; JSESSIONID=00000000000000000000000000000000`;
    expect(credentialsOf({ 'x-mstr-authtoken': token, cookie: two })?.cookie).toBe(two);
  });

  it.each([
    ['there is only a cookie', { cookie }],
    ['the token is empty', { 'x-mstr-authtoken': '', cookie }],
    ['the token would begin another header', { 'x-mstr-authtoken': `${token}\r\nX-Auth-User-Id: 1`, cookie }],
    ['the token is sent twice', { 'x-mstr-authtoken': [token, token], cookie }],
    ['the token is longer than any', { 'x-mstr-authtoken': 'a'.repeat(257), cookie }],
    ['the token is not of ASCII', { 'x-mstr-authtoken': 'ä', cookie }],
  ])('are none where %s', (_, headers) => {
    expect(credentialsOf(headers)).toBeUndefined();
  });
});
