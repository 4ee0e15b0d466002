/** A server in one line, for tests of programs that log in. Nothing listens unless asked to, and nothing is on the disk. */
import { randomBytes } from 'node:crypto';
import type { Clock } from './clock/clock.js';
import { ManualClock } from './clock/manual-clock.js';
import type { ConfigInput } from './config/config.js';
import { createAuthServer, type AuthServer } from './index.js';
import type { OverridesOfTests } from './join-rooms.js';
import type { Places } from './places.js';

export { systemClock, type Clock } from './clock/clock.js';
export { ManualClock } from './clock/manual-clock.js';
export type { AuthServer } from './index.js';

/** What a user is beside his name, which is his key. Without a password he gets a random one. */
export type TestUser = Omit<NonNullable<ConfigInput['users']>[number], 'loginName' | 'passwordHash'>;

/** What a login takes. */
export interface Credentials {
  readonly username: string;
  readonly password: string;
}

export interface TestServerOptions<Users extends Readonly<Record<string, TestUser>>, Time extends Clock> extends Omit<
  OverridesOfTests,
  'clock' | 'places' | 'administratorPassword'
> {
  /** By login name; by default `{ ann: {} }`. Whoever names no projects sees all. */
  readonly users?: Users;
  /** By default a `ManualClock`: time passes only when the test says so. `systemClock` where real time has to pass. */
  readonly clock?: Time;
  /** Does it listen, on a free port of 127.0.0.1? By default only `fetch` reaches it. */
  readonly listen?: boolean;
  /** Any further setting, as in the configuration file. It cannot listen beyond this machine. */
  readonly config?: Omit<ConfigInput, 'dataDirectory' | 'demo' | 'directory' | 'users'>;
}

/** A server for one test. `await using` closes it. */
export interface TestServer<Name extends string, Time extends Clock> extends AsyncDisposable {
  /** Address of the Library. Until it listens, `fetch` alone knows what is there. */
  readonly url: string;
  /** Answers without a socket, as `fetch` does, save that it follows no redirect. Refuses every other address. */
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Time;
  readonly users: Readonly<Record<Name, Credentials>>;
  readonly administrator: Credentials;
  /** A project that is there unless `config.projects` says otherwise. */
  readonly project: { readonly id: string; readonly name: string };
  /** Everything else: `audit`, `routes`. */
  readonly server: Omit<AuthServer, 'close'>;
  /** @returns the address */
  listen(): Promise<string>;
  close(): Promise<void>;
}

const project = { id: 'B7CA92F04B9FAE8D941C3E9B7E0CD754', name: 'Sales Demo' } as const;

/**
 * Starts a server whose users, sessions, events and keys are in memory and end with it. Passwords are hashed by Argon2id
 * at the least cost there is, the log is silent, and it listens on loopback or not at all.
 * @throws ConfigError with every mistake of `config` and `users`
 */
export async function startTestServer<
  const Users extends Readonly<Record<string, TestUser>> = { readonly ann: object },
  Time extends Clock = ManualClock,
>(options: TestServerOptions<Users, Time> = {}): Promise<TestServer<keyof Users & string, Time>> {
  const { users, clock: time, listen: listens = false, config = {}, ...others } = options;
  const wanted: Readonly<Record<string, TestUser>> = users ?? { ann: {} };
  const clock = (time ?? new ManualClock()) as Time; // without a clock, the default of the type is that of the value
  const seeds = Object.entries(wanted).map(([loginName, user]) => ({
    projects: ['*'],
    ...user,
    password: user.password ?? newPassword(),
    loginName,
  }));
  const administrator = { username: 'administrator', password: newPassword() };
  const overrides: OverridesOfTests = { ...others, clock, places, administratorPassword: administrator.password };
  const server = await createAuthServer(configOf(config, seeds), overrides);
  const accounts = seeds.map(({ loginName, password }) => [loginName, { username: loginName, password }] as const);
  const known = Object.fromEntries(accounts) as Readonly<Record<keyof Users & string, Credentials>>; // its keys
  const listen = async () => {
    await server.listen();
    return server.url;
  };
  const close = () => server.close();
  if (listens) await listen().catch(async (error: unknown) => close().then(() => Promise.reject(error)));
  return {
    get url() {
      return server.url;
    },
    fetch: (input, init) => ask(server, new Request(input, init)),
    clock,
    users: known,
    administrator: accounts.find(([name]) => name.toLowerCase() === 'administrator')?.[1] ?? administrator,
    project,
    server,
    listen,
    close,
    [Symbol.asyncDispose]: close,
  };
}

const places: Places = {
  users: { kind: 'sqlite', file: ':memory:' },
  audit: { kind: 'sqlite', file: ':memory:' },
  sessionsFolder: '', // of the embedded store, which this is not
  identityTokenSecret: newPassword,
};

function configOf(config: ConfigInput, users: NonNullable<ConfigInput['users']>): ConfigInput {
  return {
    projects: [project],
    ...config,
    demo: true, // refuses every address but loopback
    users,
    log: { level: 'silent', ...config.log },
    server: { port: 0, drainMs: 0, stopTimeoutSeconds: 1, ...config.server },
    session: { ...config.session, store: { kind: 'memory' } },
    passwords: { ...config.passwords, hashing: { memoryKiB: 8, iterations: 1, threads: 1 } },
  };
}

function newPassword(): string {
  return randomBytes(24).toString('base64url');
}

/** The server knows paths only: a request that is meant for somebody else must not be answered by it. */
async function ask(server: AuthServer, request: Request): Promise<Response> {
  const { origin } = new URL(server.url);
  if (new URL(request.url).origin !== origin) {
    throw new TypeError(`This fetch reaches ${origin} only, and was asked for ${new URL(request.url).origin}`);
  }
  const { signal } = request;
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const aborted = () => reject(signal.reason as unknown); // whatever the caller gave
    signal.addEventListener('abort', aborted, { once: true });
    server
      .fetch(request)
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', aborted));
  });
}
