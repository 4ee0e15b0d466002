import { operationTable, type OperationFacts, type OperationId } from '@mstr-rest/protocol';
import { startCannedServer, type CannedAnswer } from '../test/canned-server.js';
import { createClient, type Client, type RequestView } from './index.js';
import { operations } from './operations.js';

const operator = { username: 'operator', password: 'likes long passwords' };
const table = Object.values<OperationFacts>(operationTable);

describe('the operations', () => {
  it.each(table)('say of $operationId what the document says', (facts) => {
    const { success, partial, json, access, project, brings } = operations[facts.operationId as OperationId];
    const declared = facts.statuses.filter(({ status }) => status < 400);
    expect({ access, project: project ?? false }).toEqual({
      access: facts.access,
      project: facts.projectHeader !== 'none',
    });
    const successes = [success, partial].filter((status) => status !== undefined);
    expect(declared).toEqual(
      successes.map((status) => expect.objectContaining({ status, hasBody: json !== undefined }) as object),
    );
    if (brings) expect(declared[0]?.headers).toContain(brings);
    expect(declared[0]?.headers.includes('X-MSTR-AuthToken')).toBe(brings === 'X-MSTR-AuthToken');
  });

  const calls: Record<OperationId, (client: Client) => Promise<unknown>> = {
    postLogin: (client) => client.login.anonymous(),
    postLogout: (client) => client.logout(),
    getAuthToken: (client) => client.token(),
    verifySession: (client) => client.sessions.verify(),
    getSession: (client) => client.sessions.get(),
    renewSession: (client) => client.sessions.renew(),
    getProjectSession: (client) => client.sessions.project('9B2C1E7A4D5F4A0E8C3B6D7F2A1E0C94'),
    getUserInfo: (client) => client.sessions.userInfo(),
    getPrivileges: (client) => client.sessions.privileges(),
    getPrivilege: (client) => client.sessions.privilege('316'),
    createIdentityToken: (client) => client.identityTokens.create(),
    getIdentityTokenInfo: (client) => client.identityTokens.info('an.identity.token'),
    createIdentityTokenForChallenge: (client) => client.identityTokens.createForChallenge('a-challenge'),
    postDelegate: (client) => client.login.delegated({ identityToken: 'an.identity.token' }),
    postOidcToken: (client) => client.login.oidcTokens({ clientId: 'a-client', id_token: 'an.id.token' }),
    createApiToken: (client) => client.apiTokens.create(),
    getApiTokens: (client) => client.apiTokens.list(),
    deleteApiTokens: (client) => client.apiTokens.revoke(),
    getUserConnections: (client) => client.connections.list(),
    deleteUserConnection: (client) => client.connections.end('316'),
    deleteUserConnections: (client) => client.connections.endAll(['316']),
    getUsers: (client) => client.users.list(),
    getUser: (client) => client.users.get('316'),
    updatePartialUser: (client) => client.users.change('316', { enabled: true }),
    deleteUser: (client) => client.users.remove('316'),
    getAuthModes: (client) => client.authModes(),
    getLoginModes: (client) => client.loginModes.get(),
    setLoginModes: (client) => client.loginModes.set({ availableModes: [1] }),
    getLoginModesAsOperator: (client) => client.loginModes.get({ operator }),
    setLoginModesAsOperator: (client) => client.loginModes.set({ availableModes: [1] }, { operator }),
    getOidcNativeConfiguration: (client) => client.nativeOidc(),
    getStatus: (client) => client.status(),
    getProjects: (client) => client.projects.list(),
    getProject: (client) => client.projects.get('Sales Demo'),
  };

  it.each(table)(
    'have one method for $operationId, which asks for it by its name and takes its success',
    async (facts) => {
      const id = facts.operationId as OperationId;
      await using server = await startCannedServer(() => success(id));
      const named: string[] = [];
      const hooks = { onRequest: (view: RequestView) => named.push(view.operation) };
      await calls[id](createClient({ baseUrl: server.url, hooks }));
      expect(named).toEqual([id]);
      const filled = facts.path.replace('{id}', '316').replace('{idOrName}', 'Sales%20Demo');
      const asked = server.requests.map(({ method, path }) => ({ method, path: path.split('?', 1)[0] }));
      expect(asked).toEqual([{ method: facts.method, path: `/Lib/api${filled}` }]);
    },
  );
});

function success(id: OperationId): CannedAnswer {
  const { success: status = 200, json, brings } = operations[id];
  const body = json === undefined ? {} : { body: json === 'list' ? [] : {} };
  return { status, ...body, headers: brings ? { [brings]: 'a-token' } : {} };
}
