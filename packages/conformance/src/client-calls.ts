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
  readonly oidcTokens: { readonly clientId: string; readonly id_token: string };
}

/** The method of the client for each operation. */
export const clientCalls: Readonly<Record<OperationId, (client: Client, inputs: CallInputs) => Promise<unknown>>> = {
  postLogin: (client, { account }) => client.login.standard(account),
  postLogout: (client) => client.logout(),
  getAuthToken: (client) => client.token(),
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
  getAuthModes: (client) => client.authModes(),
  getOidcNativeConfiguration: (client) => client.nativeOidc(),
  getStatus: (client) => client.status(),
  getProjects: (client) => client.projects.list(),
  getProject: (client, { project }) => client.projects.get(project.name),
};
