/** The client against the document's own answers: sends what is allowed, returns or throws what the answer says. */
import { createClient, UnexpectedAnswerError, WireError, type Client } from '@mstr-rest/client';
import {
  errorCatalogue,
  operationTable,
  type ErrorKind,
  type OperationFacts,
  type OperationId,
} from '@mstr-rest/protocol';
import { clientCalls, documentedAnswers, documentedSuccess, playable, Replay, rfc7636 } from '../src/index.js';
import type { CallInputs, DocumentedAnswer, PlayedAnswer } from '../src/index.js';

const baseUrl = 'http://127.0.0.1:8080/MicroStrategyLibrary';
const inputs: CallInputs = {
  account: { username: 'mlind', password: 'correct horse battery staple' },
  project: { id: '9B2C1E7A4D5F4A0E8C3B6D7F2A1E0C94', name: 'Sales Demo' },
  privilege: { id: '316' },
  identityToken: 'Zm9yLWV4YW1wbGUtb25seQ.4Jw0mVh1cT9yq2Lr7sXbN8uKpE5aDfGz',
  codeChallenge: rfc7636.challenge,
  operator: { username: 'operator', password: 'likes long passwords' },
  userId: '7FC05A65473CE2FD845CE6A1D3F13233',
  connectionIds: ['3f6c1d0e9b8a47255e4d3c2b1a0f9e8d', '7a6b5c4d3e2f10918273645546372819'],
  oidcTokens: { clientId: 'a-client', id_token: 'eyJhbGciOiJSUzI1NiJ9.e30.c2lnbmF0dXJl' },
};
const operations: readonly OperationFacts[] = Object.values(operationTable);

async function loggedIn(): Promise<{ client: Client; replay: Replay }> {
  const replay = new Replay(baseUrl);
  const client = createClient({ baseUrl, fetch: replay.fetch, retry: false }); // each answer is played once
  await client.login.standard(inputs.account);
  return { client, replay };
}

/** What a method returns when this success is played. */
function returned({ operation }: DocumentedAnswer, { headers, body }: PlayedAnswer): unknown {
  const totalCount = Number(headers['x-mstr-total-count']);
  if (operation === 'getProjects' || operation === 'getUsers') return { items: body, totalCount };
  const { userConnections, deleteUserConnectionsStatus } = Object(body) as Record<string, unknown>; // any object
  if (operation === 'getUserConnections') return { items: userConnections, totalCount };
  if (operation === 'deleteUserConnections') return deleteUserConnectionsStatus;
  if (operation === 'createIdentityToken') return { identityToken: headers['x-mstr-identitytoken'] };
  return body;
}

const failures = documentedAnswers
  .filter(({ status }) => status >= 400)
  .flatMap((answer) =>
    answer.examples.map(({ name, value }, index) => {
      const body = value as { code: string; message: string; ticketId: string; iServerCode?: number };
      return { ...answer, name, body, played: playable(answer, index) };
    }),
  );

describe('the client, played the answers of the document,', () => {
  it.each(operations)('has a method for $method $path that sends what the document allows', async (facts) => {
    const operation = facts.operationId as OperationId; // from the table
    const { client, replay } = await loggedIn();
    const played = playable(documentedSuccess(operation));
    expect(await clientCalls[operation](client, inputs)).toEqual(returned(documentedSuccess(operation), played));
    expect(replay.requests.at(-1)?.operation).toBe(operation);
    expect(replay.faults).toEqual([]);
  });

  it.each(failures)('makes the $status $name of $operation the error that it is', async (failure) => {
    const { operation, status, body, played } = failure;
    const { client, replay } = await loggedIn();
    replay.answer(operation, played);
    const error = await clientCalls[operation](client, inputs).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(WireError);
    const retryAfter = played.headers['retry-after'];
    expect(error).toMatchObject({
      operation,
      status,
      ...body,
      iServerCode: body.iServerCode,
      retryAfterSeconds: retryAfter === undefined ? undefined : Number(retryAfter),
    });
    const bySession = ['session', 'token', 'cookie'].includes(operationTable[operation].access);
    expect(client.loggedIn).toBe(!(bySession && body.code === 'ERR009'));
    expect(replay.faults).toEqual([]);
  });

  it.each(Object.keys(errorCatalogue) as ErrorKind[])(
    'knows the row %s of the catalogue by its answer',
    async (kind) => {
      const { code, status, message, retry, advice, iServerCode } = { iServerCode: undefined, ...errorCatalogue[kind] };
      const { client, replay } = await loggedIn();
      const operation = kind === 'identityTokenInvalid' ? 'postDelegate' : 'getSession';
      const body = { code, message, ticketId: '07c12ef604c54902a5f03d66a75992f4', iServerCode };
      replay.answer(operation, { status, headers: { 'content-type': 'application/json' }, body });
      const error = await clientCalls[operation](client, inputs).then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      expect(error).toBeInstanceOf(WireError);
      expect(error).toMatchObject({ kind, code, status, retry, advice });
    },
  );

  it.each(['ERR0014', 'ERR0017'])('reads %s, which some servers spell with four digits', async (code) => {
    const { client, replay } = await loggedIn();
    const body = { code, message: 'no', ticketId: '07c12ef604c54902a5f03d66a75992f4' };
    replay.answer('getSession', { status: 403, headers: { 'content-type': 'application/json' }, body });
    await expect(client.sessions.get()).rejects.toMatchObject({ code: code.replace('ERR00', 'ERR0') });
  });

  it.each(operations.filter(({ queryParameters }) => queryParameters.includes('fields')))(
    'asks $operationId for fields as the document says, where it offers them',
    async ({ operationId }) => {
      const { client, replay } = await loggedIn();
      await callWithFields(client, operationId as OperationId);
      expect(replay.faults).toEqual([]);
    },
  );

  it('sends the id of a project where the document takes one, and nowhere else', async () => {
    const replay = new Replay(baseUrl);
    const client = createClient({ baseUrl, fetch: replay.fetch, projectId: inputs.project.id, retry: false });
    await client.login.standard(inputs.account);
    for (const { operationId } of Object.values(operationTable)) {
      if (operationId !== 'postLogout') await clientCalls[operationId](client, inputs);
    }
    expect(replay.faults).toEqual([]);
    const withProject = replay.requests.filter(({ headers }) => 'x-mstr-projectid' in headers);
    expect(new Set(withProject.map(({ operation }) => operation))).toEqual(
      new Set(operations.filter(({ projectHeader }) => projectHeader !== 'none').map(({ operationId }) => operationId)),
    );
  });

  it('takes a success that the document does not declare for no success', async () => {
    const { client, replay } = await loggedIn();
    replay.answer('renewSession', { status: 200, headers: {}, body: undefined });
    await expect(client.sessions.renew()).rejects.toBeInstanceOf(UnexpectedAnswerError);
  });
});

/** Names each member of the answer. */
async function callWithFields(client: Client, operation: OperationId): Promise<unknown> {
  switch (operation) {
    case 'getSession':
      return client.sessions.get({ fields: ['id', 'fullName'] });
    case 'getProjectSession':
      return client.sessions.project(inputs.project.id, { fields: ['timeout', 'locale'] });
    case 'getUserInfo':
      return client.sessions.userInfo({ fields: ['username'] });
    case 'getPrivileges':
      return client.sessions.privileges({ fields: ['privileges'] });
    case 'getPrivilege':
      return client.sessions.privilege('316', { fields: ['name', 'projects'] });
    case 'getProjects':
      return client.projects.list({ fields: ['id', 'name'] });
    case 'getProject':
      return client.projects.get('Sales Demo', { fields: ['owner'] });
    case 'getApiTokens':
      return client.apiTokens.list({ fields: ['createTime', 'expireTime'] });
    case 'getUserConnections':
      return client.connections.list({ offset: 1, limit: 10 });
    case 'getUsers':
      return client.users.list({ fields: ['id', 'name'], nameBegins: 'M*', abbreviationBegins: 'm' });
    case 'getUser':
      return client.users.get(inputs.userId, { fields: ['enabled'] });
    case 'updatePartialUser':
      return client.users.change(inputs.userId, { locked: false }, { fields: ['locked'] });
    case 'getAuthModes':
      return client.authModes({ fields: ['modes'] });
    case 'getLoginModes':
      return client.loginModes.get({ fields: ['availableModes'] });
    case 'getLoginModesAsOperator':
      return client.loginModes.get({ fields: ['defaultMode'], operator: inputs.operator });
    case 'getStatus':
      return client.status({ fields: ['iServerVersion', 'webVersion'] });
    default:
      return clientCalls[operation](client, inputs); // answers without members to choose from
  }
}
