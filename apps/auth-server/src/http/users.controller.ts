import { hash } from 'node:crypto';
import { Controller, Delete, Get, Patch, Req, Res } from '@nestjs/common';
import {
  headers,
  parsePathUserId,
  parseUserChanges,
  parseUserQuery,
  wellKnownIds,
  type components,
} from '@mstr-rest/protocol';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Account } from '../admin/account.js';
import { UserAdministration } from '../admin/user-administration.js';
import { callerOf } from './caller.js';
import { fieldsOf, pick, valueOf } from './parsed.js';
import { wireDate } from './wire-date.js';

type UserOnWire = components['schemas']['User'];
type OfUser = FastifyRequest<{ Params: { id: string } }>;

/** The accounts of users. Source: docs/protocol section 3.16. */
@Controller('api/users')
export class UsersController {
  constructor(private readonly users: UserAdministration) {}

  @Get()
  async getUsers(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Partial<UserOnWire>[]> {
    const fields = fieldsOf(request);
    const { abbreviationBegins, ...query } = valueOf(parseUserQuery(request.query as Record<string, unknown>)); // Fastify's parser makes an object
    const wanted = { ...query, loginNameBegins: abbreviationBegins };
    const { accounts, total } = await this.users.list(callerOf(request), wanted);
    void reply.header(headers.totalCount, String(total));
    return accounts.map((account) => pick(describe(account), fields));
  }

  @Get(':id')
  async getUser(@Req() request: OfUser): Promise<Partial<UserOnWire>> {
    const fields = fieldsOf(request);
    return pick(describe(await this.users.get(callerOf(request), idOf(request))), fields);
  }

  @Patch(':id')
  async updatePartialUser(@Req() request: OfUser): Promise<Partial<UserOnWire>> {
    const fields = fieldsOf(request);
    const changes = valueOf(parseUserChanges(request.body));
    return pick(describe(await this.users.change(callerOf(request), idOf(request), changes)), fields);
  }

  @Delete(':id')
  async deleteUser(@Req() request: OfUser, @Res() reply: FastifyReply): Promise<void> {
    await this.users.remove(callerOf(request), idOf(request));
    void reply.code(204).send();
  }
}

function idOf({ params }: OfUser): string {
  return valueOf(parsePathUserId(params.id));
}

const owner = { name: 'Administrator', id: wellKnownIds.administrator };

function describe(account: Account): UserOnWire {
  const { id, fullName, loginName, initials, description, email, createdAt, modifiedAt } = account;
  const { enabled, standardAuth, passwordModifiable, requireNewPassword, locked } = account;
  const { passwordExpiresAt, lockedUntil } = account;
  return {
    id,
    name: fullName,
    abbreviation: loginName,
    username: loginName,
    fullName,
    initials,
    description,
    email,
    enabled,
    standardAuth,
    passwordModifiable,
    requireNewPassword,
    ...(passwordExpiresAt === undefined ? {} : { passwordExpirationDate: wireDate(passwordExpiresAt) }),
    locked,
    ...(lockedUntil === undefined ? {} : { lockedUntil: wireDate(lockedUntil) }),
    type: 34,
    subtype: 8704,
    extType: 0,
    acg: 255,
    version: hash('sha256', `${id} ${modifiedAt}`).slice(0, 32).toUpperCase(),
    iconPath: '',
    owner,
    dateCreated: wireDate(createdAt),
    dateModified: wireDate(modifiedAt),
  };
}
