/** Servers in this process that the conformance data is tried at. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createAuthServer,
  ManualClock,
  type AuthServer,
  type ConfigInput,
  type Overrides,
} from '@mstr-rest/auth-server';
import { openProvider } from '../../../tools/test-servers/openid-provider.js';
import type { Settings, Target } from '../src/index.js';

export const project = { id: 'B7CA92F04B9FAE8D941C3E9B7E0CD754', name: 'Sales Demo' };
export const hiddenProject = { id: '4BAE16A340B995CAD24193AA3AC15D29', name: 'Human Resources Demo' };
export const privilege = { id: '316' };
export const allowedOrigin = 'https://app.example.com';

const account = (username: string) => ({ username, password: `${[...username].join('-')} likes long passwords` });
export const accounts = {
  user: account('ursula'),
  colleague: account('colin'),
  administrator: account('adele'),
  leaver: account('lena'),
  disabled: account('dan'),
  expired: account('eve'),
  mustChange: account('nora'),
  fixedPassword: account('felix'),
  withoutStandard: account('wanda'),
};

const seedOf = ({ username, password }: { username: string; password: string }, more: object = {}) => ({
  loginName: username,
  password,
  projects: [project.id],
  ...more,
});

export const operator = { username: 'olga', password: 'o-l-g-a likes long passwords' };

export const baseConfig: ConfigInput = {
  log: { level: 'silent' },
  server: { port: 0, drainMs: 0 },
  auth: { modes: { available: [1, 8] }, cors: { origins: [allowedOrigin] } },
  passwords: { hashing: { memoryKiB: 64, iterations: 1, threads: 1 } },
  admin: { basic: operator },
  projects: [project, hiddenProject],
  privileges: [{ ...privilege, name: 'Use Mosaic Studio' }],
  users: [
    seedOf(accounts.user),
    seedOf(accounts.colleague),
    seedOf(accounts.administrator, { privileges: ['*'] }),
    seedOf(accounts.leaver),
    seedOf(accounts.disabled, { enabled: false }),
    seedOf(accounts.expired, { passwordExpirationDate: '2025-01-01' }),
    seedOf(accounts.mustChange, { requireNewPassword: true }),
    seedOf(accounts.fixedPassword, { passwordModifiable: false }),
    seedOf(accounts.withoutStandard, { standardAuth: false }),
  ],
};

/** A real OpenID provider, whose tokens its key signs without its pages. */
async function openOidc(clock: ManualClock) {
  const provider = await openProvider([]);
  const clientId = 'native-program';
  return {
    settings: {
      providers: [{ issuer: provider.issuer, clientId: 'auth-server', nativeClientId: clientId }],
      linkByLoginName: true,
    },
    client: {
      clientId,
      get idToken() {
        const iat = Math.floor(clock.now() / 1000);
        const { username } = accounts.user;
        const jti = randomUUID();
        return provider.sign({ aud: clientId, sub: username, preferred_username: username, iat, exp: iat + 300, jti });
      },
    },
    close: () => provider.close(),
  };
}

/** A server that listens, and what is known of it. `await using` stops it. */
export interface OpenTarget extends AsyncDisposable {
  readonly target: Target;
  readonly server: AuthServer;
  readonly clock: ManualClock;
}

/** Groups of settings are laid over those above, one by one. */
export async function openTarget(
  config: ConfigInput = {},
  settings: Partial<Settings> = {},
  overrides: Overrides = {},
): Promise<OpenTarget> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'conformance-'));
  const clock = new ManualClock();
  const merged = {
    ...baseConfig,
    dataDirectory,
    ...config,
    server: { ...baseConfig.server, ...config.server },
    auth: { ...baseConfig.auth, ...config.auth },
    passwords: { ...baseConfig.passwords, ...config.passwords },
  };
  const isWanted = merged.auth.modes?.available?.includes(4194304) === true && !('oidc' in merged.auth);
  const oidc = isWanted ? await openOidc(clock) : undefined;
  const auth = { ...merged.auth, ...(oidc === undefined ? {} : { oidc: oidc.settings }) };
  const server = await createAuthServer({ ...merged, auth }, { clock, ...overrides });
  await server.listen();
  return {
    server,
    clock,
    target: {
      baseUrl: server.url,
      accounts,
      project,
      hiddenProject,
      privilege,
      operator,
      origin: { allowed: allowedOrigin },
      settings,
      ...(oidc === undefined ? {} : { oidc: oidc.client }),
      advance: (ms) => clock.advance(ms),
    },
    async [Symbol.asyncDispose]() {
      await server.close();
      await oidc?.close();
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}
