import { Controller, Delete, Get, Post, Req, Res } from '@nestjs/common';
import { parseApiTokenRequest, parseUserId, type components } from '@mstr-rest/protocol';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiTokenRequests, type Caller } from '../api-tokens/api-token-requests.js';
import { fieldsOf, pick, valueOf } from './parsed.js';
import { clientAddressOf } from './client-address.js';
import { sessionOf } from './session-hook.js';
import { wireDate } from './wire-date.js';

type ApiTokenOnWire = components['schemas']['ApiToken'];
type ApiTokenInfoOnWire = components['schemas']['ApiTokenInfo'];

/** API tokens, of the caller or, for an administrator, of another user. Source: docs/protocol section 3.8. */
@Controller('api/auth/apiTokens')
export class ApiTokensController {
  constructor(private readonly apiTokens: ApiTokenRequests) {}

  @Post()
  async createApiToken(@Req() request: FastifyRequest): Promise<Partial<ApiTokenOnWire>> {
    const fields = fieldsOf(request);
    const wanted = valueOf(parseApiTokenRequest(request.body));
    const { apiToken, createdAt, expiresAt } = await this.apiTokens.create(callerOf(request), wanted);
    return pick({ apiToken, createTime: wireDate(createdAt), expireTime: wireDate(expiresAt) }, fields);
  }

  @Get()
  async getApiTokens(@Req() request: FastifyRequest): Promise<Partial<ApiTokenInfoOnWire>[]> {
    const fields = fieldsOf(request);
    const found = await this.apiTokens.list(callerOf(request), userIdOf(request));
    return found.map(({ createdAt, expiresAt, lastUsedAt }) => {
      const times = { createTime: wireDate(createdAt), expireTime: wireDate(expiresAt) };
      return pick(lastUsedAt === undefined ? times : { ...times, lastUsedTime: wireDate(lastUsedAt) }, fields);
    });
  }

  @Delete()
  async deleteApiTokens(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.apiTokens.revoke(callerOf(request), userIdOf(request));
    void reply.code(204).send();
  }
}

function callerOf(request: FastifyRequest): Caller {
  return { session: sessionOf(request).engine, ip: clientAddressOf(request) };
}

/** @throws Problem inputInvalid */
function userIdOf(request: FastifyRequest): string | undefined {
  return valueOf(parseUserId((request.query as Record<string, unknown>)['userId'])); // Fastify's parser makes an object
}
