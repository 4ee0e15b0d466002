import { createHash } from 'node:crypto';
import { pkcePair } from './pkce.js';

describe('a pair of verifier and challenge', () => {
  it('is the hash of the one in the other, both in the form of RFC 7636', async () => {
    for (let round = 0; round < 50; round++) {
      const { codeVerifier, codeChallenge } = await pkcePair();
      expect(codeVerifier).toMatch(/^[\w-]{43}$/);
      expect(codeChallenge).toBe(createHash('sha256').update(codeVerifier).digest('base64url'));
    }
  });

  it('is another one each time', async () => {
    const verifiers = await Promise.all(Array.from({ length: 50 }, async () => (await pkcePair()).codeVerifier));
    expect(new Set(verifiers).size).toBe(50);
  });
});
