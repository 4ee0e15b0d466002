import type { Access, OperationId } from '@mstr-rest/protocol';

/** An operation by its name in the OpenAPI document, or for {@link Client.call} by method and path: `GET /datasets`. */
export type OperationName = OperationId | `${string} /${string}`;

/** What the road of a call has to know of an operation. */
export interface OperationFacts {
  /** The one status of success; where it is not known, any that says so. */
  readonly success?: 200 | 201 | 204;
  /** The status of a success of which the answer says what failed. */
  readonly partial?: 207;
  /** The JSON value that a success carries; without it the answer has no body. */
  readonly json?: 'object' | 'list';
  /** Does it go by a session? Then the token is sent, and 401 ERR009 means that the session is over. */
  readonly access: Access;
  /** Does it take the id of a project? */
  readonly project?: true;
  /** The header with what its success is about. The token is that of a session to work in from then on. */
  readonly brings?: 'X-MSTR-AuthToken' | 'X-MSTR-IdentityToken';
}

const inSession = { access: 'session', project: true } as const;
const opening = { success: 204, brings: 'X-MSTR-AuthToken' } as const;
const object = { success: 200, json: 'object' } as const;

/**
 * The operations of the OpenAPI document. Written down here because the whole table of the protocol would double the
 * weight of the client in a browser; a test compares the two. Methods and paths are in the calls, checked by their types.
 */
export const operations: Readonly<Record<OperationId, OperationFacts>> = {
  postLogin: { ...opening, access: 'public' },
  postLogout: { success: 204, access: 'token' },
  getAuthToken: { ...opening, access: 'cookie' },
  verifySession: { ...object, ...inSession },
  getSession: { ...object, ...inSession },
  renewSession: { success: 204, ...inSession },
  getProjectSession: { ...object, ...inSession },
  getUserInfo: { ...object, ...inSession },
  getPrivileges: { ...object, ...inSession },
  getPrivilege: { ...object, ...inSession },
  createIdentityToken: { success: 201, brings: 'X-MSTR-IdentityToken', ...inSession },
  getIdentityTokenInfo: { ...object, access: 'identity-token' },
  createIdentityTokenForChallenge: { success: 201, json: 'object', ...inSession },
  postDelegate: { ...opening, access: 'public' },
  postOidcToken: { ...opening, access: 'public' },
  createApiToken: { success: 201, json: 'object', ...inSession },
  getApiTokens: { success: 200, json: 'list', ...inSession },
  deleteApiTokens: { success: 204, ...inSession },
  getUserConnections: { ...object, ...inSession },
  deleteUserConnection: { success: 204, ...inSession },
  deleteUserConnections: { ...object, partial: 207, ...inSession },
  getUsers: { success: 200, json: 'list', ...inSession },
  getUser: { ...object, ...inSession },
  updatePartialUser: { ...object, ...inSession },
  deleteUser: { success: 204, ...inSession },
  getAuthModes: { ...object, access: 'public' },
  getLoginModes: { ...object, ...inSession },
  setLoginModes: { success: 204, ...inSession },
  getLoginModesAsOperator: { ...object, access: 'operator' },
  setLoginModesAsOperator: { success: 204, access: 'operator' },
  getOidcNativeConfiguration: { ...object, access: 'public' },
  getStatus: { ...object, access: 'public' },
  getProjects: { success: 200, json: 'list', ...inSession },
  getProject: { ...object, ...inSession },
};

/** Any operation that is not in the document goes by the session. */
const other: OperationFacts = inSession;

/** What is known of an operation. */
export function factsOf(operation: OperationName): OperationFacts {
  // A name with a method and a path is no key of the table.
  return (operations as Readonly<Record<string, OperationFacts>>)[operation] ?? other;
}

/** Does a success of this operation open, or take over, a session? */
export function opensSession(operation: OperationName): boolean {
  return factsOf(operation).brings === 'X-MSTR-AuthToken';
}

/** Does it open one of its own? Not a delegated login: logging out of its session would end that of somebody else. */
export function opensNewSession(operation: OperationName): boolean {
  return operation === 'postLogin' || operation === 'postOidcToken';
}
