/** Answers that take special means to get: a slow sender, a large head, an outage, a flood of logins. */
import { operationTable, type OperationFacts, type OperationId } from '@mstr-rest/protocol';
import { Actors } from '../src/actors.js';
import { buildRequest } from '../src/build-request.js';
import { checkAnswer, json, sampleRequests, send, standardLogin, type Coverage, type RawAnswer } from '../src/index.js';
import { apiBaseOf, valuesOf } from '../src/target.js';
import { accounts, openTarget } from './open-target.js';
import { sendText } from './raw-socket.js';
import { SwitchedSettings } from './switched-settings.js';
import { SwitchedStore } from './switched-store.js';

const operations: readonly OperationFacts[] = Object.values(operationTable);

function note(coverage: Coverage, operation: string, answer: RawAnswer): void {
  const id = operation as OperationId; // from the table
  coverage.note(id, answer.status, checkAnswer(id, answer, false));
}

/** The first lines of a request to an operation, up to where its further headers would stand. */
function beginningOf({ method, path }: OperationFacts, baseUrl: string): string {
  const { pathname, host } = new URL(baseUrl);
  return `${method} ${pathname}/api${path.replace(/\{\w+\}/, 'x')} HTTP/1.1\r\nHost: ${host}\r\n`;
}

/** A head that never ends. */
export async function slowSenders(coverage: Coverage): Promise<void> {
  await using open = await openTarget({ server: { headersTimeoutSeconds: 1 } });
  const { target } = open;
  await Promise.all(
    operations.map(async (facts) =>
      note(coverage, facts.operationId, await sendText(target.baseUrl, beginningOf(facts, target.baseUrl))),
    ),
  );
}

/** A head that is larger than the server takes. */
export async function largeHeads(coverage: Coverage): Promise<void> {
  await using open = await openTarget();
  const { baseUrl } = open.target;
  for (const facts of operations) {
    const text = `${beginningOf(facts, baseUrl)}X-Filler: ${'a'.repeat(20_000)}\r\n\r\n`;
    note(coverage, facts.operationId, await sendText(baseUrl, text));
  }
}

/** Sessions live and identity tokens are good, and the stores of sessions and of settings cannot be reached. */
export async function outage(coverage: Coverage): Promise<void> {
  const store = new SwitchedStore();
  const settings = new SwitchedSettings();
  const auth = { modes: { available: [1, 8, 4194304] } };
  await using open = await openTarget({ auth }, {}, { sessionStore: store, settings });
  const { target } = open;
  const actors = new Actors();
  const lookup = actors.lookup(valuesOf(target));
  const ask = async (operation: OperationId, request = sampleRequests[operation]) =>
    send(buildRequest(operation, request, { base: apiBaseOf(target), actors, actor: 'ann', lookup }));
  const ann = actors.named('ann');
  ann.take(await ask('postLogin'));
  ann.take(await ask('createIdentityToken'));

  for (const part of [store, settings]) part.reachable = false;
  const special: Partial<typeof sampleRequests> = {
    getIdentityTokenInfo: { headers: { 'X-MSTR-IdentityToken': '{{ann.identityToken}}' } },
    postDelegate: { body: json('{"loginMode":-1,"identityToken":"{{ann.identityToken}}"}') },
    postOidcToken: { query: 'clientId={{oidc.clientId}}', body: json('{"id_token":"{{oidc.idToken}}"}') },
  };
  for (const { operationId, statuses } of Object.values(operationTable)) {
    const declared: readonly { readonly status: number }[] = statuses;
    if (!declared.some(({ status }) => status === 503)) continue;
    note(coverage, operationId, await ask(operationId, special[operationId]));
  }

  for (const part of [store, settings]) part.reachable = true;
  if ((await ask('getSession')).status !== 200) throw new Error('the outage cost a session');
}

/** A server that has no operator, and is asked as if it had. */
export async function withoutOperator(coverage: Coverage): Promise<void> {
  await using open = await openTarget({ admin: {} });
  const actors = new Actors();
  const asking = { base: apiBaseOf(open.target), actors, actor: 'ann', lookup: actors.lookup(valuesOf(open.target)) };
  for (const { operationId, access } of operations) {
    const operation = operationId as OperationId; // from the table
    if (access === 'operator')
      note(coverage, operation, await send(buildRequest(operation, sampleRequests[operation], asking)));
  }
}

/** More logins at once than may wait for their password to be checked. Returns the statuses. */
export async function flood(coverage: Coverage): Promise<readonly number[]> {
  const user = { loginName: accounts.user.username, password: accounts.user.password };
  const hashing = { memoryKiB: 32_768, iterations: 4, threads: 1, maxQueued: 1 };
  await using open = await openTarget({ passwords: { hashing }, users: [user] });
  const { target } = open;
  const actors = new Actors();
  const asking = { base: apiBaseOf(target), actors, actor: 'ann', lookup: actors.lookup(valuesOf(target)) };
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => send(buildRequest('postLogin', { body: standardLogin }, asking))),
  );
  for (const answer of answers) note(coverage, 'postLogin', answer);
  return answers.map(({ status }) => status);
}
