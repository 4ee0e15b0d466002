import { createPrivateKey, generateKeyPairSync, randomUUID, sign, type JsonWebKey } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type Provider from 'oidc-provider';
import type { ClientMetadata, Configuration, JWK } from 'oidc-provider';

/** People whom the provider knows: anybody who types the name gets in. */
const accounts: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  ann: { preferred_username: 'ann', name: 'Ann of the provider', email: 'ann@example.com', groups: ['Sales'] },
  bea: { preferred_username: 'bea', name: 'Bea', email: 'bea@example.com', groups: [] },
};
/** Or browsers ask for one, and complain. */
const icon = '<link rel="icon" href="data:,">';
const seconds = { hour: 3600, minute: 60 };

export interface OpenProvider {
  readonly issuer: string;
  /** A token of its own making, with whatever is to be in it beside the issuer. */
  sign(claims: Readonly<Record<string, unknown>>): string;
  /** Its keys are other ones from now on. */
  rotateKeys(): Promise<void>;
  /** Ends what somebody has with a client, as an administrator of the provider would: it tells the client. */
  endSessions(clientId: string, accountId: string, sid: string): Promise<void>;
  close(): Promise<void>;
}

/** A real OpenID provider in this process, with pages of its own for logging in and out. */
export async function openProvider(
  clients: readonly ClientMetadata[],
  more: Partial<Configuration> = {},
): Promise<OpenProvider> {
  const http: Server = createServer();
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(http.address() as AddressInfo).port}`; // it listens on TCP
  const configuration = { ...configurationFor(clients), ...more };
  let key = newKey();
  let provider = await start(issuer, configuration, key);
  http.on('request', (request, response) => void answer(provider, issuer, request, response));
  return {
    issuer,
    sign(claims) {
      const [header, payload] = [
        { alg: 'RS256', kid: key.kid },
        { iss: issuer, ...claims },
      ].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
      const signed = `${header}.${payload}`;
      const privateKey = createPrivateKey({ key: key as JsonWebKey, format: 'jwk' });
      return `${signed}.${sign('sha256', Buffer.from(signed), privateKey).toString('base64url')}`;
    },
    async rotateKeys() {
      key = newKey();
      provider = await start(issuer, configuration, key);
    },
    async endSessions(clientId, accountId, sid) {
      const client = await provider.Client.find(clientId);
      // Not in the types of the package.
      await (client as unknown as { backchannelLogout(sub: string, sid: string): Promise<void> }).backchannelLogout(
        accountId,
        sid,
      );
    },
    async close() {
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}

/** The main file of the package warns of Node 20, which it runs on; the class has a file of its own, without types. */
async function start(issuer: string, configuration: Configuration, key: JWK): Promise<Provider> {
  const file = 'oidc-provider/lib/provider.js';
  const { Provider: Class } = (await import(file)) as { Provider: typeof Provider };
  return new Class(issuer, { ...configuration, jwks: { keys: [key] } });
}

function newKey(): JWK {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), use: 'sig', alg: 'RS256' }; // of an RSA key
}

function configurationFor(clients: readonly ClientMetadata[]): Configuration {
  return {
    clients: [...clients],
    claims: {
      openid: ['sub'],
      profile: ['preferred_username', 'name', 'groups'],
      email: ['email', 'email_verified'],
    },
    conformIdTokenClaims: false,
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, ...accounts[id] }) }),
    cookies: { keys: ['a key of the test'] },
    adapter: keptInMemory(),
    // Its own dispatcher refuses addresses of this machine.
    fetch: (url, options) => {
      const { dispatcher: _none, ...others } = { dispatcher: undefined, ...options };
      return fetch(url, others);
    },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    // Nobody is asked for consent.
    loadExistingGrant: async ({ oidc }) => {
      const { clientId } = oidc.client ?? {};
      const grant = new oidc.provider.Grant({ clientId, accountId: oidc.session?.accountId });
      grant.addOIDCScope('openid profile email offline_access');
      await grant.save();
      return grant;
    },
    renderError: (context, out) => void (context.body = `<h1>${out.error}</h1>`),
    ttl: {
      AccessToken: seconds.hour,
      AuthorizationCode: seconds.minute,
      Grant: seconds.hour,
      IdToken: seconds.hour,
      Interaction: seconds.hour,
      Session: seconds.hour,
    },
    features: {
      devInteractions: { enabled: false },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context, form) => void (context.body = withButton(form)),
        postLogoutSuccessSource: (context) => void (context.body = '<h1>Signed out at the provider</h1>'),
      },
    },
  };
}

function withButton(form: string): string {
  return (
    icon + form.replace('</form>', '<input type="hidden" name="logout" value="yes"/><button>Sign out</button></form>')
  );
}

async function answer(provider: Provider, issuer: string, request: IncomingMessage, response: ServerResponse) {
  const { pathname } = new URL(request.url ?? '/', issuer);
  if (!pathname.startsWith('/interaction/')) return provider.callback()(request, response);
  if (request.method !== 'POST') {
    const fields = '<input name="login"/><button>Log in</button><button name="cancel" value="yes">Cancel</button>';
    const form = `<form method="post" action="${pathname}">${fields}</form>`;
    return response
      .setHeader('content-type', 'text/html')
      .end(`<!doctype html><title>The provider</title>${icon}${form}`);
  }
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const fields = new URLSearchParams(Buffer.concat(chunks).toString());
  // Consent beside it: native clients need some of each person, whatever was granted before.
  const proved = { login: { accountId: fields.get('login') ?? '' }, consent: {} };
  await provider.interactionFinished(request, response, fields.has('cancel') ? { error: 'access_denied' } : proved);
}

/** What the provider keeps: nothing of it outlives the test. */
function keptInMemory(): Configuration['adapter'] {
  const kept = new Map<string, Record<string, unknown>>();
  return (model) => ({
    upsert: async (id, payload) => void kept.set(`${model} ${id}`, { ...payload }),
    find: async (id) => kept.get(`${model} ${id}`),
    findByUid: async (uid) => [...kept.values()].find((payload) => payload['uid'] === uid),
    findByUserCode: async () => undefined,
    consume: async (id) =>
      void Object.assign(kept.get(`${model} ${id}`) ?? {}, { consumed: Math.floor(Date.now() / 1000) }),
    destroy: async (id) => void kept.delete(`${model} ${id}`),
    revokeByGrantId: async (grantId) => {
      for (const [key, payload] of kept) if (payload['grantId'] === grantId) kept.delete(key);
    },
  });
}
