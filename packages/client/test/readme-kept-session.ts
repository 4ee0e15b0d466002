import { createClient, type Client } from '@mstr-rest/client';

export function connect(baseUrl: string, readSecret: () => Promise<{ username: string; password: string }>): Client {
  const client = createClient({ baseUrl, session: { logIn: (login) => login.standard(readSecret) } });
  client.on('expired', ({ layer }) => console.warn(`The session has ended (${layer})`));
  return client; // the first call logs in
}
