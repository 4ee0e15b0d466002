import { z } from 'zod';
import { seedGroupSchema, seedUserSchema } from '../users/seed.js';
import { admin, leastPasswordLength } from './admin-settings.js';
import { apiTokens, guessing, identityToken, passwords } from './credential-settings.js';
import { directory } from './directory-settings.js';
import { group, seconds } from './group.js';
import { isLoopbackHost } from './loopback.js';
import { isOverTls } from './public-url.js';
import { metrics, server } from './server-settings.js';
import { isShared, store } from './store-settings.js';

const cap = z.int().min(-1);
const objectId = z
  .string()
  .regex(/^[0-9A-Fa-f]{32}$/, 'expected 32 hexadecimal digits')
  .toUpperCase();
const origin = z.string().refine(isOrigin, 'expected an origin such as https://app.example.com, without a path');
const version = z
  .string()
  .regex(/^\d{1,2}\.\d{1,2}\.\d{4}\.\d{5}[A-Z]?$/, 'expected a version such as 11.5.0600.00000');
const date = z.iso.datetime({ offset: true }).or(z.iso.date());

const session = group(
  {
    timeoutSeconds: seconds.default(1800).describe('Idle seconds after which the HTTP session ends.'),
    absoluteTimeoutSeconds: seconds.default(86_400).describe('Seconds after which an HTTP session ends, however busy.'),
    requireCookie: z.boolean().default(true).describe('Must the token come with its JSESSIONID cookie?'),
    store,
    storeDeadlineMs: z
      .int()
      .min(10)
      .default(1000)
      .describe('A session store that has not answered after this long counts as down: 503, never 401.'),
    iSessionCookie: z
      .boolean()
      .default(false)
      .describe('Sets a second cookie, iSession, at login, for browser pages that look for it. It proves nothing.'),
    cookie: group(
      {
        sameSite: z.enum(['Lax', 'Strict', 'None']).default('Lax').describe('None needs an https publicUrl.'),
        partitioned: z.boolean().default(false).describe('Partitioned cookies (CHIPS); needs sameSite None.'),
      },
      'The JSESSIONID cookie.',
    ),
  },
  'The HTTP session: what a caller holds.',
);

const iserver = group(
  {
    maxUserConnectionIdleTime: seconds
      .default(600)
      .describe('Idle seconds after which the Intelligence Server session ends; less than session.timeoutSeconds.'),
    maxUserConnectionPerServer: cap.optional().describe('Most sessions on the server; -1: no limit.'),
    maxSessionsPerUser: cap.optional().describe('Most sessions of one user; -1: no limit.'),
    maxProjectSessionsPerUser: cap
      .optional()
      .describe('Most project sessions of one user in one project; -1: no limit.'),
    applicationTypes: z
      .array(z.int())
      .min(1)
      .optional()
      .describe('The only values of applicationType that a login may send, such as [8, 35, 76]; by default any.'),
    iServerVersion: version.default('11.5.0600.00000').describe('Reported by GET /status; clients gate on it.'),
    webVersion: version.default('11.5.0600.00000').describe('Reported by GET /status; clients gate on it.'),
    minMobileCompatibleVersion: z.string().default('11.5.600.0000').describe('Reported by GET /status.'),
    deploymentType: z.string().default('standalone').describe('Reported by GET /status.'),
  },
  'The embedded Intelligence Server.',
);

const auth = z
  .object({
    modes: group(
      {
        available: z.array(z.int()).min(1).default([1]).describe('Numbers of the enabled login modes.'),
        default: z.int().optional().describe('The mode of a login that names none; by default the first available.'),
        changeable: z
          .boolean()
          .default(true)
          .describe(
            'May administrators choose others while the server runs? What they chose then counts, also after a restart; ' +
              'false: this list counts.',
          ),
        maximumConcurrentLogins: z
          .int()
          .min(1)
          .default(1000)
          .describe('Most logins of one mode whose evidence is being judged at a time; further ones get 503.'),
      },
      'Login modes.',
    ),
    cors: group(
      {
        origins: z
          .array(origin)
          .default([])
          .describe('Origins whose pages may call, for example https://app.example.com.'),
      },
      'Calls from pages on other origins.',
    ),
  })
  .catchall(z.unknown())
  .prefault({})
  .describe('Login modes and their settings: auth.<name of the mode>.');

const project = z.strictObject({
  id: objectId.describe('32 hexadecimal digits.'),
  name: z.string().min(1),
  alias: z.string().default(''),
  description: z.string().default(''),
  status: z.int().default(0).describe('0: loaded.'),
  dateCreated: date.default('2026-01-01'),
  dateModified: date.default('2026-01-01'),
  owner: z.strictObject({ id: objectId, name: z.string() }).optional().describe('By default the administrator.'),
});

const privilege = z.strictObject({
  id: z.string().regex(/^\d+$/, 'expected a number as text, such as "316"').describe('A number as text.'),
  name: z.string().min(1),
  description: z.string().default(''),
});

/** Everything that can be configured. Keys are the vendor's where one exists (docs/protocol section 7). */
export const configSchema = z
  .strictObject({
    profile: z
      .enum(['exact', 'vendor'])
      .default('exact')
      .describe('exact: timeouts to the millisecond, no caps. vendor: swept timeouts and the caps of the vendor.'),
    demo: z.boolean().default(false).describe('Allows weak passwords of accounts in this file, on loopback only.'),
    dataDirectory: z.string().min(1).default('.data').describe('Folder for users and keys.'),
    server,
    session,
    iserver,
    auth,
    security: group(
      {
        allowedOrigins: z.array(origin).default([]).describe('Further origins; the same as auth.cors.origins.'),
        allowAllOrigins: z
          .boolean()
          .default(false)
          .describe(
            'Lets pages of every origin call, with cookies: any site can then take over a session. A warning is logged.',
          ),
      },
      'Calls from pages on other origins.',
    ),
    logout: group(
      {
        scope: z
          .enum(['session', 'user'])
          .default('session')
          .describe('What a logout ends: this session, or all of the user.'),
      },
      'Logging out.',
    ),
    identityToken,
    apiTokens,
    errors: group(
      {
        detailedLogin: z
          .boolean()
          .default(false)
          .describe('Tells whoever asks whether a user exists. For tests of clients, not for the open.'),
      },
      'What errors tell.',
    ),
    errorCodes: group(
      { style: z.enum(['short', 'long']).default('short').describe('ERR014 and ERR017, or ERR0014 and ERR0017.') },
      'How errors are spelled.',
    ),
    passwords,
    guessing,
    admin,
    log: group(
      { level: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info') },
      'The log: JSON lines on standard output. Lines of the audit are there at every level but silent.',
    ),
    audit: group(
      {
        store: z.boolean().default(true).describe('Are events kept in a database of their own, beside the log?'),
        retentionDays: z.int().min(1).max(36_500).default(90).describe('Days after which an event is forgotten.'),
      },
      'The audit: who logged in, out or failed to.',
    ),
    metrics,
    directory,
    users: z.array(seedUserSchema).default([]).describe('Accounts that are made at start where they are missing.'),
    groups: z.array(seedGroupSchema).default([]).describe('Groups that are made at start where they are missing.'),
    projects: z.array(project).default([]).describe('The projects.'),
    privileges: z.array(privilege).default([]).describe('The privilege catalogue.'),
  })
  .superRefine(checkTogether);

/** What is read: every key optional. */
export type ConfigInput = z.input<typeof configSchema>;
/** What the server works with: every default applied. */
export type Config = z.output<typeof configSchema>;
export type Tls = NonNullable<Config['server']['tls']>;

/** Rules between settings; each names every key that it is about. */
function checkTogether(config: z.output<typeof configSchema>, context: z.RefinementCtx): void {
  const refuse = (path: string, message: string) =>
    context.addIssue({ code: 'custom', path: path.split('.'), message });
  const { session, iserver, server, auth } = config;
  const overTls = isOverTls(config);
  if (session.timeoutSeconds <= iserver.maxUserConnectionIdleTime) {
    refuse(
      'session.timeoutSeconds',
      `must be greater than iserver.maxUserConnectionIdleTime (${session.timeoutSeconds} is not greater than ` +
        `${iserver.maxUserConnectionIdleTime}): a client would be told of a timeout that its HTTP session does not reach`,
    );
  }
  if (config.demo && !isLoopbackHost(server.host)) {
    refuse('server.host', `is ${server.host}, but a configuration with demo: true may listen on loopback only`);
  }
  if (server.tls !== undefined && !overTls) {
    refuse('server.publicUrl', 'must be https where server.tls is set');
  }
  if (config.metrics.enabled && config.metrics.port !== 0 && config.metrics.port === server.port) {
    refuse('metrics.port', 'must not be server.port: metrics have an address of their own');
  }
  if (config.demo && !isLoopbackHost(config.metrics.host)) {
    refuse(
      'metrics.host',
      `is ${config.metrics.host}, but a configuration with demo: true may listen on loopback only`,
    );
  }
  const { secretKey, secretKeyFile } = config.identityToken;
  if (isShared(session.store) && secretKey === undefined && secretKeyFile === undefined) {
    refuse(
      'identityToken.secretKeyFile',
      `is needed (or secretKey) with session.store.kind ${session.store.kind}: all nodes sign identity tokens and seal ` +
        'pending logins with the same key. To make one: openssl rand -base64 48',
    );
  }
  if (secretKey !== undefined && secretKeyFile !== undefined) {
    refuse('identityToken.secretKeyFile', 'give secretKey or secretKeyFile, not both');
  }
  const operatorPassword = config.admin.basic?.password;
  if (operatorPassword !== undefined && !config.demo && [...operatorPassword].length < leastPasswordLength) {
    refuse('admin.basic.password', `must have at least ${leastPasswordLength} characters`);
  }
  if (session.cookie.sameSite === 'None' && !overTls) {
    refuse(
      'session.cookie.sameSite',
      'None needs an https server.publicUrl or server.tls: browsers drop such a cookie otherwise',
    );
  }
  if (session.cookie.partitioned && session.cookie.sameSite !== 'None') {
    refuse('session.cookie.partitioned', 'needs session.cookie.sameSite None');
  }
  const { lifetimeMinutes, maximumLifetimeMinutes } = config.apiTokens;
  if (lifetimeMinutes > maximumLifetimeMinutes) {
    refuse(
      'apiTokens.lifetimeMinutes',
      `must not be greater than apiTokens.maximumLifetimeMinutes (${maximumLifetimeMinutes})`,
    );
  }
  if (auth.modes.default !== undefined && !auth.modes.available.includes(auth.modes.default)) {
    refuse('auth.modes.default', 'must be one of auth.modes.available');
  }
  const { available } = auth.modes;
  if (config.profile === 'vendor' && available.length > 1 && available.includes(64)) {
    refuse('auth.modes.available', 'with profile: vendor, 64 (Trusted) must be the only login mode');
  }
  for (const [key, list] of Object.entries({ projects: config.projects, privileges: config.privileges })) {
    const ids = list.map(({ id }) => id);
    const twice = ids.find((id, index) => ids.indexOf(id) !== index);
    if (twice !== undefined) refuse(key, `the id ${twice} is used twice`);
  }
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text;
}
