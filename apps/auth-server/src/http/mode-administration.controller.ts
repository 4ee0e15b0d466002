import { Controller, Get, Put, Req, Res } from '@nestjs/common';
import { parseLoginModesRequest, type components } from '@mstr-rest/protocol';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LoginModeRequests, type Asker } from '../admin/login-mode-requests.js';
import { OperatorCredential } from '../admin/operator-credential.js';
import { Public } from './access.js';
import { fromOf } from './evidence.js';
import { fieldsOf, pick, valueOf } from './parsed.js';
import { sessionOf } from './session-hook.js';

type LoginModesOnWire = components['schemas']['LoginModes'];

/** Which login modes are on, for administrators in a session and for the operator without one. Source: docs/protocol section 3.15. */
@Controller('api')
export class ModeAdministrationController {
  constructor(
    private readonly loginModes: LoginModeRequests,
    private readonly operator: OperatorCredential,
  ) {}

  @Get('mstrServices/library/auth')
  getLoginModes(@Req() request: FastifyRequest): Promise<Partial<LoginModesOnWire>> {
    return this.#current(administratorOf(request), request);
  }

  @Put('mstrServices/library/auth')
  setLoginModes(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.#choose(administratorOf(request), request, reply);
  }

  @Get('admin/restServerSettings/auth')
  @Public()
  async getLoginModesAsOperator(@Req() request: FastifyRequest): Promise<Partial<LoginModesOnWire>> {
    return this.#current(await this.#operatorOf(request), request);
  }

  @Put('admin/restServerSettings/auth')
  @Public()
  async setLoginModesAsOperator(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.#choose(await this.#operatorOf(request), request, reply);
  }

  async #current(asker: Asker, request: FastifyRequest): Promise<Partial<LoginModesOnWire>> {
    const fields = fieldsOf(request);
    const { available, default: defaultMode } = await this.loginModes.current(asker);
    return pick({ availableModes: [...available], defaultMode }, fields);
  }

  async #choose(asker: Asker, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    await this.loginModes.choose(asker, valueOf(parseLoginModesRequest(request.body)));
    void reply.code(204).send();
  }

  async #operatorOf(request: FastifyRequest): Promise<Asker> {
    const from = fromOf(request);
    return { operator: await this.operator.check(request.headers.authorization, from), ...from };
  }
}

function administratorOf(request: FastifyRequest): Asker {
  return { session: sessionOf(request).engine, ...fromOf(request) };
}
