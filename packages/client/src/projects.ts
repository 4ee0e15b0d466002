import type { components } from '@mstr-rest/protocol';
import { pathPart } from './arguments.js';
import { listOf, type List } from './lists.js';
import { query, type FieldsOptions } from './options.js';
import type { Wire } from './wire.js';

/** A project. */
export type Project = components['schemas']['Project'];

/** The projects that the user of the session can see. */
export class Projects {
  readonly #wire: Wire;

  constructor(wire: Wire) {
    this.#wire = wire;
  }

  /**
   * Lists them. Source: docs/protocol section 3.12.
   *
   * @throws {WireError} ERR009 when there is no session (any more). {@link CallError} otherwise.
   */
  async list<Field extends keyof Project = keyof Project>(
    options: FieldsOptions<Field> = {},
  ): Promise<List<Pick<Project, Field>>> {
    const { body, headers } = await this.#wire.call('getProjects', options, (api, init) =>
      api.GET('/projects', { ...init, params: { query: query(options) } }),
    );
    return listOf(body, headers);
  }

  /**
   * Finds one by its id or its name. Source: docs/protocol section 3.12.
   *
   * @throws {WireError} ERR004 for an unknown project, ERR017 without access to it. {@link CallError} otherwise.
   */
  async get<Field extends keyof Project = keyof Project>(
    idOrName: string,
    options: FieldsOptions<Field> = {},
  ): Promise<Pick<Project, Field>> {
    const path = { idOrName: pathPart('idOrName', idOrName) };
    const { body } = await this.#wire.call('getProject', options, (api, init) =>
      api.GET('/projects/{idOrName}', { ...init, params: { path, query: query(options) } }),
    );
    return body;
  }
}
