/** A first look at a server: is it there, does it let us in, what does it say of itself? Before hundreds of failures say the same. */
import { headers as wireHeaders, sessionCookie } from '@mstr-rest/protocol';
import { send, valuesOfHeader, type HeaderLine, type RawAnswer } from '../http.js';
import type { Settings } from '../settings.js';
import type { Account, KnownProject } from '../target.js';
import { troubleOf } from './trouble.js';
import { UsageError } from './usage-error.js';

/** What a server says of itself. */
export interface Surroundings {
  readonly settings: Partial<Settings>;
  readonly project?: KnownProject;
  readonly privilege?: { readonly id: string };
}

/**
 * Logs in and out once.
 * @param base address of the API, without a slash at its end
 * @throws UsageError that says in a sentence why there is no point in going on
 */
export async function lookAround(base: string, user: Account): Promise<Surroundings> {
  const ask = async (method: string, path: string, headers: readonly HeaderLine[] = [], body?: string) => {
    const url = `${base}${path}`;
    return send({ method, url, headers, body }).catch((error: unknown) => {
      throw new UsageError(troubleOf(error, url), { cause: error });
    });
  };
  const status = await ask('GET', '/status');
  const versions = jsonOf(status);
  if (status.status !== 200 || versions === undefined) throw new UsageError(noApi(base, status));
  const modes = jsonOf(await ask('GET', '/config/authModes'))?.['modes'];
  const login = JSON.stringify({ loginMode: 1, username: user.username, password: user.password });
  const opened = await ask('POST', '/auth/login', [['Content-Type', 'application/json']], login);
  const [token] = valuesOfHeader(opened, wireHeaders.authToken);
  if (opened.status >= 300 || token === undefined) throw new UsageError(noLogin(opened, user));
  const cookies = valuesOfHeader(opened, 'set-cookie').map((one) => one.split(';', 1)[0] ?? '');
  const session: readonly HeaderLine[] = [
    ['X-MSTR-AuthToken', token],
    ['Cookie', cookies.join('; ')],
  ];
  try {
    const known = await ask('GET', '/sessions', session);
    if (known.status !== 200) throw new UsageError(noSession(known, cookies));
    return {
      settings: settingsSaid({ versions, modes, timeout: jsonOf(known)?.['timeout'], base }),
      ...projectIn(await ask('GET', '/projects', session)),
      ...privilegeIn(await ask('GET', '/sessions/privileges', session)),
    };
  } finally {
    await ask('POST', '/auth/logout', session).catch(() => undefined);
  }
}

interface Said {
  readonly versions: Readonly<Record<string, unknown>>;
  readonly modes: unknown;
  readonly timeout: unknown;
  readonly base: string;
}

function settingsSaid({ versions, modes, timeout, base }: Said): Partial<Settings> {
  const { iServerVersion, webVersion } = versions;
  return {
    'server.context': new URL(base).pathname.replace(/\/api$/, ''),
    ...(typeof iServerVersion === 'string' && { 'iserver.iServerVersion': iServerVersion }),
    ...(typeof webVersion === 'string' && { 'iserver.webVersion': webVersion }),
    ...(typeof timeout === 'number' && { 'iserver.maxUserConnectionIdleTime': timeout }),
    ...(Array.isArray(modes) && { 'auth.modes.available': modes.filter((mode) => Number.isInteger(mode)) as number[] }),
  };
}

function projectIn(answer: RawAnswer): Pick<Surroundings, 'project'> {
  const [first] = [jsonOf(answer)].flat();
  const { id, name } = first ?? {};
  return typeof id === 'string' && typeof name === 'string' ? { project: { id, name } } : {};
}

function privilegeIn(answer: RawAnswer): Pick<Surroundings, 'privilege'> {
  const [first] = [jsonOf(answer)?.['privileges']].flat() as readonly unknown[]; // a list of what is looked at next
  const { id } = Object(first) as { readonly id?: unknown }; // any object
  return typeof id === 'string' ? { privilege: { id } } : {};
}

function noApi(base: string, answer: RawAnswer): string {
  const { status } = answer;
  const [location] = valuesOfHeader(answer, 'location');
  if (status >= 300 && status < 400 && location !== undefined) {
    return `The server sends us on to ${new URL(location, base).origin}: --base-url has to be the final address.`;
  }
  const [type = 'no content type'] = valuesOfHeader(answer, 'content-type');
  return (
    `There is no API at ${base}: GET /status was answered ${status} (${type}). Is the path of --base-url right? ` +
    'It usually ends in /MicroStrategyLibrary.'
  );
}

function noLogin(answer: RawAnswer, { username }: Account): string {
  const { code, message } = jsonOf(answer) ?? {};
  const said = typeof code === 'string' ? ` ${code} "${String(message)}"` : '';
  const refused = `The server did not let ${username} in by login mode 1 (standard): ${answer.status}${said}.`;
  return answer.status === 401
    ? `${refused} Are MSTR_USERNAME and MSTR_PASSWORD right?`
    : `${refused} Nothing else can be tried without a session.`;
}

function noSession({ status }: RawAnswer, cookies: readonly string[]): string {
  const hasCookie = cookies.some((one) => one.startsWith(`${sessionCookie}=`));
  const why = hasCookie
    ? 'Is there a load balancer that does not send all requests of a session to one node?'
    : `It set no cookie ${sessionCookie}: does something in front of it drop cookies?`;
  return `The server let us in, and answered GET /sessions with ${status}. ${why}`;
}

function jsonOf({ body }: RawAnswer): Readonly<Record<string, unknown>> | undefined {
  try {
    return Object(JSON.parse(body)) as Readonly<Record<string, unknown>>; // any object
  } catch {
    return undefined;
  }
}
