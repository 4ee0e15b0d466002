import type * as undiciModule from 'undici';
import type { buildConnector, Dispatcher } from 'undici';
import { checkedTimeout } from '../deadline.js';
import type { ConnectionOptions, TlsOptions } from './connection-options.js';
import { undiciAnswer } from './node-answer.js';
import { incoming, initOf, type Outgoing } from './outgoing.js';
import type { OwnConnections } from './road.js';

type Undici = typeof undiciModule;

/** The platform's `fetch` as it was before anybody could put another in its place, as test libraries do. */
const fetchOfPlatform = globalThis.fetch;

/**
 * Connections by undici, which `fetch` of Node stands on too: with them a call costs a third of what it does by `fetch`, and
 * proxies and certificates can be had in every version of Node alike.
 *
 * @returns undefined where nothing is asked of the connections and this is no Node.
 * @throws {TypeError} for options that cannot be.
 */
export function nodeConnections(options: ConnectionOptions): OwnConnections | undefined {
  const { connectTimeoutMs, tls, proxy } = options;
  const asked = connectTimeoutMs !== undefined || tls !== undefined || proxy !== undefined;
  if (!asked && ('Bun' in globalThis || 'Deno' in globalThis)) return undefined;
  const connect = connectOf(checkedTimeout(connectTimeoutMs ?? 10_000), tls ?? {});
  const proxyUrl = proxy === undefined || proxy === 'environment' ? proxy : proxyOf(proxy);
  let opening: Promise<Opened> | undefined;
  // Loaded with the first call: it takes a moment.
  const opened = () => (opening ??= open(connect, proxyUrl));
  // Bundled as an ES module it cannot be loaded by everybody's bundler. Then `fetch` does, unless more is asked of it.
  const openedIfWanted = () => (asked ? opened() : opened().catch(() => undefined));
  return {
    connectTimeoutMs,
    async send(outgoing) {
      // Where somebody has put another in its place, he means it to be asked.
      const there = !asked && globalThis.fetch !== fetchOfPlatform ? undefined : await openedIfWanted();
      if (!there) return incoming(await globalThis.fetch(outgoing.url, initOf(outgoing, false)));
      const { undici, dispatcher } = there;
      return isPlain(outgoing)
        ? undiciAnswer(await dispatcher.request(requestOf(outgoing)))
        : incoming(await sendParts(undici, dispatcher, outgoing));
    },
    async fetch(request) {
      if (!asked) return globalThis.fetch(request);
      const { undici, dispatcher } = await opened();
      const { method, url, signal, body } = request;
      const headers = Object.fromEntries(request.headers);
      return sendParts(undici, dispatcher, { method, url, signal, headers, body: body ?? undefined });
    },
  };
}

interface Opened {
  readonly undici: Undici;
  readonly dispatcher: Dispatcher;
}

async function open(connect: Connect, proxy: string | undefined): Promise<Opened> {
  const undici = await import('undici');
  return { undici, dispatcher: dispatcherOf(undici, connect, proxy) };
}

function requestOf({ url, method, headers, body, signal }: Outgoing): Dispatcher.RequestOptions {
  const end = url.indexOf('/', 'https://'.length);
  const [origin, path] = [url.slice(0, end), url.slice(end)]; // parsing it again would cost as much as a cookie
  // A method is any word to HTTP, and to undici one of its list.
  return { origin, path, method, headers, body: body as string | null, signal };
}

/** Text is what undici takes as it is; what else a body may be, its `fetch` knows. */
function isPlain({ body }: Outgoing): boolean {
  return body === undefined || typeof body === 'string';
}

async function sendParts({ fetch }: Undici, dispatcher: Dispatcher, outgoing: Outgoing): Promise<Response> {
  // The types of undici and of the DOM tell of the same standard, each in its own way.
  const init = { ...initOf(encoded(outgoing), false), dispatcher } as Parameters<Undici['fetch']>[1];
  return (await fetch(outgoing.url, init)) as unknown as Response;
}

/** A form of the platform is no form to undici: it gets the text of it. */
function encoded(outgoing: Outgoing): Outgoing {
  if (!(outgoing.body instanceof FormData)) return outgoing;
  const { body, headers } = new Response(outgoing.body);
  const type = { 'content-type': headers.get('content-type') ?? '' };
  return { ...outgoing, headers: { ...outgoing.headers, ...type }, body: body ?? undefined };
}

type Connect = buildConnector.BuildOptions & { readonly timeout: number };

function dispatcherOf({ Agent, ProxyAgent, EnvHttpProxyAgent }: Undici, connect: Connect, proxy: string | undefined) {
  if (proxy === undefined) return new Agent({ connect });
  const tunnels = { connect, requestTls: connect, proxyTls: { timeout: connect.timeout } };
  return proxy === 'environment' ? new EnvHttpProxyAgent(tunnels) : new ProxyAgent({ ...tunnels, uri: proxy });
}

/** Only what is named here gets through: whoever passes more, such as `rejectUnauthorized`, changes nothing by it. */
function connectOf(timeout: number, { ca, cert, key, pfx, passphrase, serverName }: TlsOptions): Connect {
  if ((cert === undefined) !== (key === undefined)) throw new TypeError('tls.cert and tls.key go together');
  if (cert !== undefined && pfx !== undefined) throw new TypeError('tls takes either cert and key, or pfx');
  const given = Object.entries({ ca, cert, key, pfx, passphrase, servername: serverName });
  return {
    timeout,
    // Also where NODE_TLS_REJECT_UNAUTHORIZED would switch it off for the whole process.
    rejectUnauthorized: true,
    ...Object.fromEntries(given.filter(([, value]) => value !== undefined)),
  };
}

function proxyOf(proxy: string | URL): string {
  const url = URL.canParse(String(proxy)) ? new URL(proxy) : undefined;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url.href;
  // Not repeated: it may hold a password.
  throw new TypeError('proxy must be an address such as http://proxy.example:3128, or "environment"');
}
