import { Controller, Get, Req } from '@nestjs/common';
import type { components } from '@mstr-rest/protocol';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../errors/problem.js';
import { EnabledModes } from '../login/enabled-modes.js';
import { ServerStatus } from '../status/server-status.js';
import { Public } from './access.js';
import { fieldsOf, pick } from './parsed.js';

type Schemas = components['schemas'];

/** What a client may know before it logs in. Source: docs/protocol sections 3.9 and 3.11. */
@Controller('api')
export class ConfigurationController {
  constructor(
    private readonly modes: EnabledModes,
    private readonly status: ServerStatus,
  ) {}

  @Get('config/authModes')
  @Public()
  async getAuthModes(@Req() request: FastifyRequest): Promise<Partial<Schemas['AuthModes']>> {
    const fields = fieldsOf(request);
    return pick({ modes: [...(await this.modes.available())] }, fields);
  }

  @Get('config/oidc/native')
  @Public()
  async getOidcNativeConfiguration(): Promise<Schemas['OidcNativeConfiguration']> {
    const iams = [...(await this.modes.nativeSources())];
    if (iams.length === 0) throw new Problem('oidcNotAvailable');
    return { iams };
  }

  @Get('status')
  @Public()
  getStatus(@Req() request: FastifyRequest): Partial<Schemas['Status']> {
    return pick(this.status.now(), fieldsOf(request));
  }
}
