import { Controller, Get, Put, Req, Res } from '@nestjs/common';
import { parseLoginModesRequest, type components } from '@mstr-rest/protocol';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LoginModeRequests, type Asker } from '../admin/login-mode-requests.js';
import { fromOf } from './evidence.js';
import { fieldsOf, pick, valueOf } from './parsed.js';
import { sessionOf } from './session-hook.js';

type LoginModesOnWire = components['schemas']['LoginModes'];

/** Which login modes are on, for administrators in a session. Source: docs/protocol section 3.15. */
@Controller('api/mstrServices/library/auth')
export class ModeAdministrationController {
  constructor(private readonly loginModes: LoginModeRequests) {}

  @Get()
  async getLoginModes(@Req() request: FastifyRequest): Promise<Partial<LoginModesOnWire>> {
    const fields = fieldsOf(request);
    const { available, default: defaultMode } = await this.loginModes.current(askerOf(request));
    return pick({ availableModes: [...available], defaultMode }, fields);
  }

  @Put()
  async setLoginModes(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.loginModes.choose(askerOf(request), valueOf(parseLoginModesRequest(request.body)));
    void reply.code(204).send();
  }
}

function askerOf(request: FastifyRequest): Asker {
  return { session: sessionOf(request).engine, ...fromOf(request) };
}
