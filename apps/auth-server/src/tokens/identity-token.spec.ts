import { createHash } from 'node:crypto';
import { SignJWT } from 'jose';
import { ManualClock } from '../clock/manual-clock.js';
import { answersChallenge, IdentityTokens } from './identity-token.js';

const rules = { secretKey: 'a secret of more than thirty-two characters', lifetimeMs: 60_000, singleUse: true };

describe('identity tokens', () => {
  const clock = new ManualClock();
  const tokens = new IdentityTokens(rules, clock);

  it('say whose session they come from', async () => {
    const claims = await tokens.read(await tokens.issue('session key', 'USER', 'challenge'));
    expect(claims).toMatchObject({ userId: 'USER', sessionKey: 'session key', codeChallenge: 'challenge' });
  });

  it('each have a use of their own, or none where they may be used again', async () => {
    const ids = await Promise.all([1, 2].map(async () => (await tokens.read(await tokens.issue('s', 'U'))).oneUse?.id));
    expect(new Set(ids).size).toBe(2);
    const reusable = new IdentityTokens({ ...rules, singleUse: false }, clock);
    expect((await reusable.read(await reusable.issue('s', 'U'))).oneUse).toBeUndefined();
  });

  it('expire after their lifetime', async () => {
    const token = await tokens.issue('s', 'U');
    clock.advance(59_000);
    await expect(tokens.read(token)).resolves.toBeDefined();
    clock.advance(2_000);
    await expect(tokens.read(token)).rejects.toMatchObject({ kind: 'identityTokenInvalid' });
  });

  it('are not prolonged when the machine’s clock is set back', async () => {
    const token = await tokens.issue('s', 'U');
    clock.step(-3_600_000);
    clock.advance(61_000);
    await expect(tokens.read(token)).rejects.toMatchObject({ kind: 'identityTokenInvalid' });
  });

  it('are refused when another key, another algorithm, another type or nobody signed them', async () => {
    const sign = (alg: string, typ: string, key: string) =>
      new SignJWT({ sid: 's' })
        .setProtectedHeader({ alg, typ })
        .setSubject('U')
        .setJti('1')
        .setExpirationTime(clock.monotonic() / 1000 + 60)
        .sign(new TextEncoder().encode(key));
    const good = await sign('HS256', 'identity', rules.secretKey);
    await expect(tokens.read(good)).resolves.toBeDefined();
    const unsigned = `${Buffer.from('{"alg":"none","typ":"identity"}').toString('base64url')}.${good.split('.')[1]}.`;
    const bad = [
      await sign('HS256', 'identity', 'another key of more than thirty-two characters'),
      await sign('HS512', 'identity', `${rules.secretKey}${rules.secretKey}`),
      await sign('HS256', 'JWT', rules.secretKey),
      unsigned,
      `${good}x`,
      good.split('.').slice(0, 2).join('.'),
      '',
      'x',
    ];
    for (const token of bad) await expect(tokens.read(token)).rejects.toMatchObject({ kind: 'identityTokenInvalid' });
  });
});

describe('the answer to a challenge', () => {
  const verifier = 'v'.repeat(43);
  const challenge = createHash('sha256').update(verifier).digest('base64url');

  it('is the verifier that it was made of', () => {
    expect(answersChallenge(challenge, verifier)).toBe(true);
    expect(answersChallenge(challenge, `${verifier}x`)).toBe(false);
  });

  it('must be there exactly where there is a challenge', () => {
    expect(answersChallenge(undefined, undefined)).toBe(true);
    expect(answersChallenge(challenge, undefined)).toBe(false);
    expect(answersChallenge(undefined, verifier)).toBe(false);
  });
});
