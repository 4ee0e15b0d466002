import { Controller, Get, HttpCode, Put, Req } from '@nestjs/common';
import { headers, type components } from '@mstr-rest/protocol';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../errors/problem.js';
import { Privileges } from '../privileges/privileges.js';
import type { Session } from '../sessions/session.js';
import { Sessions } from '../sessions/sessions.js';
import { fieldsOf, pick } from './parsed.js';
import { headerOf, sessionOf } from './session-hook.js';
import { userInfoOf } from './user-info.js';

type Schemas = components['schemas'];

/** The caller's session. By the time a method runs, both timers have started again. Source: docs/protocol sections 3.4, 3.5. */
@Controller('api/sessions')
export class SessionsController {
  readonly #timeoutSeconds: number;

  constructor(
    sessions: Sessions,
    private readonly privileges: Privileges,
  ) {
    this.#timeoutSeconds = Math.round(sessions.rules.lifetime.engineIdleMs / 1000);
  }

  @Get()
  getSession(@Req() request: FastifyRequest): Partial<Schemas['Session']> {
    return pick(this.#describe(sessionOf(request)), fieldsOf(request));
  }

  @Put()
  @HttpCode(204)
  renewSession(): void {
    // The session hook has done it.
  }

  @Get('projectId')
  getProjectSession(@Req() request: FastifyRequest): Partial<Schemas['Session']> {
    if (headerOf(request, headers.projectId) === undefined) {
      throw new Problem('inputMissing', { message: 'X-MSTR-ProjectID is required' });
    }
    return this.getSession(request);
  }

  @Get('userInfo')
  getUserInfo(@Req() request: FastifyRequest): Partial<Schemas['UserInfo']> {
    return pick(userInfoOf(sessionOf(request).engine.user), fieldsOf(request));
  }

  @Get('privileges')
  async getPrivileges(@Req() request: FastifyRequest): Promise<Partial<Schemas['Privileges']>> {
    const fields = fieldsOf(request);
    return pick({ privileges: await this.privileges.of(sessionOf(request).engine.user.id) }, fields);
  }

  @Get('privileges/:id')
  async getPrivilege(
    @Req() request: FastifyRequest<{ Params: { id: string } }>,
  ): Promise<Partial<Schemas['Privilege']>> {
    const fields = fieldsOf(request);
    return pick(await this.privileges.oneOf(sessionOf(request).engine.user.id, request.params.id), fields);
  }

  #describe({ engine: { settings, user } }: Session): Schemas['Session'] {
    const { locale, maxSearch, workingSet } = settings;
    const { id, fullName, initials } = user;
    return { locale, maxSearch, workingSet, timeout: this.#timeoutSeconds, id, fullName, initials };
  }
}
