/** Client and server together, over HTTP. */
import { createClient, pkcePair, WireError } from '@mstr-rest/client';
import { operationTable } from '@mstr-rest/protocol';
import { Coverage, recordingFetch, runClient } from '../src/index.js';
import { accounts, hiddenProject, openTarget, operator, privilege, project, type OpenTarget } from './open-target.js';

describe('client and server', () => {
  let open: OpenTarget;
  beforeAll(async () => {
    open = await openTarget({ auth: { modes: { available: [1, 8, 4194304] } } });
  });
  afterAll(() => open[Symbol.asyncDispose]());

  it('understand one another in every operation', async () => {
    const coverage = new Coverage();
    const baseUrl = open.target.baseUrl;
    const fetch = recordingFetch(`${baseUrl}/api`, coverage);
    const newClient = () => createClient({ baseUrl, fetch });
    const { user: account, administrator, leaver } = accounts;
    const people = { account, administrator, leaver, operator };
    const { clientId = '', idToken = '' } = open.target.oidc ?? {};
    const oidcTokens = { clientId, id_token: idToken };
    const result = await runClient({ newClient, pkcePair, ...people, project, privilege, oidcTokens });
    expect(result.reasons).toEqual([]);
    expect(coverage.violations).toEqual([]);
    const succeeded = new Set(
      [...coverage.seen.keys()].filter((pair) => / 2/.test(pair)).map((pair) => pair.split(' ')[0]),
    );
    expect(succeeded).toEqual(new Set(Object.keys(operationTable)));
  });

  it('name a failure alike', async () => {
    const client = createClient({ baseUrl: open.target.baseUrl });
    const failure = (call: Promise<unknown>) =>
      call.then(
        () => undefined,
        (error: unknown) => error,
      );
    const { username, password } = accounts.user;
    const kindOf = async (call: Promise<unknown>) => {
      const error = await failure(call);
      return error instanceof WireError ? error.kind : error;
    };
    const disabled = accounts.disabled;
    expect(await kindOf(client.sessions.get())).toBe('sessionInvalid');
    expect(await kindOf(client.login.standard({ username, password: 'wrong' }))).toBe('wrongCredentials');
    expect(await kindOf(client.login.standard(disabled))).toBe('accountDisabled');
    expect(await kindOf(client.login.standard(accounts.expired))).toBe('passwordExpired');
    expect(await kindOf(client.login.standard(accounts.mustChange))).toBe('newPasswordRequired');
    expect(await kindOf(client.login.standard(accounts.withoutStandard))).toBe('standardLoginNotAllowed');
    expect(await kindOf(client.login.standard({ username, password, newPassword: 'short' }))).toBe('passwordTooShort');
    expect(await kindOf(client.login.standard({ ...accounts.fixedPassword, newPassword: 'x'.repeat(20) }))).toBe(
      'passwordNotModifiable',
    );
    expect(await kindOf(client.login.with({ loginMode: 16, username, password }))).toBe('loginModeDisabled');
    expect(await kindOf(client.login.with({ loginMode: 3 }))).toBe('loginModeUnknown');
    expect(await kindOf(client.login.delegated({ identityToken: 'forged' }))).toBe('identityTokenInvalid');
    expect(await kindOf(client.identityTokens.info('forged'))).toBe('identityTokenInvalid');
    await client.login.standard({ username, password });
    expect(await kindOf(client.sessions.project('0'.repeat(32)))).toBe('projectNotFound');
    expect(await kindOf(client.projects.get(hiddenProject.name))).toBe('projectAccessDenied');
    expect(await kindOf(client.sessions.privilege('99999'))).toBe('privilegeNotFound');
    await client.close();
    expect(client.loggedIn).toBe(false);
  });

  it('end a session together when it has been idle', async () => {
    const client = createClient({ baseUrl: open.target.baseUrl });
    await client.login.anonymous();
    const { timeout } = await client.sessions.get({ fields: ['timeout'] });
    open.clock.advance(timeout * 1000 - 1);
    await client.sessions.renew();
    open.clock.advance(timeout * 1000);
    await expect(client.sessions.renew()).rejects.toMatchObject({ code: 'ERR009' });
    expect(client.loggedIn).toBe(false);
  });
});
