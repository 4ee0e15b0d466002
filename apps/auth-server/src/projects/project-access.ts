import { Problem } from '../errors/problem.js';
import type { Session } from '../sessions/session.js';
import type { Sessions } from '../sessions/sessions.js';
import type { UserDirectory } from '../users/user-directory.js';
import type { Project, Projects } from './project.js';

/** Which projects a session may see, and the project sessions it opens in them. */
export class ProjectAccess {
  readonly #projects: Projects;
  readonly #users: UserDirectory;
  readonly #sessions: Sessions;

  constructor(projects: Projects, users: UserDirectory, sessions: Sessions) {
    this.#projects = projects;
    this.#users = users;
    this.#sessions = sessions;
  }

  /** The projects that the user may see, in the order of the configuration. */
  async visibleTo(userId: string): Promise<readonly Project[]> {
    const { projects } = await this.#users.grantsOf(userId);
    return projects === 'all' ? this.#projects.all : this.#projects.all.filter(({ id }) => projects.includes(id));
  }

  /** @throws Problem projectNotFound, projectAccessDenied */
  async find(userId: string, idOrName: string): Promise<Project> {
    const project = this.#projects.find(idOrName);
    if (project === undefined) throw new Problem('projectNotFound');
    const { projects } = await this.#users.grantsOf(userId);
    if (projects !== 'all' && !projects.includes(project.id)) throw new Problem('projectAccessDenied');
    return project;
  }

  /**
   * Opens the session's project session, at the first request that names the project. Source: docs/protocol section 5.1.
   * @param projectId as the caller sent it; a name is no id
   * @throws Problem inputInvalid, projectNotFound, projectAccessDenied, projectSessionsOfUserExhausted, sessionInvalid
   */
  async enter(session: Session, projectId: string): Promise<void> {
    if (!/^[0-9A-F]{32}$/i.test(projectId)) {
      throw new Problem('inputInvalid', { message: 'X-MSTR-ProjectID is not 32 hexadecimal digits' });
    }
    await this.#sessions.openProject(session, await this.find(session.engine.user.id, projectId));
  }
}
