import { startTestServer } from '@mstr-rest/auth-server/testing';

/** How long does a session last that nobody uses? */
export async function secondsOfIdleness(): Promise<number> {
  await using server = await startTestServer({ users: { ann: {} } });
  const answer = await server.fetch(`${server.url}/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(server.users.ann), // { username, password }
  });
  const headers = {
    'x-mstr-authtoken': answer.headers.get('x-mstr-authtoken') ?? '',
    cookie: answer.headers.get('set-cookie')?.split(';', 1)[0] ?? '',
  };
  let seconds = 0;
  const lives = async () => (await server.fetch(`${server.url}/api/auth/token`, { headers })).status === 204;
  while (await lives()) {
    server.clock.advance(60_000); // no time passes by itself
    seconds += 60;
  }
  return seconds;
}
