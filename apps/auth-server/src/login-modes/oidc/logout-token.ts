/** What a provider sends when somebody has logged out there: OpenID Connect Back-Channel Logout 1.0, sections 2.4 and 2.6. */
import { createHash } from 'node:crypto';
import { decodeJwt, type JWTPayload } from 'jose';
import type { Clock } from '../../clock/clock.js';
import { Problem } from '../../errors/problem.js';
import type { LogoutNotice } from '../login-mode.js';
import { issuerOf, type Provider } from './provider.js';
import { detailOf, isDown, unreachable } from './refusal.js';

const event = 'http://schemas.openid.net/event/backchannel-logout';

/** @throws Problem logoutTokenRefused, serviceUnavailable */
export async function readLogoutToken(
  token: unknown,
  providers: readonly Provider[],
  clock: Clock,
): Promise<LogoutNotice> {
  try {
    if (typeof token !== 'string') throw new Error('there is no logout_token');
    const provider = senderOf(decodeJwt(token), providers);
    if (provider === undefined) throw new Error('the logout token is of no provider that is known here');
    const { verifier } = await provider.known();
    const claims = await verifier.verify(token, {
      audience: provider.settings.clientId,
      requiredClaims: ['jti', 'events'],
      types: ['logout+jwt', 'jwt'],
    });
    return noticeOf(claims, provider, clock);
  } catch (cause) {
    if (cause instanceof Problem) throw cause;
    if (isDown(cause)) throw unreachable(cause);
    throw new Problem('logoutTokenRefused', { detail: detailOf(cause), cause });
  }
}

/** Whose keys are to be tried: nothing of the token is believed yet. */
function senderOf({ iss, aud }: JWTPayload, providers: readonly Provider[]): Provider | undefined {
  const audiences = [aud].flat();
  return providers.find(({ settings }) => settings.issuer === iss && audiences.includes(settings.clientId));
}

function noticeOf(claims: JWTPayload, provider: Provider, clock: Clock): LogoutNotice {
  const { sub, sid, events, nonce, jti, exp = 0 } = claims;
  const told: unknown = typeof events === 'object' && events !== null ? Reflect.get(events, event) : undefined;
  if (typeof told !== 'object' || told === null) throw new Error('the token tells of no logout');
  // An ID token has one: it must never pass for this.
  if (nonce !== undefined) throw new Error('the token has a nonce');
  const subject = nameIn(sub);
  const id = nameIn(sid);
  if (subject === undefined && id === undefined) throw new Error('the token names nobody');
  const issuer = issuerOf(provider);
  const hash = createHash('sha256')
    .update(JSON.stringify([issuer, jti]))
    .digest('base64url');
  const until = clock.monotonic() + exp * 1000 - clock.now() + provider.toleranceMs;
  return { issuer, subject, id, oneUse: { id: `logout ${hash}`, until } };
}

function nameIn(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'string' || value === '') throw new Error('the token names nobody');
  return value;
}
