import { headers as wireHeaders, type components } from '@mstr-rest/protocol';
import { headerValue } from './arguments.js';
import type { CallOptions } from './options.js';
import type { Wire } from './wire.js';

/** A new identity token. A secret: who holds it can open a session of this user. */
export type IdentityToken = components['schemas']['IdentityToken'];
/** Whom an identity token stands for. */
export type IdentityTokenInfo = components['schemas']['IdentityTokenInfo'];

/** Short-lived, signed proof of the running session, with which another party opens a session beside it. */
export class IdentityTokens {
  readonly #wire: Wire;

  constructor(wire: Wire) {
    this.#wire = wire;
  }

  /**
   * Makes a token that whoever holds it can log in with, once: `other.login.delegated(await client.identityTokens.create())`.
   * It lives for a minute or so. Source: docs/protocol section 3.6.
   *
   * @throws {WireError} ERR009 when there is no session (any more). {@link CallError} otherwise.
   */
  async create(options: CallOptions = {}): Promise<IdentityToken> {
    const { headers } = await this.#wire.call('createIdentityToken', options, (api, init) =>
      api.POST('/auth/identityToken', init),
    );
    return { identityToken: headers.get(wireHeaders.identityToken) ?? '' };
  }

  /**
   * Makes a token that only the maker of the challenge can log in with. Source: docs/protocol section 3.6; RFC 7636.
   *
   * @param codeChallenge The `codeChallenge` of the other party's {@link pkcePair}.
   * @throws {WireError} ERR004 from servers that do not know this operation. {@link CallError} otherwise.
   */
  async createForChallenge(codeChallenge: string, options: CallOptions = {}): Promise<IdentityToken> {
    const body = { codeChallenge, codeChallengeMethod: 'S256' as const };
    const answer = await this.#wire.call('createIdentityTokenForChallenge', options, (api, init) =>
      api.POST('/v2/auth/identityToken', { ...init, body }),
    );
    return answer.body;
  }

  /**
   * Checks a token and names its user. Needs no session and does not use the token up. Source: docs/protocol section 3.6.
   *
   * @throws {WireError} ERR003 when the token is not valid. {@link CallError} otherwise.
   */
  async info(identityToken: string, options: CallOptions = {}): Promise<IdentityTokenInfo> {
    const header = { 'X-MSTR-IdentityToken': headerValue('identityToken', identityToken) };
    const { body } = await this.#wire.call('getIdentityTokenInfo', options, (api, init) =>
      api.GET('/auth/identityToken', { ...init, params: { header } }),
    );
    return body;
  }
}
