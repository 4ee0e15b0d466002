import type { components } from '@mstr-rest/protocol';
import { pathPart } from './arguments.js';
import { defined, listOf, type List, type PageOptions } from './lists.js';
import type { CallOptions } from './options.js';
import type { Wire } from './wire.js';

/** An open session, whoever opened it. `duration` and `idleTime` are in seconds. */
export type Connection = components['schemas']['UserConnection'];
/** How ending one session went: 204 where it has ended, 404 where there was none to end. */
export type EndedConnection = components['schemas']['UserConnectionsEnded']['deleteUserConnectionsStatus'][number];

/** The sessions that are open at the server: of the user, or for an administrator of everybody. */
export class Connections {
  readonly #wire: Wire;

  constructor(wire: Wire) {
    this.#wire = wire;
  }

  /**
   * Lists them, oldest first. Source: docs/protocol section 3.15.
   *
   * @throws {WireError} ERR009 when there is no session (any more). {@link CallError} otherwise.
   */
  async list(options: CallOptions & PageOptions = {}): Promise<List<Connection>> {
    const { offset, limit } = options;
    const asked = defined({ offset, limit });
    const { body, headers } = await this.#wire.call('getUserConnections', options, (api, init) =>
      api.GET('/monitors/userConnections', { ...init, params: { query: asked } }),
    );
    return listOf(body.userConnections, headers);
  }

  /**
   * Ends one, with everything that shares it; where it is the client's own, the next call finds that out.
   * Source: docs/protocol section 3.15.
   *
   * @throws {WireError} ERR004 where there is none that the user may end. {@link CallError} otherwise.
   */
  async end(id: string, options: CallOptions = {}): Promise<void> {
    const path = { id: pathPart('id', id) };
    await this.#wire.call('deleteUserConnection', options, (api, init) =>
      api.DELETE('/monitors/userConnections/{id}', { ...init, params: { path } }),
    );
  }

  /**
   * Ends several, and says of each how that went: it is no error where some could not be ended.
   * Source: docs/protocol section 3.15.
   *
   * @throws {WireError} ERR006 for none or more than 1000. {@link CallError} otherwise.
   */
  async endAll(ids: readonly string[], options: CallOptions = {}): Promise<readonly EndedConnection[]> {
    const { body } = await this.#wire.call('deleteUserConnections', options, (api, init) =>
      api.POST('/monitors/deleteUserConnections', { ...init, body: { userConnectionIds: [...ids] } }),
    );
    return body.deleteUserConnectionsStatus;
  }
}
