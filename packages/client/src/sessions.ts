import type { components } from '@mstr-rest/protocol';
import { headerValue, pathPart } from './arguments.js';
import { query, type CallOptions, type FieldsOptions } from './options.js';
import type { Wire } from './wire.js';

/** State of a session. `timeout` is in seconds; `id` is the id of the user. */
export type Session = components['schemas']['Session'];
/** The user of a session. */
export type UserInfo = components['schemas']['UserInfo'];
/** A living session, and who is logged in by it. */
export type VerifiedSession = components['schemas']['VerifiedSession'];
/** The privileges of a user. */
export type Privileges = components['schemas']['Privileges'];
/** One privilege, and where the user holds it. Its `id` is a string. */
export type Privilege = components['schemas']['Privilege'];

/** The session of the client and its user. Every call here restarts the idle timers of the session. */
export class Sessions {
  readonly #wire: Wire;

  constructor(wire: Wire) {
    this.#wire = wire;
  }

  /**
   * Describes the session. Source: docs/protocol section 3.4.
   *
   * @throws {WireError} ERR009 when there is no session (any more). {@link CallError} otherwise.
   */
  async get<Field extends keyof Session = keyof Session>(
    options: FieldsOptions<Field> = {},
  ): Promise<Pick<Session, Field>> {
    const { body } = await this.#wire.call('getSession', options, (api, init) =>
      api.GET('/sessions', { ...init, params: { query: query(options) } }),
    );
    return body;
  }

  /**
   * Keeps the session alive. Source: docs/protocol section 3.4.
   *
   * @throws {WireError} ERR009 when there is no session (any more). {@link CallError} otherwise.
   */
  async renew(options: CallOptions = {}): Promise<void> {
    await this.#wire.call('renewSession', options, (api, init) => api.PUT('/sessions', init));
  }

  /**
   * Describes the session of a project, and opens it when needed. Source: docs/protocol section 3.4.
   *
   * @param projectId 32 hexadecimal digits. Stands above the project of the options.
   * @throws {WireError} ERR004 for an unknown project, ERR017 without access to it. {@link CallError} otherwise.
   */
  async project<Field extends keyof Session = keyof Session>(
    projectId: string,
    options: FieldsOptions<Field> = {},
  ): Promise<Pick<Session, Field>> {
    const header = { 'X-MSTR-ProjectID': headerValue('projectId', projectId) };
    const { body } = await this.#wire.call('getProjectSession', options, (api, init) =>
      api.GET('/sessions/projectId', { ...init, params: { header, query: query(options) } }),
    );
    return body;
  }

  /**
   * Says who is logged in. Source: docs/protocol section 3.5.
   *
   * @throws {WireError} ERR009 when there is no session (any more). {@link CallError} otherwise.
   */
  async userInfo<Field extends keyof UserInfo = keyof UserInfo>(
    options: FieldsOptions<Field> = {},
  ): Promise<Pick<UserInfo, Field>> {
    const { body } = await this.#wire.call('getUserInfo', options, (api, init) =>
      api.GET('/sessions/userInfo', { ...init, params: { query: query(options) } }),
    );
    return body;
  }

  /**
   * Says which session this is, and who is logged in by it, as a service beside the server asks (docs/gateway.md). Only
   * servers of this project know it.
   *
   * @throws {WireError} ERR009 when there is no session (any more). {@link CallError} otherwise.
   */
  async verify(options: CallOptions = {}): Promise<VerifiedSession> {
    const { body } = await this.#wire.call('verifySession', options, (api, init) => api.GET('/auth/verify', init));
    return body;
  }

  /**
   * Lists the privileges of the user. Source: docs/protocol section 3.5.
   *
   * @throws {WireError} ERR009 when there is no session (any more). {@link CallError} otherwise.
   */
  async privileges<Field extends keyof Privileges = keyof Privileges>(
    options: FieldsOptions<Field> = {},
  ): Promise<Pick<Privileges, Field>> {
    const { body } = await this.#wire.call('getPrivileges', options, (api, init) =>
      api.GET('/sessions/privileges', { ...init, params: { query: query(options) } }),
    );
    return body;
  }

  /**
   * Describes one privilege, and says where the user holds it. Source: docs/protocol section 3.5.
   *
   * @param id Number of the privilege, as a string.
   * @throws {WireError} ERR004 when there is no such privilege. {@link CallError} otherwise.
   */
  async privilege<Field extends keyof Privilege = keyof Privilege>(
    id: string,
    options: FieldsOptions<Field> = {},
  ): Promise<Pick<Privilege, Field>> {
    const path = { id: pathPart('id', id) };
    const { body } = await this.#wire.call('getPrivilege', options, (api, init) =>
      api.GET('/sessions/privileges/{id}', { ...init, params: { path, query: query(options) } }),
    );
    return body;
  }
}
