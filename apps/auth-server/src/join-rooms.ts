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
import { notBefore, systemClock, type Clock } from './clock/clock.js';
import type { Config } from './config/config.js';
import { allowedOrigins, isOverTls, ownOrigins, publicUrl } from './config/public-url.js';
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
import { Metrics } from './metrics/metrics.js';
import { Privileges } from './privileges/privileges.js';
import { ProjectAccess } from './projects/project-access.js';
import { Projects } from './projects/project.js';
import { openSessionStore } from './sessions/open-session-store.js';
import type { Awaitable, SessionStore } from './sessions/session-store.js';
import { placesOf, type Places } from './places.js';
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

/** What the server for tests may ask for beside (testing.ts), and no configuration and no embedder. */
export interface OverridesOfTests extends Overrides {
  readonly places?: Places;
}

export type Rooms = Awaited<ReturnType<typeof joinRooms>>;

/** @throws Error that says which setting or file is wrong and what was expected; then nothing stays open */
export async function joinRooms(config: Config, log: Logger, overrides: OverridesOfTests) {
  const opened: Opened = [];
  try {
    return await openRooms(config, log, overrides, opened);
  } catch (error) {
    await closeAll(opened);
    throw error;
  }
}

/** What has to be closed, in the order in which it was opened. */
type Opened = { close(): Awaitable<void> }[];

async function closeAll(opened: Opened): Promise<void> {
  for (const one of opened.splice(0).reverse()) await one.close();
}

async function openRooms(config: Config, log: Logger, overrides: OverridesOfTests, opened: Opened) {
  const places = overrides.places ?? placesOf(config);
  const lifetime = lifetimeRules(config);
  const surroundings = { lifetime, folder: places.sessionsFolder, log };
  const sessionStore = overrides.sessionStore ?? (await openSessionStore(config.session.store, surroundings));
  opened.push(sessionStore);
  const clock = notBefore(overrides.clock ?? systemClock, await sessionStore.latestMoment());
  const metrics = config.metrics.enabled ? new Metrics(clock) : undefined;
  const settingsOfUsers = usersSettings(config, overrides.administratorPassword, metrics);
  const directory = await openUsers(places.users, settingsOfUsers, clock);
  opened.push(directory);
  const { users, passwords } = directory;
  const audit = await openAudit(config.audit, overrides.auditStore ?? places.audit, clock, log, metrics?.audit);
  opened.push(audit);
  const apiTokens = new ApiTokens(directory.apiTokens, clock, apiTokenRules(config));

  const sessionRules = {
    lifetime,
    caps: sessionCaps(config),
    requireCookie: config.session.requireCookie,
    logoutScope: config.logout.scope,
    storeDeadlineMs: config.session.storeDeadlineMs,
  };
  const sessions = new Sessions(sessionStore, clock, sessionRules, metrics);
  const secretKey = secretKeyOf(config.identityToken, places);
  const { lifetimeSeconds, singleUse } = config.identityToken;
  const identityTokens = new IdentityTokens({ secretKey, lifetimeMs: lifetimeSeconds * 1000, singleUse }, clock);

  const known = [...loginModes, ...(overrides.loginModes ?? [])];
  metrics?.sessions.countBy(sessionStore.countByMode && (() => sessions.countByMode()), known);
  const address = { publicUrl: publicUrl(config) + config.server.context };
  const lentTo = (loginMode: number): Lent => ({
    users,
    passwords,
    identityTokens,
    apiTokens,
    clock,
    audit,
    log: log.child({ loginMode }),
    publicUrl: () => address.publicUrl,
    sourceSessions: sourceSessionsOf(loginMode, sessions, audit),
  });
  const throttle = config.guessing.enabled ? new Throttle(throttleRules(config), clock) : undefined;
  const settings = overrides.settings ?? directory.settings;
  const { modes, loginModeRequests, operator } = await joinModeAdministration(config, {
    known,
    lentTo,
    users,
    settings,
    audit,
    throttle,
    log,
  });
  opened.push(modes);
  const accessFollower = new AccessFollower(directory.accessJournal, sessions, log);
  directory.accessJournal.onWritten?.(() => void accessFollower.follow());
  const recognition = new Recognition(users, clock);
  const hearEndings = () => accessFollower.catchUp();
  const rules = loginRules(config);
  const login = new Login(modes, recognition, sessions, audit, rules, throttle, hearEndings, metrics);
  const sessionReply = new SessionReply(cookieAttributes(config), config.session.iSessionCookie);
  const origins = allowedOrigins(config);
  const { context } = config.server;
  const projects = new ProjectAccess(new Projects(projectsOf(config)), users, sessions);

  return {
    audit,
    accounts: { ...directory.seeded, randomAdministratorPassword: directory.randomAdministratorPassword },
    clock,
    metrics,
    overTls: isOverTls(config),
    modes,
    sessions,
    identityTokens,
    apiTokenRequests: new ApiTokenRequests(apiTokens, users, sessions, audit, config.apiTokens),
    loginModeRequests,
    operator,
    accessFollower,
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
    close: () => closeAll(opened),
  };
}

function secretKeyOf({ secretKey, secretKeyFile }: Config['identityToken'], places: Places): string {
  if (secretKeyFile !== undefined) return readSecretKey(secretKeyFile);
  return secretKey ?? places.identityTokenSecret();
}
