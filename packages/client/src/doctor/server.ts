import { jsonOf } from '../api.js';
import type { Incoming, Send } from '../transport/outgoing.js';
import { finding, type Finding } from './findings.js';
import { speaksTls } from './reach.js';

/** The oldest version that the API of this client is of. */
const oldestMajor = 11;
const mostSkewMs = 60_000;

type Fields = Readonly<Record<string, unknown>>;

/** What the answer to `GET /status` tells of the server. */
export async function checkStatus(base: string, answer: Incoming, nowMs: number): Promise<readonly Finding[]> {
  const wrong = await strangeAnswer(base, answer);
  if (wrong) return [wrong];
  return [...clockOf(answer, nowMs), ...versionOf(Object(jsonOf(await answer.text())) as Fields)]; // any object
}

async function strangeAnswer(base: string, answer: Incoming): Promise<Finding | undefined> {
  const { status, headers } = answer;
  const location = headers.get('location');
  if (status >= 300 && status < 400 && location !== null) {
    const to = URL.canParse(location, base) ? new URL(location, base) : undefined;
    // Without its query, in which there may be a secret.
    return finding('redirected', `The server sends everybody on to ${to ? to.origin + to.pathname : 'no address'}.`);
  }
  if (headers.get('content-type')?.includes('json') !== true) {
    const url = new URL(base);
    if (status === 400 && url.protocol === 'http:' && (await speaksTls(url)))
      return finding('httpsInsteadOfHttp', 'The server speaks TLS at this port.');
    const type = headers.get('content-type')?.split(';')[0] ?? 'nothing';
    return finding('pageInsteadOfApi', `GET ${base}/status is answered with ${status} and ${type}, not with JSON.`);
  }
  if (status >= 500) return finding('serverFailing', `GET ${base}/status is answered with ${status}.`);
  return answer.ok ? undefined : finding('notThisApi', `GET ${base}/status is answered with ${status}.`);
}

function clockOf({ headers }: Incoming, nowMs: number): readonly Finding[] {
  const skewMs = Date.parse(headers.get('date') ?? '') - nowMs;
  if (Number.isNaN(skewMs) || Math.abs(skewMs) < mostSkewMs) return [];
  const seconds = Math.round(Math.abs(skewMs) / 1000);
  const what = `The clock of the server is ${seconds} seconds ${skewMs > 0 ? 'ahead of' : 'behind'} the one of this machine.`;
  return [finding('clockDiffers', what)];
}

function versionOf({ iServerVersion }: Fields): readonly Finding[] {
  if (typeof iServerVersion !== 'string') return [finding('versionUnknown', 'The server does not tell its version.')];
  const major = Number(/^\d{1,4}/.exec(iServerVersion)?.[0]);
  return major >= oldestMajor ? [] : [finding('versionOld', `The server is older than version ${oldestMajor}.`)];
}

/** Is the login mode that is wanted among those that the server offers? */
export async function checkLoginMode(base: string, send: Sent, wanted: number): Promise<readonly Finding[]> {
  const answer = await send({ method: 'GET', url: `${base}/config/authModes`, headers: {} });
  const { availableModes: modes } = Object(jsonOf(await answer.text())) as Fields; // any object
  if (Array.isArray(modes) && modes.includes(wanted)) return [];
  const offered = Array.isArray(modes) && modes.every((one) => typeof one === 'number') ? modes.join(', ') : 'unknown';
  return [finding('loginModeNotOffered', `Login mode ${wanted} is not offered. What is: ${offered}.`)];
}

/** {@link Send} with a deadline. */
export type Sent = (request: Omit<Parameters<Send>[0], 'signal'>) => Promise<Incoming>;

/** May a page of this origin use the API? Asks as a browser would (Fetch standard, CORS protocol). */
export async function checkCors(base: string, send: Sent, origin: string): Promise<readonly Finding[]> {
  const asked = {
    origin,
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'content-type,x-mstr-authtoken',
  };
  const preflight = await send({ method: 'OPTIONS', url: `${base}/auth/login`, headers: asked });
  await preflight.text();
  if (!preflight.ok || preflight.headers.get('access-control-allow-origin') !== origin) {
    return [finding('corsOriginRefused', `Pages of ${origin} are not let in.`)];
  }
  const findings: Finding[] = [];
  if (preflight.headers.get('access-control-allow-credentials') !== 'true') {
    findings.push(finding('corsWithoutCredentials', `Pages of ${origin} are let in without cookies.`));
  }
  const { headers } = await send({ method: 'GET', url: `${base}/status`, headers: { origin } });
  if (headers.get('access-control-expose-headers')?.toLowerCase().includes('x-mstr-authtoken') !== true) {
    findings.push(finding('corsTokenHidden', `Pages of ${origin} may not read the token.`));
  }
  return findings;
}
