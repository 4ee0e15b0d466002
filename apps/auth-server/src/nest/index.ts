/** Lets a NestJS application in by the sessions of the server beside it: docs/gateway.md. */
export { Public, SessionId, SessionUser, type GuardedRequest } from './decorators.js';
export { SessionGuard } from './session-guard.js';
export { SessionModule, type AsyncSessionModuleOptions, type SessionModuleOptions } from './session-module.js';
export type { VerifierOptions, VerifiedUser } from '../gateway/index.js';
