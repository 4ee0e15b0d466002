/** How a provider is asked, and what is shown of its answers where they are no good. */
import type * as oauth from 'oauth4webapi';
import { BrowserLoginError } from './errors/browser-login-error.js';
import { copyCause } from './errors/connection-error.js';
import type { Fetch } from './fetch.js';

export type RequestOptions = oauth.DiscoveryRequestOptions & oauth.TokenEndpointRequestOptions;

export function requestOptions(library: typeof oauth, issuer: URL, fetch: Fetch, signal: AbortSignal): RequestOptions {
  return {
    algorithm: 'oidc',
    signal,
    // Its options are those of a request; it follows no redirect.
    [library.customFetch]: (url, init) => answerTo(new Request(url, init as RequestInit), fetch),
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- it is marked so only to stand out
    [library.allowInsecureRequests]: isLoopback(issuer),
  };
}

async function answerTo(request: Request, fetch: Fetch): Promise<Response> {
  const asked = `The OpenID provider does not answer at ${request.url}`;
  const answer = await fetch(request).catch((error: unknown) => {
    const cause = copyCause(error, (text) => text);
    throw new BrowserLoginError('providerUnreachable', asked, { cause });
  });
  if (answer.status < 500) return answer;
  throw new BrowserLoginError('providerUnreachable', `${asked}: it has status ${answer.status}`);
}

/** Is this an address at which somebody may type a password? Plain http is for providers of this machine. */
export function isSafe(address: string, issuer: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return url.protocol === 'https:' || (isLoopback(new URL(issuer)) && isLoopback(url));
}

function isLoopback({ protocol, hostname }: URL): boolean {
  return protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
}

export async function believed<Answer>(signal: AbortSignal, ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    signal.throwIfAborted();
    throw refusalOf(error);
  }
}

/** From what the library threw, whose causes may have tokens in them, to what may be shown. */
export function refusalOf(error: unknown): BrowserLoginError {
  if (error instanceof BrowserLoginError) return error;
  const { name, message, code, error: said, error_description: more } = Object(error) as Thrown; // any object
  if (said === 'access_denied') return new BrowserLoginError('refused', 'The login was refused at the provider');
  if (typeof said === 'string') return refused(printable(typeof more === 'string' ? `${said}: ${more}` : said));
  const cause = Object.assign(new Error(String(message)), {
    name: String(name),
    ...(code === undefined ? {} : { code }),
  });
  return refused(cause.message, { cause });
}

type Thrown = Readonly<Record<string, unknown>>;

export function refused(what: string, options?: ErrorOptions): BrowserLoginError {
  return new BrowserLoginError('providerRefused', `The login at the OpenID provider failed: ${what}`, options);
}

/** Anybody may have written it, if it came by a browser. The characters are those of RFC 6749 section 4.1.2.1. */
function printable(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?').slice(0, 300);
}
