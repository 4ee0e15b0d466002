import type { Client } from '@mstr-rest/client';
import type { OperationId } from '@mstr-rest/protocol';
import type { Account, KnownProject } from './target.js';

/** What calls are made with. */
export interface CallInputs {
  readonly account: Account;
  readonly project: KnownProject;
  readonly privilege: { readonly id: string };
  readonly identityToken: string;
  readonly codeChallenge: string;
  readonly operator: Account;
  /** Id of a user, who is seen to and then removed. */
  readonly userId: string;
  /** Ids of sessions, to be ended by themselves and with others. */
  readonly connectionIds: readonly [string, string];
  readonly oidcTokens: { readonly clientId: string; readonly id_token: string };
}

/** The method of the client for each operation. */
export const clientCalls: Readonly<Record<OperationId, (client: Client, inputs: CallInputs) => Promise<unknown>>> = {
  postLogin: (client, { account }) => client.login.standard(account),
  postLogout: (client) => client.logout(),
  getAuthToken: (client) => client.token(),
  verifySession: (client) => client.sessions.verify(),
  getSession: (client) => client.sessions.get(),
  renewSession: (client) => client.sessions.renew(),
  getProjectSession: (client, { project }) => client.sessions.project(project.id),
  getUserInfo: (client) => client.sessions.userInfo(),
  getPrivileges: (client) => client.sessions.privileges(),
  getPrivilege: (client, { privilege }) => client.sessions.privilege(privilege.id),
  createIdentityToken: (client) => client.identityTokens.create(),
  getIdentityTokenInfo: (client, { identityToken }) => client.identityTokens.info(identityToken),
  createIdentityTokenForChallenge: (client, { codeChallenge }) =>
    client.identityTokens.createForChallenge(codeChallenge),
  postDelegate: (client, { identityToken }) => client.login.delegated({ identityToken }),
  postOidcToken: (client, { oidcTokens }) => client.login.oidcTokens(oidcTokens),
  createApiToken: (client) => client.apiTokens.create(),
  getApiTokens: (client) => client.apiTokens.list(),
  deleteApiTokens: (client) => client.apiTokens.revoke(),
  getUserConnections: (client) => client.connections.list(),
  deleteUserConnection: (client, { connectionIds }) => client.connections.end(connectionIds[0]),
  deleteUserConnections: (client, { connectionIds }) => client.connections.endAll([connectionIds[1]]),
  getUsers: (client) => client.users.list(),
  getUser: (client, { userId }) => client.users.get(userId),
  updatePartialUser: (client, { userId }) => client.users.change(userId, { description: 'For people.' }),
  deleteUser: (client, { userId }) => client.users.remove(userId),
  getAuthModes: (client) => client.authModes(),
  getLoginModes: (client) => client.loginModes.get(),
  setLoginModes: (client) => client.loginModes.set({ availableModes: [1, 8], defaultMode: 1 }),
  getLoginModesAsOperator: (client, { operator }) => client.loginModes.get({ operator }),
  setLoginModesAsOperator: (client, { operator }) =>
    client.loginModes.set({ availableModes: [1, 8], defaultMode: 1 }, { operator }),
  getOidcNativeConfiguration: (client) => client.nativeOidc(),
  getStatus: (client) => client.status(),
  getProjects: (client) => client.projects.list(),
  getProject: (client, { project }) => client.projects.get(project.name),
};
