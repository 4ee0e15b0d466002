import { Controller, Delete, Get, HttpStatus, Post, Req, Res } from '@nestjs/common';
import { headers, parseConnectionIds, parsePage, type components } from '@mstr-rest/protocol';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SessionAdministration, type OpenSession } from '../admin/session-administration.js';
import { callerOf } from './caller.js';
import { fieldsOf, pick, valueOf } from './parsed.js';
import { wireDate } from './wire-date.js';

type ConnectionOnWire = components['schemas']['UserConnection'];
type EndedOnWire = components['schemas']['UserConnectionsEnded'];

/** Which sessions are open. Source: docs/protocol section 3.15. */
@Controller('api/monitors')
export class MonitorsController {
  constructor(private readonly sessions: SessionAdministration) {}

  @Get('userConnections')
  async getUserConnections(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Partial<components['schemas']['UserConnections']>> {
    const fields = fieldsOf(request);
    const { offset, limit } = valueOf(parsePage(request.query as Record<string, unknown>)); // Fastify's parser makes an object
    const all = await this.sessions.list(callerOf(request));
    void reply.header(headers.totalCount, String(all.length));
    const page = all.slice(offset, limit === undefined ? undefined : offset + limit);
    return pick({ userConnections: page.map(describe) }, fields);
  }

  @Delete('userConnections/:id')
  async deleteUserConnection(
    @Req() request: FastifyRequest<{ Params: { id: string } }>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.end(callerOf(request), request.params.id);
    void reply.code(204).send();
  }

  @Post('deleteUserConnections')
  async deleteUserConnections(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EndedOnWire> {
    const ids = valueOf(parseConnectionIds(request.body));
    const { ended } = await this.sessions.endAll(callerOf(request), ids);
    void reply.code(ended.length === ids.length ? HttpStatus.OK : HttpStatus.MULTI_STATUS);
    const statusOf = (id: string) =>
      ended.includes(id)
        ? ({ id, status: 204 } as const)
        : ({ id, status: 404, message: 'There is no session with this id' } as const);
    return { deleteUserConnectionsStatus: ids.map(statusOf) };
  }
}

function describe({ session, ageMs, idleMs, current }: OpenSession): ConnectionOnWire {
  const { id, user, loginMode, settings, openedAt, ip, projects } = session;
  return {
    id,
    sessionId: id,
    userId: user.id,
    username: user.loginName,
    userFullName: user.fullName,
    loginMode,
    applicationType: settings.applicationType,
    client: ip,
    dateConnectionCreated: wireDate(openedAt),
    duration: Math.floor(ageMs / 1000),
    idleTime: Math.floor(idleMs / 1000),
    configLevel: true,
    openJobsCount: 0,
    projects: [...projects],
    current,
  };
}
