/** What exchanges and stories change at a server, so that the others can be run at any. Derived from the operations that they use. */
import type { OperationId } from '@mstr-rest/protocol';
import type { CallStep, Step } from './story.js';

/** Of each operation, what it changes beside the sessions of who calls it; null: nothing. */
const changeBy: Readonly<Record<OperationId, string | null>> = {
  postLogin: null,
  postLogout: null,
  getAuthToken: null,
  getSession: null,
  renewSession: null,
  getProjectSession: null,
  getUserInfo: null,
  getPrivileges: null,
  getPrivilege: null,
  createIdentityToken: null,
  getIdentityTokenInfo: null,
  createIdentityTokenForChallenge: null,
  postDelegate: null,
  postOidcToken: null,
  createApiToken: 'makes an API token, in the place of the one that the user had',
  getApiTokens: null,
  deleteApiTokens: 'revokes the API token of a user',
  getUserConnections: null,
  deleteUserConnection: 'ends a session of a user',
  deleteUserConnections: 'ends sessions of users',
  getUsers: null,
  getUser: null,
  updatePartialUser: 'changes an account',
  deleteUser: 'removes an account',
  getAuthModes: null,
  getLoginModes: null,
  setLoginModes: 'switches login modes',
  getLoginModesAsOperator: null,
  setLoginModesAsOperator: 'switches login modes',
  getOidcNativeConfiguration: null,
  getStatus: null,
  getProjects: null,
  getProject: null,
};

/** Operations at which a wrong proof is counted, and too many of them close the account. */
const judges: ReadonlySet<OperationId> = new Set([
  'postLogin',
  'postOidcToken',
  'getLoginModesAsOperator',
  'setLoginModesAsOperator',
]);
const refusals: ReadonlySet<number> = new Set([401, 403, 429]);
/** One that is empty, or null, is none. */
const newPassword = /"newPassword"\s*:\s*"[^"]|\bnewPassword=[^&]/;
const harmless: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * What these steps change at a server that outlives the sessions which they open and end, each in words and once; empty for steps
 * that any server can stand. What should be refused counts as if it were done: whether it is refused is the question.
 */
export function changesOf(steps: readonly Step[]): readonly string[] {
  return [...new Set(steps.flatMap((step) => ('operation' in step ? changesOfCall(step) : [])))];
}

function changesOfCall({ operation, request = {}, expect }: CallStep): readonly string[] {
  const [method = ''] = request.line?.split(' ') ?? [];
  if (operation === null) return harmless.has(method) ? [] : [`sends ${method} to an address that should not exist`];
  if (operation === 'preflight') return [];
  const change = changeBy[operation];
  const failing = judges.has(operation) && refusals.has(expect.status);
  return [
    ...(change === null ? [] : [change]),
    ...(newPassword.test(request.body?.text ?? '') ? ['changes a password'] : []),
    ...(failing ? ['fails to log in, which may lock an account'] : []),
  ];
}
