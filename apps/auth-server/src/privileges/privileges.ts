import type { components } from '@mstr-rest/protocol';
import { Problem } from '../errors/problem.js';
import type { ProjectAccess } from '../projects/project-access.js';
import type { Grants } from '../users/user.js';
import type { UserDirectory } from '../users/user-directory.js';

/** One row of the privilege catalogue of the configuration. */
export interface PrivilegeDefinition {
  /** A number as text, as on the wire. */
  readonly id: string;
  readonly name: string;
  readonly description: string;
}

type PrivilegeOnWire = components['schemas']['Privilege'];

/** What a user may do, for the whole server and in each project that he sees. Source: docs/protocol section 3.5. */
export class Privileges {
  readonly #catalogue: readonly PrivilegeDefinition[];
  readonly #users: UserDirectory;
  readonly #projects: ProjectAccess;

  constructor(catalogue: readonly PrivilegeDefinition[], users: UserDirectory, projects: ProjectAccess) {
    this.#catalogue = catalogue;
    this.#users = users;
    this.#projects = projects;
  }

  async of(userId: string): Promise<PrivilegeOnWire[]> {
    const grants = await this.#users.grantsOf(userId);
    const projects = await this.#projects.visibleTo(userId);
    return this.#catalogue.map(({ id, name, description }) => ({
      id,
      name,
      description,
      isUserLevelAllowed: isGranted(grants, id, undefined),
      projects: projects.map((project) => ({ id: project.id, isAllowed: isGranted(grants, id, project.id) })),
    }));
  }

  /** @throws Problem privilegeNotFound */
  async oneOf(userId: string, privilegeId: string): Promise<PrivilegeOnWire> {
    const found = (await this.of(userId)).find(({ id }) => id === privilegeId);
    if (found === undefined) throw new Problem('privilegeNotFound');
    return found;
  }
}

/** A grant without a project holds everywhere. */
function isGranted(grants: Grants, privilegeId: string, projectId: string | undefined): boolean {
  if (grants.allPrivileges) return true;
  return grants.privileges.some(
    (grant) => grant.privilegeId === privilegeId && (grant.projectId === undefined || grant.projectId === projectId),
  );
}
