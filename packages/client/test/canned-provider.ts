import { createHash } from 'node:crypto';
import { startCannedServer, type CannedServer } from './canned-server.js';

/** What a provider of these tests says otherwise than a good one would. */
export interface Lies {
  readonly document?: Readonly<Record<string, unknown>>;
  readonly claims?: Readonly<Record<string, unknown>>;
  /** Of the token endpoint. */
  readonly tokens?: { readonly status?: number; readonly body?: unknown };
}

export interface CannedProvider {
  readonly issuer: string;
  readonly server: CannedServer;
  /** Where the browser goes after the person has logged in. */
  answerTo(asked: URL, changes?: Readonly<Record<string, string | undefined>>): string;
  /** Of the requests for tokens. */
  readonly grants: readonly Readonly<Record<string, string>>[];
}

/** An OpenID provider that says what a test wants it to. It checks what a real one checks of a code and its verifier. */
export async function startCannedProvider(lies: () => Lies): Promise<CannedProvider> {
  const grants: Record<string, string>[] = [];
  let asked: URL;
  const server: CannedServer = await startCannedServer(({ path, body }) => {
    const { document, claims, tokens } = lies();
    if (path.endsWith('/.well-known/openid-configuration')) {
      return { status: 200, body: { ...documentOf(issuer), ...document } };
    }
    const grant = Object.fromEntries(new URLSearchParams(String(body)));
    grants.push(grant);
    const challenge = createHash('sha256')
      .update(grant['code_verifier'] ?? '')
      .digest('base64url');
    if (challenge !== asked.searchParams.get('code_challenge'))
      return { status: 400, body: { error: 'invalid_grant' } };
    return {
      status: tokens?.status ?? 200,
      body: tokens?.body ?? {
        access_token: 'an.access.token',
        token_type: 'Bearer',
        id_token: idToken({ ...claimsOf(issuer, asked), ...claims }),
      },
    };
  });
  const issuer = server.url;
  return {
    issuer,
    server,
    grants,
    answerTo(request, changes = {}) {
      asked = request;
      const { redirect_uri = '', state } = Object.fromEntries(request.searchParams);
      const fields = Object.entries({ code: 'a-code', state, iss: issuer, ...changes });
      const given = fields.filter((field): field is [string, string] => field[1] !== undefined);
      return `${redirect_uri}?${new URLSearchParams(given).toString()}`;
    },
  };
}

function documentOf(issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize?tenant=7`,
    token_endpoint: `${issuer}/token`,
    authorization_response_iss_parameter_supported: true,
    code_challenge_methods_supported: ['S256'],
  };
}

function claimsOf(issuer: string, { searchParams }: URL) {
  const now = Math.floor(Date.now() / 1000);
  const nonce = searchParams.get('nonce');
  return { iss: issuer, aud: searchParams.get('client_id'), sub: 'ann', nonce, iat: now, exp: now + 300 };
}

/** The signature is for the server to check, who does not believe the program. */
function idToken(claims: object): string {
  const parts = [{ alg: 'RS256' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
  return [...parts, 'c2lnbmF0dXJl'].join('.');
}
