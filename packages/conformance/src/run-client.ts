/** Client and server together: one session through every method of the client. */
import type { Client, LoginModesInfo } from '@mstr-rest/client';
import type { OperationId } from '@mstr-rest/protocol';
import { clientCalls, type CallInputs } from './client-calls.js';
import { administer } from './run-administrator.js';
import type { Result } from './run-steps.js';
import type { Account, KnownProject } from './target.js';

/** What is needed of a server, and of how clients of it are made. */
export interface ClientTarget {
  /** Makes a new client of the server, without a session. */
  readonly newClient: () => Client;
  readonly account: Account;
  /** May see to sessions and users of others. Without one, and without a `leaver`, no method that does is called. */
  readonly administrator?: Account;
  /** Is removed for good. */
  readonly leaver?: Account;
  readonly project: KnownProject;
  readonly privilege: { readonly id: string };
  /** May manage login modes: with an administrator, these are read, and put back as they are. */
  readonly operator?: Account;
  /** Where the server has an OpenID provider: tokens for the account. */
  readonly oidcTokens?: CallInputs['oidcTokens'];
  /** Makes a pair for PKCE, as the client's `pkcePair` does. */
  readonly pkcePair: () => Promise<{ readonly codeVerifier: string; readonly codeChallenge: string }>;
}

/** One call of the story, and what has to come of it. */
interface ClientStep {
  readonly client: 'first' | 'second' | 'third';
  readonly operation: OperationId;
  readonly says: (answer: unknown) => boolean;
}

const nothing = (answer: unknown) => answer === undefined;
const has = (members: Readonly<Record<string, unknown>>) => (answer: unknown) =>
  Object.entries(members).every(([name, value]) => (answer as Readonly<Record<string, unknown>>)[name] === value);
const hasText = (name: string) => (answer: unknown) =>
  typeof (answer as Readonly<Record<string, unknown>>)[name] === 'string';

const stepsWithTokens: readonly ClientStep[] = [
  {
    client: 'third',
    operation: 'getOidcNativeConfiguration',
    says: (answer) => Array.isArray((answer as { iams: unknown }).iams),
  },
  { client: 'third', operation: 'postOidcToken', says: nothing },
  { client: 'third', operation: 'postLogout', says: nothing },
];

function stepsFor({ account, project, privilege, oidcTokens }: ClientTarget): readonly ClientStep[] {
  const items = (answer: unknown) => (answer as { readonly items: readonly KnownProject[] }).items;
  return [
    { client: 'first', operation: 'getStatus', says: hasText('iServerVersion') },
    {
      client: 'first',
      operation: 'getAuthModes',
      says: (answer) => Array.isArray((answer as { modes: unknown }).modes),
    },
    { client: 'first', operation: 'postLogin', says: nothing },
    { client: 'first', operation: 'getSession', says: hasText('fullName') },
    { client: 'first', operation: 'getUserInfo', says: has({ username: account.username }) },
    {
      client: 'first',
      operation: 'verifySession',
      says: (answer) => has({ username: account.username })((answer as { user: unknown }).user),
    },
    { client: 'first', operation: 'getProjects', says: (answer) => items(answer).some(({ id }) => id === project.id) },
    { client: 'first', operation: 'getProject', says: has({ id: project.id }) },
    { client: 'first', operation: 'getProjectSession', says: hasText('fullName') },
    {
      client: 'first',
      operation: 'getPrivileges',
      says: (answer) => Array.isArray((answer as { privileges: unknown }).privileges),
    },
    { client: 'first', operation: 'getPrivilege', says: has({ id: privilege.id }) },
    { client: 'first', operation: 'renewSession', says: nothing },
    { client: 'first', operation: 'getAuthToken', says: nothing },
    { client: 'first', operation: 'createApiToken', says: hasText('apiToken') },
    { client: 'first', operation: 'getApiTokens', says: (answer) => Array.isArray(answer) && answer.length === 1 },
    { client: 'first', operation: 'deleteApiTokens', says: nothing },
    { client: 'first', operation: 'createIdentityToken', says: hasText('identityToken') },
    { client: 'second', operation: 'getIdentityTokenInfo', says: hasText('userId') },
    { client: 'second', operation: 'postDelegate', says: nothing },
    { client: 'second', operation: 'getUserInfo', says: has({ username: account.username }) },
    { client: 'second', operation: 'createIdentityTokenForChallenge', says: hasText('identityToken') },
    ...(oidcTokens === undefined ? [] : stepsWithTokens),
  ];
}

/** Calls every method once; those that need tokens of an OpenID provider where there are such. The third client is let in by its verifier; its logout ends the sessions of all three. */
export async function runClient(target: ClientTarget): Promise<Result> {
  const clients = { first: target.newClient(), second: target.newClient(), third: target.newClient() };
  const { codeVerifier, codeChallenge } = await target.pkcePair();
  const nobody = { username: '', password: '' };
  const { oidcTokens = { clientId: '', id_token: '' } } = target;
  let inputs: CallInputs = {
    operator: nobody,
    ...target,
    identityToken: '',
    codeChallenge,
    oidcTokens,
    userId: '',
    connectionIds: ['', ''],
  };
  const reasons: string[] = [];
  try {
    for (const { client, operation, says } of stepsFor(target)) {
      const answer = await clientCalls[operation](clients[client], inputs);
      if (!says(answer)) reasons.push(`${operation} returned something else`);
      const { identityToken } = Object(answer) as { readonly identityToken?: string }; // any object
      if (identityToken !== undefined) inputs = { ...inputs, identityToken };
    }
    await clients.third.login.delegated({ identityToken: inputs.identityToken, codeVerifier });
    await clients.third.logout();
    for (const client of [clients.first, clients.second]) {
      const code = await client.sessions.get().then(() => 'no error', codeOf);
      if (code !== 'ERR009') reasons.push(`after the logout of a delegated session: ${code}`);
      if (client.loggedIn) reasons.push('a client that was told ERR009 still takes itself to be logged in');
    }
    reasons.push(...(await manageLoginModes(target)));
    reasons.push(...(await administer(target, inputs)));
  } catch (error) {
    reasons.push(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
  }
  await Promise.all(Object.values(clients).map((client) => client.close()));
  const outcome = reasons.length === 0 ? 'passed' : 'failed';
  return { id: 'client', title: 'every method of the client, in one story', outcome, reasons };
}

/** @returns what was wrong */
async function manageLoginModes({ newClient, administrator, operator }: ClientTarget): Promise<readonly string[]> {
  if (administrator === undefined || operator === undefined) return [];
  const client = newClient();
  await client.login.standard(administrator);
  const seen: LoginModesInfo[] = [await client.loginModes.get()];
  await client.loginModes.set(seen[0] ?? { availableModes: [] });
  await client.logout();
  seen.push(await client.loginModes.get({ operator }));
  await client.loginModes.set(seen[1] ?? { availableModes: [] }, { operator });
  const [asAdministrator, asOperator] = seen.map((modes) => JSON.stringify(modes));
  return asAdministrator === asOperator ? [] : ['administrator and operator see different login modes'];
}

function codeOf(error: unknown): string {
  return String((Object(error) as { readonly code?: unknown }).code); // any object
}
