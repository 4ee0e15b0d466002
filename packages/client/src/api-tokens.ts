import type { components } from '@mstr-rest/protocol';
import { query, type CallOptions, type FieldsOptions } from './options.js';
import type { Wire } from './wire.js';

/** A new API token. A secret: who holds it can log in as its user. */
export type ApiToken = components['schemas']['ApiToken'];
/** What is known of an API token. */
export type ApiTokenInfo = components['schemas']['ApiTokenInfo'];
/** For whom an API token is made, and for how many minutes. By default the user of the session, and the server's default. */
export type ApiTokenRequest = components['schemas']['ApiTokenRequest'];

/** Whose API token is meant. */
export interface OfUser {
  /** Id of another user, which only an administrator may name. Default is the user of the session. */
  readonly userId?: string | undefined;
}

/** What programs log in with in the place of a login name and a password: {@link Login.apiToken}. One for each user. */
export class ApiTokens {
  readonly #wire: Wire;

  constructor(wire: Wire) {
    this.#wire = wire;
  }

  /**
   * Makes one, which no later call shows again. It takes the place of a former one, whose sessions end.
   * Source: docs/protocol section 3.8.
   *
   * @throws {WireError} ERR014 for a guest, in a session that an API token opened, and for another user without being an
   * administrator; ERR004 for an unknown user. {@link CallError} otherwise.
   */
  async create(request?: ApiTokenRequest, options: CallOptions = {}): Promise<ApiToken> {
    const { body } = await this.#wire.call('createApiToken', options, (api, init) =>
      api.POST('/auth/apiTokens', request ? { ...init, body: request } : init),
    );
    return body;
  }

  /**
   * Says when the token was made, when it expires, and when it last opened a session. Empty where there is none.
   * Source: docs/protocol section 3.8.
   *
   * @throws {WireError} ERR014 for another user without being an administrator. {@link CallError} otherwise.
   */
  async list<Field extends keyof ApiTokenInfo = keyof ApiTokenInfo>(
    options: FieldsOptions<Field> & OfUser = {},
  ): Promise<readonly Pick<ApiTokenInfo, Field>[]> {
    const { body } = await this.#wire.call('getApiTokens', options, (api, init) =>
      api.GET('/auth/apiTokens', { ...init, params: { query: { ...query(options), ...ofUser(options) } } }),
    );
    return body;
  }

  /**
   * Revokes the token, if there is one, and ends every session that it opened: also the client's own, if that is one of
   * them. Source: docs/protocol section 3.8.
   *
   * @throws {WireError} ERR014 for another user without being an administrator. {@link CallError} otherwise.
   */
  async revoke(options: CallOptions & OfUser = {}): Promise<void> {
    await this.#wire.call('deleteApiTokens', options, (api, init) =>
      api.DELETE('/auth/apiTokens', { ...init, params: { query: ofUser(options) } }),
    );
  }
}

function ofUser({ userId }: OfUser): { userId?: string } {
  return userId === undefined ? {} : { userId };
}
