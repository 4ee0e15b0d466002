import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { VerifiedUser } from '../gateway/index.js';

/** What the guard leaves on a request. `user` is where other guards, such as those for roles, look for it. */
export interface GuardedRequest {
  user?: VerifiedUser;
  sessionId?: string;
}

export const publicKey = 'mstr-rest:public';

/** Opens a controller, or one method, to callers without a session. */
export const Public = () => SetMetadata(publicKey, true);

const requestOf = (context: ExecutionContext) => context.switchToHttp().getRequest<GuardedRequest>();

/** The user of the session: a `VerifiedUser`, or undefined where the route is public. */
export const SessionUser = createParamDecorator((_data: unknown, context: ExecutionContext) => requestOf(context).user);

/** Public id of the session, or undefined where the route is public. */
export const SessionId = createParamDecorator(
  (_data: unknown, context: ExecutionContext) => requestOf(context).sessionId,
);
