import type { components, SessionState as SessionStateName } from '@mstr-rest/protocol';
import { ApiTokens } from './api-tokens.js';
import type { ApiOf } from './api.js';
import { headerValue } from './arguments.js';
import { apiBase } from './base-url.js';
import { systemClock } from './clock.js';
import { Connections } from './connections.js';
import { checkedTimeout } from './deadline.js';
import type { DeadlineOwner } from './errors/timeout-error.js';
import { IdentityTokens } from './identity-tokens.js';
import type { ClientEvents } from './keeping/client-events.js';
import { Keeper } from './keeping/keeper.js';
import { checkedSession } from './keeping/session-options.js';
import type { Login } from './login.js';
import { LoginModes } from './login-modes.js';
import { query, type CallOptions, type ClientOptions, type FieldsOptions } from './options.js';
import { Projects } from './projects.js';
import { SessionState } from './session-state.js';
import { Sessions } from './sessions.js';
import { Attempts } from './transport/attempts.js';
import { callOther, otherApi, type OtherCall } from './transport/other-call.js';
import { retrySettings } from './transport/retry-options.js';
import { roadOf, type OwnConnections } from './transport/road.js';
import { Users } from './users.js';
import { Wire, type Ask } from './wire.js';

/** The enabled login modes, in no particular order. */
export type AuthModes = components['schemas']['AuthModes'];
/** The OpenID providers for native clients. */
export type OidcNativeConfiguration = components['schemas']['OidcNativeConfiguration'];
/** State and versions of a server. `upSince` is in milliseconds since the epoch, `upTime` in milliseconds. */
export type Status = components['schemas']['Status'];

const defaultTimeoutMs = 30_000;
const closeTimeoutMs = 2_000;
const keepingTimeoutMs = 10_000;

/**
 * A user agent of the API: one session at a time, with its token and all its cookies. Nothing of these can be read from
 * it. One method for each operation of the OpenAPI document; every one takes {@link CallOptions} last.
 */
export class Client<Logins extends Login = Login> {
  readonly login: Logins;
  readonly sessions: Sessions;
  readonly identityTokens: IdentityTokens;
  readonly apiTokens: ApiTokens;
  readonly loginModes: LoginModes;
  readonly projects: Projects;
  readonly connections: Connections;
  readonly users: Users;
  readonly #wire: Wire;
  readonly #keeper: Keeper;
  #closing: Promise<void> | undefined;

  /**
   * @param makeLogin The ways into a session differ with the platform.
   * @throws {TypeError} for options that cannot be.
   */
  constructor(
    options: ClientOptions,
    makeLogin: (wire: Wire, applicationType: number | undefined) => Logins,
    connections?: OwnConnections,
  ) {
    const { baseUrl, projectId, timeoutMs, hooks, cookies, applicationType, clock = systemClock } = options;
    const platformCookies = cookies === undefined;
    const road = roadOf(options, connections, platformCookies);
    const session = new SessionState(cookies);
    const kept = checkedSession(options.session);
    const own = { timeoutMs: keepingTimeoutMs, projectId: null };
    this.#keeper = new Keeper({
      session,
      clock,
      options: kept,
      learn: () => this.#wire.call('getSession', own, (api, init) => api.GET('/sessions', init), 'keeping'),
      renew: () => this.#wire.call('renewSession', own, (api, init) => api.PUT('/sessions', init), 'keeping'),
      logIn: kept.logIn && (async () => kept.logIn?.(makeLogin(this.#wire.untilLogout(), applicationType))),
    });
    this.#wire = new Wire({
      base: apiBase(baseUrl),
      ...road,
      attempts: new Attempts(retrySettings(options.retry), clock),
      responseTimeoutMs: checkedTimeout(options.responseTimeoutMs ?? 0),
      connectTimeoutMs: connections?.connectTimeoutMs,
      projectId: projectId === undefined ? undefined : headerValue('projectId', projectId),
      timeoutMs: checkedTimeout(timeoutMs ?? defaultTimeoutMs),
      hooks: hooks ?? {},
      clock,
      session,
      keeper: this.#keeper,
    });
    this.login = makeLogin(this.#wire, applicationType);
    this.sessions = new Sessions(this.#wire);
    this.identityTokens = new IdentityTokens(this.#wire);
    this.apiTokens = new ApiTokens(this.#wire);
    this.loginModes = new LoginModes(this.#wire);
    this.projects = new Projects(this.#wire);
    this.connections = new Connections(this.#wire);
    this.users = new Users(this.#wire);
  }

  /** Does the client hold the token of a session? Whether it is still alive only the server knows. */
  get loggedIn(): boolean {
    return this.#wire.settings.session.token !== undefined;
  }

  /** What the client knows of its session, at this moment. Source: docs/protocol section 5.8. */
  get state(): SessionStateName {
    return this.#keeper.state;
  }

  /**
   * Tells a listener of an event of the session: {@link ClientEvents}. What it throws or rejects with is ignored.
   *
   * @returns what takes the listener away again
   */
  on<Name extends keyof ClientEvents>(name: Name, listener: (event: ClientEvents[Name]) => unknown): () => void {
    return this.#keeper.events.on(name, listener);
  }

  /**
   * Ends the session, and with it every session that shares its Intelligence Server session: after a delegated login
   * also the one that the identity token was made in. Source: docs/protocol section 3.2.
   *
   * @throws {WireError} ERR009 when there was no session any more; the client is logged out then too. {@link CallError}
   * otherwise, and then it is still logged in.
   */
  async logout(options: CallOptions = {}): Promise<void> {
    await this.#logout(options);
  }

  /**
   * Takes over the session of the cookies, as a page does after a login elsewhere in the browser. Opens and extends
   * none, so it may be polled. Source: docs/protocol section 3.3.
   *
   * @throws {WireError} ERR009 when the cookies belong to no session. {@link CallError} otherwise.
   */
  async token(options: CallOptions = {}): Promise<void> {
    await this.#wire.call('getAuthToken', options, (api, init) => api.GET('/auth/token', init));
  }

  /** Lists the login modes that the server offers. Needs no session. Source: docs/protocol section 3.9. */
  async authModes<Field extends keyof AuthModes = keyof AuthModes>(
    options: FieldsOptions<Field> = {},
  ): Promise<Pick<AuthModes, Field>> {
    const { body } = await this.#wire.call('getAuthModes', options, (api, init) =>
      api.GET('/config/authModes', { ...init, params: { query: query(options) } }),
    );
    return body;
  }

  /**
   * Lists the OpenID providers at which a program that is no browser can get the tokens for {@link Login.oidcTokens}.
   * Needs no session. Source: docs/protocol section 3.9.
   *
   * @throws {WireError} ERR001 with status 404 when there is none. {@link CallError} otherwise.
   */
  async nativeOidc(options: CallOptions = {}): Promise<OidcNativeConfiguration> {
    const { body } = await this.#wire.call('getOidcNativeConfiguration', options, (api, init) =>
      api.GET('/config/oidc/native', init),
    );
    return body;
  }

  /**
   * Reaches any other operation of the API with the session: token, all cookies, project, deadlines, retries. The answer
   * comes as it is, with its body unread; the deadline holds until then, the signal until the end of the body.
   *
   * @param method In upper case.
   * @param path Below `/api`, such as `/datasets/upload`.
   * @throws {WireError} when the answer is an error of the protocol; {@link UnexpectedAnswerError} for any other answer that
   * is neither a success nor 304; TypeError for a path that leads elsewhere. {@link CallError} otherwise.
   */
  call(method: string, path: string, options?: OtherCall): Promise<Response>;
  /**
   * The same, typed by what openapi-typescript has made of an OpenAPI document, in the manner of openapi-fetch:
   * `const { data } = await client.call<paths>().GET('/datasets/{id}', { params })`. Errors are thrown, never returned.
   *
   * @param options Of all its calls.
   */
  call<Paths extends object>(options?: CallOptions): ApiOf<Paths>;
  call(first?: string | CallOptions, path = '', options: OtherCall = {}): unknown {
    if (typeof first === 'string') return callOther(this.#wire, first, path, options);
    return otherApi(this.#wire, first ?? {});
  }

  /** Says since when the server is up, and its versions. Needs no session. Source: docs/protocol section 3.11. */
  async status<Field extends keyof Status = keyof Status>(
    options: FieldsOptions<Field> = {},
  ): Promise<Pick<Status, Field>> {
    const { body } = await this.#wire.call('getStatus', options, (api, init) =>
      api.GET('/status', { ...init, params: { query: query(options) } }),
    );
    return body;
  }

  /**
   * Logs out, if logged in or just logging in, and gives up after 2 seconds. Never rejects: only the hook `onError` hears
   * of a logout that failed. Afterwards the client is logged out in any case; it may log in again. After a delegated
   * login this ends the shared session, see {@link logout}: do not close a client that was only lent a session.
   */
  close(): Promise<void> {
    return (this.#closing ??= this.#close().finally(() => (this.#closing = undefined)));
  }

  /** What `await using client = createClient(…)` calls at the end of the block: {@link close}. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #logout(options: CallOptions, setBy?: DeadlineOwner): Promise<void> {
    // A page that goes away still gets it sent.
    const ask: Ask<unknown> = (api, init) => api.POST('/auth/logout', { ...init, keepalive: true });
    await this.#wire.call('postLogout', options, ask, setBy);
  }

  async #close(): Promise<void> {
    const { clock, session, base } = this.#wire.settings;
    const endMs = clock.monotonic() + closeTimeoutMs;
    await this.#wire.opened(closeTimeoutMs);
    this.#keeper.leave();
    const { token } = session;
    if (token === undefined) return;
    // At least a millisecond: 0 would mean no deadline at all.
    const timeoutMs = Math.max(1, Math.ceil(endMs - clock.monotonic()));
    if (!this.#keeper.lent) await this.#logout({ timeoutMs }, 'close').catch(() => undefined);
    if (session.end(base, token)) this.#keeper.ended('close');
  }
}
