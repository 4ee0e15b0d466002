import { Controller, Get, Req, Res } from '@nestjs/common';
import { headers, type components } from '@mstr-rest/protocol';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProjectAccess } from '../projects/project-access.js';
import type { Project } from '../projects/project.js';
import { fieldsOf, pick } from './parsed.js';
import { sessionOf } from './session-hook.js';
import { wireDate } from './wire-date.js';

type ProjectOnWire = components['schemas']['Project'];

/** The projects that the caller may see. Source: docs/protocol section 3.12. */
@Controller('api/projects')
export class ProjectsController {
  constructor(private readonly projects: ProjectAccess) {}

  @Get()
  async getProjects(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Partial<ProjectOnWire>[]> {
    const fields = fieldsOf(request);
    const visible = await this.projects.visibleTo(sessionOf(request).engine.user.id);
    void reply.header(headers.totalCount, String(visible.length));
    return visible.map((project) => pick(describe(project), fields));
  }

  @Get(':idOrName')
  async getProject(@Req() request: FastifyRequest<{ Params: { idOrName: string } }>): Promise<Partial<ProjectOnWire>> {
    const fields = fieldsOf(request);
    const found = await this.projects.find(sessionOf(request).engine.user.id, request.params.idOrName);
    return pick(describe(found), fields);
  }
}

function describe({ id, name, alias, description, status, createdAt, modifiedAt, owner }: Project): ProjectOnWire {
  const dates = { dateCreated: wireDate(createdAt), dateModified: wireDate(modifiedAt) };
  // acg: every access right, as for the owner; finer rights are out of scope.
  return { acg: 255, id, name, alias, description, status, ...dates, owner: { name: owner.name, id: owner.id } };
}
