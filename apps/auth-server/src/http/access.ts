import { RouteConfig } from '@nestjs/platform-fastify';
import type { Session } from '../sessions/session.js';

/**
 * What a route asks of its caller. A route that says nothing asks for a session.
 * `leaver`: the token, its cookie only if there is one (logging out). `public`: nothing, the route sees to it itself.
 */
export type Access = 'session' | 'leaver' | 'public';

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
    /** Is it for people? Its failures are then pages too. */
    isPage?: boolean;
    /** May pages of any site send here? Only where what they send proves itself. */
    crossSite?: true;
  }
  interface FastifyRequest {
    /** The caller's session; undefined on public routes. */
    session: Session | undefined;
  }
}

/** Opens a route to callers without a session. */
export const Public = () => RouteConfig({ access: 'public' satisfies Access });

/** Lets a caller in by the token alone. */
export const Leaver = () => RouteConfig({ access: 'leaver' satisfies Access });
