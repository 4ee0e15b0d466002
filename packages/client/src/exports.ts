/** What both entries offer. */
export type { AnyWireError, ErrorCode, KindOf } from './errors/wire-error.js';
export { WireError } from './errors/wire-error.js';
export { UnexpectedAnswerError } from './errors/unexpected-answer-error.js';
export { ConnectionError } from './errors/connection-error.js';
export { TimeoutError, type DeadlineOwner } from './errors/timeout-error.js';
export { hasCode, isWireError, type CallError } from './errors/guards.js';
export { pkcePair, type PkcePair } from './pkce.js';
export type { ApiToken, ApiTokenInfo, ApiTokenRequest, ApiTokens, OfUser } from './api-tokens.js';
export type { AuthModes, Client, OidcNativeConfiguration, Status } from './client.js';
export type { Clock } from './clock.js';
export type { CookieStorage } from './cookies.js';
export type { Fetch } from './fetch.js';
export type { CallView, ErrorView, Hooks, RequestView, ResponseView } from './hooks.js';
export type { IdentityToken, IdentityTokenInfo, IdentityTokens } from './identity-tokens.js';
export type {
  ApiTokenLogin,
  DelegatedLogin,
  Login,
  LoginRequest,
  LoginSettings,
  OidcTokensLogin,
  Provided,
  StandardLogin,
} from './login.js';
export type { CallOptions, ClientOptions, FieldsOptions } from './options.js';
export type { List, Project, Projects } from './projects.js';
export type { Privilege, Privileges, Session, Sessions, UserInfo } from './sessions.js';
