import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Configuration } from 'oidc-provider';

/** People whom the provider knows: its development pages let anybody in who types the name. */
const accounts: Readonly<Record<string, object>> = {
  ann: { preferred_username: 'ann', name: 'Ann of the provider', email: 'ann@example.com', groups: ['Sales'] },
  bea: { preferred_username: 'bea', name: 'Bea', email: 'bea@example.com', groups: [] },
};

export interface OpenProvider {
  readonly issuer: string;
  readonly provider: Provider;
  close(): Promise<void>;
}

/** A real OpenID provider in this process, with one client. */
export async function openProvider(redirectUri: string, more: Partial<Configuration> = {}): Promise<OpenProvider> {
  const http: Server = createServer();
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(http.address() as AddressInfo).port}`; // it listens on TCP
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'auth-server',
        client_secret: 'the secret of the auth server at the provider',
        redirect_uris: [redirectUri],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    claims: { openid: ['sub'], profile: ['preferred_username', 'name', 'groups'], email: ['email'] },
    conformIdTokenClaims: false,
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, ...accounts[id] }) }),
    cookies: { keys: ['a key of the test'] },
    ...more,
  });
  const answer = provider.callback();
  http.on('request', (request, response) => void answer(request, response));
  return {
    issuer,
    provider,
    async close() {
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}
