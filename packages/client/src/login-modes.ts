import type { components } from '@mstr-rest/protocol';
import { query, type CallOptions, type FieldsOptions } from './options.js';
import type { Wire } from './wire.js';

/** Which login modes are on, and which one a login means that names none. */
export type LoginModesInfo = components['schemas']['LoginModes'];
/** Which login modes are to be on. Without `defaultMode` the first is the default. */
export type LoginModesRequest = components['schemas']['LoginModesRequest'];

/** In whose name login modes are managed. */
export interface AsOperator {
  /** The credential of the server's configuration, which needs no session. Default is the session of an administrator. */
  readonly operator?: { readonly username: string; readonly password: string } | undefined;
}

/** Which login modes the server offers, for those who may choose them. Anybody may ask {@link Client.authModes}. */
export class LoginModes {
  readonly #wire: Wire;

  constructor(wire: Wire) {
    this.#wire = wire;
  }

  /**
   * Says which login modes are on. Source: docs/protocol section 3.15.
   *
   * @throws {WireError} ERR014 without being an administrator; ERR003 for a wrong operator. {@link CallError} otherwise.
   */
  async get<Field extends keyof LoginModesInfo = keyof LoginModesInfo>(
    options: FieldsOptions<Field> & AsOperator = {},
  ): Promise<Pick<LoginModesInfo, Field>> {
    const { operator } = options;
    const params = { query: query(options) };
    const { body } = operator
      ? await this.#wire.call('getLoginModesAsOperator', options, (api, init) =>
          api.GET('/admin/restServerSettings/auth', { ...init, params, headers: basic(operator) }),
        )
      : await this.#wire.call('getLoginModes', options, (api, init) =>
          api.GET('/mstrServices/library/auth', { ...init, params }),
        );
    return body;
  }

  /**
   * Switches login modes on and off, on all nodes of the server, from their next login on. Sessions go on.
   * Source: docs/protocol section 3.15.
   *
   * @throws {WireError} ERR006 for modes that cannot be, or without the mode of the session; ERR014 without being an
   * administrator, or where the server keeps its modes; ERR003 for a wrong operator. {@link CallError} otherwise.
   */
  async set(request: LoginModesRequest, options: CallOptions & AsOperator = {}): Promise<void> {
    const { operator } = options;
    if (operator) {
      await this.#wire.call('setLoginModesAsOperator', options, (api, init) =>
        api.PUT('/admin/restServerSettings/auth', { ...init, body: request, headers: basic(operator) }),
      );
    } else {
      await this.#wire.call('setLoginModes', options, (api, init) =>
        api.PUT('/mstrServices/library/auth', { ...init, body: request }),
      );
    }
  }
}

/** RFC 7617, in UTF-8. */
function basic({ username, password }: Required<AsOperator>['operator'] & object): { authorization: string } {
  const bytes = new TextEncoder().encode(`${username}:${password}`);
  return { authorization: `Basic ${btoa(String.fromCharCode(...bytes))}` };
}
