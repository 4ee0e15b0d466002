/** A project as the configuration names it. Source: docs/protocol section 3.12. */
export interface Project {
  /** 32 upper-case hexadecimal digits. */
  readonly id: string;
  readonly name: string;
  readonly alias: string;
  readonly description: string;
  /** 0: loaded. */
  readonly status: number;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly modifiedAt: number;
  readonly owner: { readonly id: string; readonly name: string };
}

/** The projects of this server, by id or by name. Names are compared without case. */
export class Projects {
  readonly all: readonly Project[];
  readonly #byId: ReadonlyMap<string, Project>;
  readonly #byName: ReadonlyMap<string, Project>;

  constructor(projects: readonly Project[]) {
    this.all = projects;
    this.#byId = new Map(projects.map((project) => [project.id, project]));
    this.#byName = new Map(projects.map((project) => [project.name.toLowerCase(), project]));
  }

  find(idOrName: string): Project | undefined {
    return this.#byId.get(idOrName.toUpperCase()) ?? this.#byName.get(idOrName.toLowerCase());
  }
}
