/** The one place where the rooms are joined: configuration in, everything that the HTTP room asks for out. */
import type { Logger } from 'pino';
import { AccessFollower } from './admin/access-follower.js';
import { SessionAdministration } from './admin/session-administration.js';
import { UserAdministration } from './admin/user-administration.js';
import { ApiTokenRequests } from './api-tokens/api-token-requests.js';
import type { AuditStore } from './audit/audit-store.js';
import { openAudit } from './audit/open-audit.js';
import { BrowserLogin } from './browser-login/browser-login.js';
import { BrowserLogout } from './browser-login/browser-logout.js';
import { PendingLogins } from './browser-login/pending-logins.js';
import { systemClock, type Clock } from './clock/clock.js';
import type { Config } from './config/config.js';
import { allowedOrigins, ownOrigins, publicUrl } from './config/public-url.js';
import {
  apiTokenRules,
  cookieAttributes,
  lifetimeRules,
  loginRules,
  projectsOf,
  sessionCaps,
  throttleRules,
  usersSettings,
} from './config/room-settings.js';
import { DataDirectory } from './data-directory/data-directory.js';
import { Readiness } from './http/health.controller.js';
import { cookieSuffix } from './http/cookies.js';
import { BrowserReply } from './http/browser-reply.js';
import { PageSettings } from './http/page-settings.js';
import { Refusals } from './http/refusals.js';
import { PendingCookie } from './http/pending-cookie.js';
import { SessionReply } from './http/session-reply.js';
import { Throttle } from './guessing/throttle.js';
import { joinModeAdministration } from './join-mode-administration.js';
import { loginModes } from './login-modes/index.js';
import type { Lent, LoginMode } from './login-modes/login-mode.js';
import { Login } from './login/login.js';
import { sourceSessionsOf } from './login/source-sessions.js';
import { Recognition } from './login/recognition.js';
import { Privileges } from './privileges/privileges.js';
import { ProjectAccess } from './projects/project-access.js';
import { Projects } from './projects/project.js';
import { openSessionStore } from './sessions/open-session-store.js';
import type { SessionStore } from './sessions/session-store.js';
import { Sessions } from './sessions/sessions.js';
import { ServerStatus } from './status/server-status.js';
import { ApiTokens } from './tokens/api-token.js';
import { IdentityTokens } from './tokens/identity-token.js';
import { readSecretKey } from './tokens/secret-key.js';
import { openUsers } from './users/open-users.js';
import type { SettingsStore } from './users/settings-store.js';

/** What an embedder may put in the place of ours. */
export interface Overrides {
  readonly clock?: Clock;
  readonly sessionStore?: SessionStore;
  /** Where audit events are kept; not used where `audit.store` is false. */
  readonly auditStore?: AuditStore;
  /** Where settings are kept that are changed while servers run, for all nodes alike; by default with the users. */
  readonly settings?: SettingsStore;
  /** Login modes beside the built-in ones. */
  readonly loginModes?: readonly LoginMode[];
  readonly log?: Logger;
  /** Of the administrator, should this start have to make one. By default a random one is made. */
  readonly administratorPassword?: string;
}

export type Rooms = Awaited<ReturnType<typeof joinRooms>>;

/** @throws Error that says which setting or file is wrong and what was expected */
export async function joinRooms(config: Config, log: Logger, overrides: Overrides) {
  const clock = overrides.clock ?? systemClock;
  const data = DataDirectory.open(config.dataDirectory);
  const secretKey = secretKeyOf(config.identityToken, data);
  const opened = await openUsers(data.usersFile, usersSettings(config, overrides.administratorPassword), clock);
  const { users, passwords } = opened;
  const audit = await openAudit(config.audit, overrides.auditStore ?? data.auditFile, clock, log);
  const apiTokens = new ApiTokens(opened.apiTokens, clock, apiTokenRules(config));

  const lifetime = lifetimeRules(config);
  const surroundings = { lifetime, directory: config.dataDirectory, log };
  const store =
    overrides.sessionStore ??
    (await openSessionStore(config.session.store, surroundings).catch(afterClosing(audit, opened)));
  const sessions = new Sessions(store, clock, {
    lifetime,
    caps: sessionCaps(config),
    requireCookie: config.session.requireCookie,
    logoutScope: config.logout.scope,
    storeDeadlineMs: config.session.storeDeadlineMs,
  });
  const { lifetimeSeconds, singleUse } = config.identityToken;
  const identityTokens = new IdentityTokens({ secretKey, lifetimeMs: lifetimeSeconds * 1000, singleUse }, clock);

  const known = [...loginModes, ...(overrides.loginModes ?? [])];
  const address = { publicUrl: publicUrl(config) + config.server.context };
  const lentTo = (loginMode: number): Lent => ({
    users,
    passwords,
    identityTokens,
    apiTokens,
    clock,
    audit,
    publicUrl: () => address.publicUrl,
    sourceSessions: sourceSessionsOf(loginMode, sessions, audit),
  });
  const throttle = config.guessing.enabled ? new Throttle(throttleRules(config), clock) : undefined;
  const settings = overrides.settings ?? opened.settings;
  const { modes, loginModeRequests, operator } = await joinModeAdministration(config, {
    known,
    lentTo,
    users,
    settings,
    audit,
    throttle,
    log,
  }).catch(afterClosing(sessions, audit, opened));
  const login = new Login(modes, new Recognition(users, clock), sessions, audit, loginRules(config), throttle);
  const sessionReply = new SessionReply(cookieAttributes(config), config.session.iSessionCookie);
  const origins = allowedOrigins(config);
  const { context } = config.server;
  const projects = new ProjectAccess(new Projects(projectsOf(config)), users, sessions);

  return {
    audit,
    accounts: { ...opened.seeded, randomAdministratorPassword: opened.randomAdministratorPassword },
    modes,
    sessions,
    identityTokens,
    apiTokenRequests: new ApiTokenRequests(apiTokens, users, sessions, audit, config.apiTokens),
    loginModeRequests,
    operator,
    accessFollower: new AccessFollower(opened.accessJournal, sessions, log),
    sessionAdministration: new SessionAdministration(sessions, users, audit, clock),
    userAdministration: new UserAdministration(users, passwords, sessions, audit, clock),
    projects,
    /** Where browsers reach the server. Changes once, when it listens. */
    address,
    origins,
    login,
    browserLogin: new BrowserLogin(login, new PendingLogins(secretKey, clock), sessions, audit),
    browserLogout: new BrowserLogout(sessions, modes, users, audit),
    browserReply: new BrowserReply(sessionReply, new PendingCookie(cookieAttributes(config)), context),
    pages: new PageSettings(context, origins, cookieSuffix(cookieAttributes(config)), address, ownOrigins),
    privileges: new Privileges(config.privileges, users, projects),
    status: new ServerStatus(config.iserver, clock),
    readiness: new Readiness(() => sessions.isReachable()),
    refusals: new Refusals(config.errorCodes.style, log),
    sessionReply,
    async close(): Promise<void> {
      await modes.close();
      await sessions.close();
      await audit.close();
      await opened.close();
    },
  };
}

function secretKeyOf({ secretKey, secretKeyFile }: Config['identityToken'], data: DataDirectory): string {
  if (secretKeyFile !== undefined) return readSecretKey(secretKeyFile);
  return secretKey ?? data.identityTokenSecret();
}

/** Throws again what went wrong, when nothing is left open that would keep the process alive. */
function afterClosing(...parts: readonly { close(): Promise<void> }[]) {
  return async (error: unknown): Promise<never> => {
    for (const part of parts) await part.close();
    throw error;
  };
}
