import { createAuthServer } from '@mstr-rest/auth-server';

/** Asks a server of its own which login modes it offers. */
export async function modesOfOwnServer(dataDirectory: string): Promise<unknown> {
  const server = await createAuthServer({ server: { port: 0, drainMs: 0 }, dataDirectory });
  await server.listen();
  try {
    return await (await fetch(`${server.url}/api/config/authModes`)).json();
  } finally {
    await server.close();
  }
}
