import type { components } from '@mstr-rest/protocol';
import { pathPart } from './arguments.js';
import { defined, listOf, type List, type PageOptions } from './lists.js';
import { query, type CallOptions, type FieldsOptions } from './options.js';
import type { Wire } from './wire.js';

/** A user. */
export type User = components['schemas']['User'];

/** What is to be changed of a user; what is absent or undefined stays. */
export interface UserChanges {
  readonly fullName?: string | undefined;
  readonly description?: string | undefined;
  readonly email?: string | undefined;
  /** False ends the sessions and the API token of the user. */
  readonly enabled?: boolean | undefined;
  readonly standardAuth?: boolean | undefined;
  readonly passwordModifiable?: boolean | undefined;
  readonly requireNewPassword?: boolean | undefined;
  /** A new password, which ends the sessions of the user and unlocks the account. */
  readonly password?: string | undefined;
  /** Unlocks the account. */
  readonly locked?: false | undefined;
}

/** Which users are asked for. `*` stands for any text, `?` for any character. */
export interface UserFilter extends PageOptions {
  readonly nameBegins?: string | undefined;
  /** How the login name begins. */
  readonly abbreviationBegins?: string | undefined;
}

/** The accounts of users, for administrators. */
export class Users {
  readonly #wire: Wire;

  constructor(wire: Wire) {
    this.#wire = wire;
  }

  /**
   * Lists them, by their login names. Source: docs/protocol section 3.16.
   *
   * @throws {WireError} ERR014 without being an administrator. {@link CallError} otherwise.
   */
  async list<Field extends keyof User = keyof User>(
    options: FieldsOptions<Field> & UserFilter = {},
  ): Promise<List<Pick<User, Field>>> {
    const { nameBegins, abbreviationBegins, offset, limit } = options;
    const asked = { ...query(options), ...defined({ nameBegins, abbreviationBegins }), ...defined({ offset, limit }) };
    const { body, headers } = await this.#wire.call('getUsers', options, (api, init) =>
      api.GET('/users', { ...init, params: { query: asked } }),
    );
    return listOf(body, headers);
  }

  /**
   * Finds one by its id. Everybody may look himself up. Source: docs/protocol section 3.16.
   *
   * @throws {WireError} ERR014 without being an administrator, ERR004 for an unknown user. {@link CallError} otherwise.
   */
  async get<Field extends keyof User = keyof User>(
    id: string,
    options: FieldsOptions<Field> = {},
  ): Promise<Pick<User, Field>> {
    const path = { id: pathPart('id', id) };
    const { body } = await this.#wire.call('getUser', options, (api, init) =>
      api.GET('/users/{id}', { ...init, params: { path, query: query(options) } }),
    );
    return body;
  }

  /**
   * Changes one; where a part of it is refused, nothing is changed. Source: docs/protocol section 3.16.
   *
   * @returns The user as it is now.
   * @throws {WireError} ERR014 without being an administrator, ERR017 for an account that has to stay, ERR004 for an
   * unknown user, ERR006 for a password against the rules. {@link CallError} otherwise.
   */
  async change<Field extends keyof User = keyof User>(
    id: string,
    changes: UserChanges,
    options: FieldsOptions<Field> = {},
  ): Promise<Pick<User, Field>> {
    const path = { id: pathPart('id', id) };
    const operationList = Object.entries<string | boolean | undefined>({ ...changes }).flatMap(([name, value]) =>
      value === undefined ? [] : [{ op: 'replace', path: `/${name}`, value }],
    );
    const { body } = await this.#wire.call('updatePartialUser', options, (api, init) =>
      api.PATCH('/users/{id}', { ...init, params: { path, query: query(options) }, body: { operationList } }),
    );
    return body;
  }

  /**
   * Removes one, and ends its sessions and its API token. Source: docs/protocol section 3.16.
   *
   * @throws {WireError} As `change`. {@link CallError} otherwise.
   */
  async remove(id: string, options: CallOptions = {}): Promise<void> {
    const path = { id: pathPart('id', id) };
    await this.#wire.call('deleteUser', options, (api, init) =>
      api.DELETE('/users/{id}', { ...init, params: { path } }),
    );
  }
}
