/** What each room is told of the configuration, in the room's own terms. */
import { wellKnownIds } from '@mstr-rest/protocol';
import type { SessionCaps } from '../engine-sessions/engine-session.js';
import type { CookieAttributes } from '../http/cookies.js';
import type { Allowance, ThrottleRules } from '../guessing/rules.js';
import type { ModeChoice } from '../login/mode-choices.js';
import type { ModesSetup } from '../login/open-modes.js';
import type { LoginRules } from '../login/login.js';
import type { Metrics } from '../metrics/metrics.js';
import type { Project } from '../projects/project.js';
import type { LifetimeRules } from '../sessions/lifetime.js';
import type { ApiTokenRules } from '../tokens/api-token.js';
import type { UsersSettings } from '../users/open-users.js';
import type { Config } from './config.js';
import { isOverTls } from './public-url.js';

/** Caps of the vendor's server (docs/protocol section 5.5 and Q34). */
const vendorCaps: SessionCaps = { perServer: 320, perUser: -1, perUserAndProject: 5 };
const noCaps: SessionCaps = { perServer: -1, perUser: -1, perUserAndProject: -1 };

export function lifetimeRules({ profile, session, iserver }: Config): LifetimeRules {
  const httpIdleMs = session.timeoutSeconds * 1000;
  const engineIdleMs = iserver.maxUserConnectionIdleTime * 1000;
  // The vendor's reaper runs on a period made of the shorter idle time (docs/protocol section 5.2).
  const sweepEveryMs = profile === 'vendor' ? engineIdleMs : 0;
  return { httpIdleMs, engineIdleMs, absoluteMs: session.absoluteTimeoutSeconds * 1000, sweepEveryMs };
}

export function sessionCaps({ profile, iserver }: Config): SessionCaps {
  const byProfile = profile === 'vendor' ? vendorCaps : noCaps;
  return {
    perServer: iserver.maxUserConnectionPerServer ?? byProfile.perServer,
    perUser: iserver.maxSessionsPerUser ?? byProfile.perUser,
    perUserAndProject: iserver.maxProjectSessionsPerUser ?? byProfile.perUserAndProject,
  };
}

export function usersSettings(
  config: Config,
  administratorPassword: string | undefined,
  metrics?: Metrics,
  served?: () => number,
): UsersSettings {
  const { users, groups, demo, passwords } = config;
  const { hashing: all, lockout, ...policy } = passwords;
  const { threads, ...cost } = all;
  const hashing = { ...cost, served, watch: metrics && { metrics: metrics.hashing, clock: metrics.clock } };
  return {
    seed: { users, groups },
    allowWeakPasswords: demo,
    passwordPolicy: { ...policy, maximumAgeDays: policy.maximumAgeDays },
    lockout: {
      afterFailures: lockout.afterFailures,
      forMs: lockout.forMinutes === 0 ? undefined : lockout.forMinutes * 60_000,
    },
    hashing: threads === undefined ? hashing : { ...hashing, threads },
    administratorPassword,
  };
}

export function apiTokenRules({ apiTokens }: Config): ApiTokenRules {
  const { lifetimeMinutes, maximumLifetimeMinutes } = apiTokens;
  return { lifetimeMs: lifetimeMinutes * 60_000, maximumLifetimeMs: maximumLifetimeMinutes * 60_000 };
}

export function loginRules({ errors, iserver }: Config): LoginRules {
  return { detailed: errors.detailedLogin, applicationTypes: iserver.applicationTypes };
}

export function throttleRules({ guessing }: Config): ThrottleRules {
  const { nameAndNetwork, name, network, maximumCounters } = guessing;
  const allowance = ({ freeFailures, forgetOneEverySeconds }: Config['guessing']['name']): Allowance => ({
    freeFailures,
    forgetOneEveryMs: forgetOneEverySeconds * 1000,
  });
  return {
    nameAndNetwork: allowance(nameAndNetwork),
    name: allowance(name),
    network: allowance(network),
    delays: { firstMs: guessing.firstDelaySeconds * 1000, maximumMs: guessing.maximumDelaySeconds * 1000 },
    maximumCounters,
  };
}

/** `alone`: modes that must be the only one. */
export function modesSetup({
  auth,
  profile,
}: Config): ModeChoice & ModesSetup & { readonly changeable: boolean; readonly alone: readonly number[] } {
  const { modes, cors: _cors, ...settings } = auth;
  return {
    available: modes.available,
    default: modes.default ?? modes.available[0] ?? 1,
    settings,
    changeable: modes.changeable,
    maximumConcurrentLogins: modes.maximumConcurrentLogins,
    alone: profile === 'vendor' ? [64] : [],
  };
}

export function projectsOf(config: Config): readonly Project[] {
  const administrator = { id: wellKnownIds.administrator, name: 'Administrator' };
  return config.projects.map(({ dateCreated, dateModified, owner = administrator, ...project }) => ({
    ...project,
    owner,
    createdAt: Date.parse(dateCreated),
    modifiedAt: Date.parse(dateModified),
  }));
}

export function cookieAttributes(config: Config): CookieAttributes {
  const { session, server } = config;
  return { path: server.context, secure: isOverTls(config), ...session.cookie };
}
