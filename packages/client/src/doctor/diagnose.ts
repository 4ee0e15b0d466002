import { systemClock, type Clock } from '../clock.js';
import { Deadline } from '../deadline.js';
import type { ConnectionOptions } from '../transport/connection-options.js';
import { nodeConnections } from '../transport/node-connections.js';
import { checkAddress } from './address.js';
import type { Finding } from './findings.js';
import { unreached } from './reach.js';
import { checkCors, checkLoginMode, checkStatus, type Sent } from './server.js';
import { checkSession, type Credentials } from './session.js';

/** What is looked at. */
export interface DiagnoseOptions extends ConnectionOptions {
  /** The address that a client is going to be given. */
  readonly url: string;
  /** Of a page that is going to use the API from a browser, such as `https://app.example.com`. */
  readonly origin?: string | undefined;
  /** Number of the login mode that is wanted. */
  readonly loginMode?: number | undefined;
  /** Logs in with these, and out again. Default is not to log in. */
  readonly credentials?: Credentials | undefined;
  /** Deadline of each request, in milliseconds. Default 10 000. */
  readonly timeoutMs?: number | undefined;
  readonly clock?: Clock | undefined;
}

/**
 * Says what is wrong with an address, and with what answers there. No finding holds a secret.
 *
 * @returns What was found, in the order in which it has to be put right; empty where all is well.
 * @throws {TypeError} for options that cannot be.
 */
export async function diagnose(options: DiagnoseOptions): Promise<readonly Finding[]> {
  const { url, origin, loginMode, credentials, timeoutMs = 10_000, clock = systemClock, tls, proxy } = options;
  if (origin !== undefined && (!URL.canParse(origin) || new URL(origin).origin !== origin))
    throw new TypeError('origin must look like https://app.example.com');
  const { base, findings } = checkAddress(url);
  if (base === undefined) return findings;
  const send = senderOf({ connectTimeoutMs: options.connectTimeoutMs ?? timeoutMs, tls, proxy }, clock, timeoutMs);
  try {
    const answer = await send({ method: 'GET', url: `${base}/status`, headers: { accept: 'application/json' } });
    const found = [...findings, ...(await checkStatus(base, answer, clock.now()))];
    if (!answer.ok || found.some(({ id }) => id === 'pageInsteadOfApi')) return found;
    if (loginMode !== undefined) found.push(...(await checkLoginMode(base, send, loginMode)));
    if (origin !== undefined) found.push(...(await checkCors(base, send, origin)));
    if (credentials) found.push(...(await checkSession({ base, credentials, origin, timeoutMs, tls, proxy })));
    return found;
  } catch (error) {
    return [...findings, await unreached(error, base)];
  }
}

/** Sends without a session, and follows no redirect. */
function senderOf(connections: ConnectionOptions, clock: Clock, timeoutMs: number): Sent {
  const own = nodeConnections(connections);
  return async (request) => {
    if (!own) throw new TypeError('this platform has no connections of its own');
    const deadline = new Deadline(clock, timeoutMs, undefined);
    try {
      const answer = await deadline.bound(own.send({ ...request, signal: deadline.signal }));
      await deadline.bound(answer.text());
      return answer;
    } finally {
      deadline.close();
    }
  };
}
