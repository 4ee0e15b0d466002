import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK, type JWTPayload } from 'jose';

/** What the provider does instead of what is right. */
export interface Misbehaviour {
  readonly discovery?: (document: Record<string, unknown>) => Record<string, unknown>;
  readonly claims?: (right: JWTPayload) => JWTPayload;
  readonly sign?: (claims: JWTPayload, keys: Keys) => string | Promise<string>;
  readonly tokens?: (right: Record<string, unknown>) => Record<string, unknown>;
  readonly userInfo?: Record<string, unknown>;
  /** Of the address that the browser is sent back to. */
  readonly back?: (query: URLSearchParams) => void;
  /** Answers in its own way at one of its paths. */
  readonly at?: Readonly<Record<string, (response: ServerResponse, request: IncomingMessage) => void>>;
}

export interface Keys {
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  readonly kid: string;
}

/** A provider that can do whatever no real one does. It lets everybody in who comes, as `ann`. */
export interface HostileProvider {
  readonly issuer: string;
  readonly keys: Keys;
  misbehaviour: Misbehaviour;
  /** Every request, oldest first. */
  readonly asked: { readonly path: string; readonly body: URLSearchParams; readonly query: URLSearchParams }[];
  signed(claims: JWTPayload, header?: { readonly typ?: string }): Promise<string>;
  close(): Promise<void>;
}

export const clientId = 'auth-server';

export async function openHostileProvider(): Promise<HostileProvider> {
  const http = createServer();
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(http.address() as AddressInfo).port}`; // it listens on TCP
  const keys: Keys = { ...(await generateKeyPair('RS256', { extractable: true })), kid: randomUUID() };
  const jwk: JWK = { ...(await exportJWK(keys.publicKey)), kid: keys.kid, use: 'sig' };
  const nonces = new Map<string, string | null>();
  const provider: HostileProvider = {
    issuer,
    keys,
    misbehaviour: {},
    asked: [],
    signed: (claims, header = {}) =>
      new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: keys.kid, ...header }).sign(keys.privateKey),
    async close() {
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };

  const discovery = () => ({
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    userinfo_endpoint: `${issuer}/userinfo`,
    end_session_endpoint: `${issuer}/logout`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    authorization_response_iss_parameter_supported: true,
    // A hostile one allows itself everything.
    id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
  });
  const tokens = async (code: string) => {
    const now = Math.floor(Date.now() / 1000);
    const nonce = nonces.get(code) ?? undefined;
    const right = {
      iss: issuer,
      aud: clientId,
      sub: 'ann',
      iat: now,
      exp: now + 300,
      nonce,
      preferred_username: 'ann',
    };
    const { claims = (same: JWTPayload) => same, sign = (same: JWTPayload) => provider.signed(same) } =
      provider.misbehaviour;
    return { access_token: 'an access token', token_type: 'Bearer', id_token: await sign(claims(right), keys) };
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
    const { pathname: path, searchParams: query } = new URL(request.url ?? '/', issuer);
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const body = new URLSearchParams(Buffer.concat(chunks).toString());
    provider.asked.push({ path, body, query });
    const {
      at,
      discovery: changed = (same: object) => same,
      back,
      userInfo = {},
      tokens: other,
    } = provider.misbehaviour;
    const own = at?.[path];
    if (own !== undefined) return own(response, request);
    const json = (value: object) => response.setHeader('content-type', 'application/json').end(JSON.stringify(value));
    if (path === '/.well-known/openid-configuration') return json(changed(discovery()));
    if (path === '/jwks') return json({ keys: [jwk] });
    if (path === '/userinfo') return json({ sub: 'ann', ...userInfo });
    if (path === '/token') {
      const right = await tokens(body.get('code') ?? '');
      return json(other?.(right) ?? right);
    }
    if (path === '/logout') return response.end('Signed out at the provider');
    const code = randomUUID();
    nonces.set(code, query.get('nonce'));
    const location = new URL(query.get('redirect_uri') ?? '');
    location.search = String(new URLSearchParams({ code, state: query.get('state') ?? '', iss: issuer }));
    back?.(location.searchParams);
    return response.writeHead(303, { location: location.href }).end();
  }
  http.on('request', (request, response) => void answer(request, response));
  return provider;
}
