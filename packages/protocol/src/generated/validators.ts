// Generated from spec/openapi.yaml by npm run generate. Do not edit.
import type { OperationId } from './operations.js';
import * as code from './validators-code.js';
import type { Validator } from './validators-code.js';

export type { ValidationError, Validator } from './validators-code.js';

/** The name of an operation that takes a body. */
export type OperationIdWithBody =
  | 'postLogin'
  | 'createIdentityTokenForChallenge'
  | 'postOidcToken'
  | 'postDelegate'
  | 'createApiToken'
  | 'deleteUserConnections'
  | 'updatePartialUser'
  | 'setLoginModes'
  | 'setLoginModesAsOperator';

/** The name of a schema among the document's components. */
export type SchemaName =
  | 'LenientInteger'
  | 'LenientBoolean'
  | 'ObjectId'
  | 'Timestamp'
  | 'LoginRequest'
  | 'Locale'
  | 'DelegateRequest'
  | 'OidcTokens'
  | 'ChallengeRequest'
  | 'Session'
  | 'UserInfo'
  | 'VerifiedSession'
  | 'Privileges'
  | 'Privilege'
  | 'ProjectPrivilege'
  | 'IdentityTokenInfo'
  | 'IdentityToken'
  | 'ApiTokenRequest'
  | 'ApiToken'
  | 'ApiTokenInfo'
  | 'LoginModesRequest'
  | 'LoginModes'
  | 'UserConnections'
  | 'UserConnection'
  | 'ConnectionId'
  | 'UserConnectionIds'
  | 'UserConnectionsEnded'
  | 'User'
  | 'UserOperations'
  | 'UserOperation'
  | 'AuthModes'
  | 'OidcNativeConfiguration'
  | 'OidcNativeProvider'
  | 'Status'
  | 'Version'
  | 'Project'
  | 'Owner'
  | 'Error';

/** The validator of each request body. */
export const requestValidators: Readonly<Record<OperationIdWithBody, Validator>> = {
  postLogin: code.validateLoginRequest,
  createIdentityTokenForChallenge: code.validateChallengeRequest,
  postOidcToken: code.validateOidcTokens,
  postDelegate: code.validateDelegateRequest,
  createApiToken: code.validateApiTokenRequest,
  deleteUserConnections: code.validateUserConnectionIds,
  updatePartialUser: code.validateUserOperations,
  setLoginModes: code.validateLoginModesRequest,
  setLoginModesAsOperator: code.validateLoginModesRequest,
};

/** The validators of JSON answers, by operation and HTTP status; a declared status without one has no body. */
export const responseValidators: Readonly<Record<OperationId, Readonly<Partial<Record<number, Validator>>>>> = {
  postLogin: {
    400: code.validateError,
    401: code.validateError,
    403: code.validateError,
    408: code.validateError,
    413: code.validateError,
    414: code.validateError,
    415: code.validateError,
    429: code.validateError,
    431: code.validateError,
    500: code.validateError,
    503: code.validateError,
  },
  postLogout: {
    400: code.validateError,
    401: code.validateError,
    403: code.validateError,
    408: code.validateError,
    413: code.validateError,
    414: code.validateError,
    415: code.validateError,
    431: code.validateError,
    503: code.validateError,
  },
  getAuthToken: {
    400: code.validateError,
    401: code.validateError,
    403: code.validateError,
    408: code.validateError,
    414: code.validateError,
    431: code.validateError,
    503: code.validateError,
  },
  verifySession: {
    200: code.validateVerifiedSession,
    400: code.validateError,
    401: code.validateError,
    403: code.validateError,
    404: code.validateError,
    408: code.validateError,
    414: code.validateError,
    431: code.validateError,
    500: code.validateError,
    503: code.validateError,
  },
  getSession: {
    200: code.validateSession,
    400: code.validateError,
    401: code.validateError,
    403: code.validateError,
    404: code.validateError,
    408: code.validateError,
    414: code.validateError,
    431: code.validateError,
    500: code.validateError,
    503: code.validateError,
  },
  renewSession: {
    400: code.validateError,
    401: code.validateError,
    403: code.validateError,
    404: code.validateError,
    408: code.validateError,
    413: code.validateError,
    414: code.validateError,
    415: code.validateError,
    431: code.validateError,
    500: code.validateError,
    503: code.validateError,
  },
  getProjectSession: {
    200: code.validateSession,
    400: code.validateError,
    401: code.validateError,
    403: code.validateError,
    404: code.validateError,
    408: code.validateError,
    414: code.validateError,
    431: code.validateError,
    500: code.validateError,
    503: code.validateError,
  },
  getUserInfo: {
    200: code.validateUserInfo,
    400: code.validateError,
    401: code.validateError,
    403: code.validateError,
    404: code.validateError,
    408: code.validateError,
    414: code.validateError,
    431: code.validateError,
    500: code.validateError,
    503: code.validateError,
  },
  getPrivileges: {
    200: code.validatePrivileges,
    400: code.validateError,
    401: code.validateError,
    403: code.validateError,
    404: code.validateError,
    408: code.validateError,
    414: code.validateError,
    431: code.validateError,
    500: code.validateError,
    503: code.validateError,
  },
  getPrivilege: {
    200: code.validatePrivilege,
    400: code.validateError,
    401: code.validateError,
    403: code.validateError,
    404: code.validateError,
    408: code.validateError,
    414: code.validateError,
    431: code.validateError,
    500: code.validateError,
    503: code.validateError,
  },
  createIdentityToken: {
    400: code.validateError,
    401: code.validateError,
    403: code.validateError,
    404: code.validateError,
    408: code.validateError,
    413: code.validateError,
    414: code.validateError,
    415: code.validateError,
    431: code.validateError,
    500: code.validateError,
    503: code.validateError,
  },
  getIdentityTokenInfo: {
    200: code.validateIdentityTokenInfo,
    400: code.validateError,
    401: code.validateError,
    403: code.validateError,
    408: code.validateError,
    414: code.validateError,
    431: code.validateError,
    503: code.validateError,
  },
  createIdentityTokenForChallenge: {
    201: code.validateIdentityToken,
    400: code.validateError,
    401: code.validateError,
    403: code.validateError,
    404: code.validateError,
    408: code.validateError,
    413: code.validateError,
    414: code.validateError,
    415: code.validateError,
    431: code.validateError,
    500: code.validateError,
    503: code.validateError,
  },
  postOidcToken: {
    400: code.validateError,
    401: code.validateError,
    403: code.validateError,
    408: code.validateError,
    413: code.validateError,
    414: code.validateError,
    415: code.validateError,
    431: code.validateError,
    500: code.validateError,
    503: code.validateError,
  },
  postDelegate: {
    400: code.validateError,
    401: code.validateError,
    403: code.validateError,
    408: code.validateError,
    413: code.validateError,
    414: code.validateError,
    415: code.validateError,
    431: code.validateError,
    503: code.validateError,
  },
  createApiToken: {
    201: code.validateApiToken,
    400: code.validateError,
    401: code.validateError,
    403: code.validateError,
    404: code.validateError,
    408: code.validateError,
    413: code.validateError,
    414: code.validateError,
    415: code.validateError,
    431: code.validateError,
    500: code.validateError,
    503: code.validateError,
  },
  getApiTokens: {
    200: code.validateGetApiTokens200,
    400: code.validateError,
    401: code.validateError,
    403: code.validateError,
    404: code.validateError,
    408: code.validateError,
    414: code.validateError,
    431: code.validateError,
    500: code.validateError,
    503: code.validateError,
  },
  deleteApiTokens: {
    400: code.validateError,
    401: code.validateError,
    403: code.validateError,
    404: code.validateError,
    408: code.validateError,
    413: code.validateError,
    414: code.validateError,
    415: code.validateError,
    431: code.validateError,
    500: code.validateError,
    503: code.validateError,
  },
  getUserConnections: {
    200: code.validateUserConnections,
    400: code.validateError,
    401: code.validateError,
    403: code.validateError,
    404: code.validateError,
    408: code.validateError,
    414: code.validateError,
    431: code.validateError,
    500: code.validateError,
    503: code.validateError,
  },
  deleteUserConnection: {
    400: code.validateError,
    401: code.validateError,
    403: code.validateError,
    404: code.validateError,
    408: code.validateError,
    413: code.validateError,
    414: code.validateError,
    415: code.validateError,
    431: code.validateError,
    500: code.validateError,
    503: code.validateError,
  },
  deleteUserConnections: {
    200: code.validateUserConnectionsEnded,
    207: code.validateUserConnectionsEnded,
    400: code.validateError,
    401: code.validateError,
    403: code.validateError,
    404: code.validateError,
    408: code.validateError,
    413: code.validateError,
    414: code.validateError,
    415: code.validateError,
    431: code.validateError,
    500: code.validateError,
    503: code.validateError,
  },
  getUsers: {
    200: code.validateGetUsers200,
    400: code.validateError,
    401: code.validateError,
    403: code.validateError,
    404: code.validateError,
    408: code.validateError,
    414: code.validateError,
    431: code.validateError,
    500: code.validateError,
    503: code.validateError,
  },
  getUser: {
    200: code.validateUser,
    400: code.validateError,
    401: code.validateError,
    403: code.validateError,
    404: code.validateError,
    408: code.validateError,
    414: code.validateError,
    431: code.validateError,
    500: code.validateError,
    503: code.validateError,
  },
  updatePartialUser: {
    200: code.validateUser,
    400: code.validateError,
    401: code.validateError,
    403: code.validateError,
    404: code.validateError,
    408: code.validateError,
    413: code.validateError,
    414: code.validateError,
    415: code.validateError,
    431: code.validateError,
    500: code.validateError,
    503: code.validateError,
  },
  deleteUser: {
    400: code.validateError,
    401: code.validateError,
    403: code.validateError,
    404: code.validateError,
    408: code.validateError,
    413: code.validateError,
    414: code.validateError,
    415: code.validateError,
    431: code.validateError,
    500: code.validateError,
    503: code.validateError,
  },
  getAuthModes: {
    200: code.validateAuthModes,
    400: code.validateError,
    403: code.validateError,
    408: code.validateError,
    414: code.validateError,
    431: code.validateError,
    503: code.validateError,
  },
  getLoginModes: {
    200: code.validateLoginModes,
    400: code.validateError,
    401: code.validateError,
    403: code.validateError,
    404: code.validateError,
    408: code.validateError,
    414: code.validateError,
    431: code.validateError,
    500: code.validateError,
    503: code.validateError,
  },
  setLoginModes: {
    400: code.validateError,
    401: code.validateError,
    403: code.validateError,
    404: code.validateError,
    408: code.validateError,
    413: code.validateError,
    414: code.validateError,
    415: code.validateError,
    431: code.validateError,
    500: code.validateError,
    503: code.validateError,
  },
  getLoginModesAsOperator: {
    200: code.validateLoginModes,
    400: code.validateError,
    401: code.validateError,
    403: code.validateError,
    404: code.validateError,
    408: code.validateError,
    414: code.validateError,
    429: code.validateError,
    431: code.validateError,
    503: code.validateError,
  },
  setLoginModesAsOperator: {
    400: code.validateError,
    401: code.validateError,
    403: code.validateError,
    404: code.validateError,
    408: code.validateError,
    413: code.validateError,
    414: code.validateError,
    415: code.validateError,
    429: code.validateError,
    431: code.validateError,
    503: code.validateError,
  },
  getOidcNativeConfiguration: {
    200: code.validateOidcNativeConfiguration,
    400: code.validateError,
    403: code.validateError,
    404: code.validateError,
    408: code.validateError,
    414: code.validateError,
    431: code.validateError,
  },
  getStatus: {
    200: code.validateStatus,
    400: code.validateError,
    403: code.validateError,
    408: code.validateError,
    414: code.validateError,
    431: code.validateError,
  },
  getProjects: {
    200: code.validateGetProjects200,
    400: code.validateError,
    401: code.validateError,
    403: code.validateError,
    404: code.validateError,
    408: code.validateError,
    414: code.validateError,
    431: code.validateError,
    500: code.validateError,
    503: code.validateError,
  },
  getProject: {
    200: code.validateProject,
    400: code.validateError,
    401: code.validateError,
    403: code.validateError,
    404: code.validateError,
    408: code.validateError,
    414: code.validateError,
    431: code.validateError,
    500: code.validateError,
    503: code.validateError,
  },
};

/** A validator for each component schema. */
export const schemaValidators: Readonly<Record<SchemaName, Validator>> = {
  LenientInteger: code.validateLenientInteger,
  LenientBoolean: code.validateLenientBoolean,
  ObjectId: code.validateObjectId,
  Timestamp: code.validateTimestamp,
  LoginRequest: code.validateLoginRequest,
  Locale: code.validateLocale,
  DelegateRequest: code.validateDelegateRequest,
  OidcTokens: code.validateOidcTokens,
  ChallengeRequest: code.validateChallengeRequest,
  Session: code.validateSession,
  UserInfo: code.validateUserInfo,
  VerifiedSession: code.validateVerifiedSession,
  Privileges: code.validatePrivileges,
  Privilege: code.validatePrivilege,
  ProjectPrivilege: code.validateProjectPrivilege,
  IdentityTokenInfo: code.validateIdentityTokenInfo,
  IdentityToken: code.validateIdentityToken,
  ApiTokenRequest: code.validateApiTokenRequest,
  ApiToken: code.validateApiToken,
  ApiTokenInfo: code.validateApiTokenInfo,
  LoginModesRequest: code.validateLoginModesRequest,
  LoginModes: code.validateLoginModes,
  UserConnections: code.validateUserConnections,
  UserConnection: code.validateUserConnection,
  ConnectionId: code.validateConnectionId,
  UserConnectionIds: code.validateUserConnectionIds,
  UserConnectionsEnded: code.validateUserConnectionsEnded,
  User: code.validateUser,
  UserOperations: code.validateUserOperations,
  UserOperation: code.validateUserOperation,
  AuthModes: code.validateAuthModes,
  OidcNativeConfiguration: code.validateOidcNativeConfiguration,
  OidcNativeProvider: code.validateOidcNativeProvider,
  Status: code.validateStatus,
  Version: code.validateVersion,
  Project: code.validateProject,
  Owner: code.validateOwner,
  Error: code.validateError,
};
