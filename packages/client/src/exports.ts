/** What both entries offer. */
export type { AnyWireError, ErrorCode, KindOf } from './errors/wire-error.js';
export { WireError } from './errors/wire-error.js';
export { UnexpectedAnswerError } from './errors/unexpected-answer-error.js';
export { ConnectionError } from './errors/connection-error.js';
export { BrowserLoginError, type BrowserLoginFailure } from './errors/browser-login-error.js';
export { TimeoutError, type DeadlineOwner, type DeadlinePhase } from './errors/timeout-error.js';
export { hasCode, isWireError, type CallError } from './errors/guards.js';
export { pkcePair, type PkcePair } from './pkce.js';
export type { ApiToken, ApiTokenInfo, ApiTokenRequest, ApiTokens, OfUser } from './api-tokens.js';
export type { AuthModes, OidcNativeConfiguration, Status } from './client.js';
export type { Clock } from './clock.js';
export type { Connection, Connections, EndedConnection } from './connections.js';
export type { CookieStorage } from './cookies.js';
export type { Fetch } from './fetch.js';
export type { ClientEvents, EndedLayer } from './keeping/client-events.js';
export type { SessionOptions } from './keeping/session-options.js';
export type { CallView, ErrorView, Hooks, RequestView, ResponseView, RetryView } from './hooks.js';
export type { IdentityToken, IdentityTokenInfo, IdentityTokens } from './identity-tokens.js';
export type {
  ApiTokenLogin,
  DelegatedLogin,
  KerberosLogin,
  Login,
  LoginRequest,
  LoginSettings,
  OidcTokensLogin,
  Provided,
  StandardLogin,
  TrustedLogin,
} from './login.js';
export type { AsOperator, LoginModes, LoginModesInfo, LoginModesRequest } from './login-modes.js';
export type { CallOptions, ClientOptions, FieldsOptions } from './options.js';
export type { List, PageOptions } from './lists.js';
export type { Project, Projects } from './projects.js';
export type { Privilege, Privileges, Session, Sessions, UserInfo, VerifiedSession } from './sessions.js';
export type { User, UserChanges, UserFilter, Users } from './users.js';
export type { OperationName } from './operations.js';
export type { Middleware } from './transport/middleware.js';
export type { OtherCall } from './transport/other-call.js';
export type { RetryOptions } from './transport/retry-options.js';
