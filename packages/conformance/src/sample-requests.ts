import type { OperationId } from '@mstr-rest/protocol';
import type { RequestFacts } from './exchange.js';

/** The pair of RFC 7636, appendix B. */
export const rfc7636 = {
  verifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
  challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
} as const;

/** A body of JSON. */
export function json(text: string): { readonly type: string; readonly text: string } {
  return { type: 'application/json', text };
}

/** A body of a form. */
export function form(text: string): { readonly type: string; readonly text: string } {
  return { type: 'application/x-www-form-urlencoded', text };
}

export const standardLogin = json('{"loginMode":1,"username":"{{user.username}}","password":"{{user.password}}"}');

/** The operator's credential, by HTTP Basic. */
export const asOperator = { Authorization: '{{operator.authorization}}' } as const;
/** Of no user and of no session. */
const noId = '00000000000000000000000000000000';

/** A right request to each operation, as far as it can be one without a session. */
export const sampleRequests: Readonly<Record<OperationId, RequestFacts>> = {
  postLogin: { body: standardLogin },
  postLogout: {},
  getAuthToken: {},
  verifySession: {},
  getSession: {},
  renewSession: {},
  getProjectSession: { headers: { 'X-MSTR-ProjectID': '{{project.id}}' } },
  getUserInfo: {},
  getPrivileges: {},
  getPrivilege: { path: { id: '{{privilege.id}}' } },
  createIdentityToken: {},
  getIdentityTokenInfo: { headers: { 'X-MSTR-IdentityToken': 'not.an.identity-token' } },
  createIdentityTokenForChallenge: {
    body: json(`{"codeChallenge":"${rfc7636.challenge}","codeChallengeMethod":"S256"}`),
  },
  postDelegate: { body: json('{"loginMode":-1,"identityToken":"not.an.identity-token"}') },
  postOidcToken: { query: 'clientId=a-client', body: json('{"id_token":"not.an.id-token"}') },
  createApiToken: {},
  getApiTokens: {},
  deleteApiTokens: {},
  getUserConnections: {},
  deleteUserConnection: { path: { id: noId } },
  deleteUserConnections: { body: json(`{"userConnectionIds":["${noId}"]}`) },
  getUsers: {},
  getUser: { path: { id: noId } },
  updatePartialUser: {
    path: { id: noId },
    body: json('{"operationList":[{"op":"replace","path":"/description","value":"For people."}]}'),
  },
  deleteUser: { path: { id: noId } },
  getAuthModes: {},
  getLoginModes: {},
  setLoginModes: { body: json('{"availableModes":[1,8],"defaultMode":1}') },
  getLoginModesAsOperator: { headers: asOperator },
  setLoginModesAsOperator: { headers: asOperator, body: json('{"availableModes":[1,8],"defaultMode":1}') },
  getOidcNativeConfiguration: {},
  getStatus: {},
  getProjects: {},
  getProject: { path: { idOrName: '{{project.id}}' } },
};
