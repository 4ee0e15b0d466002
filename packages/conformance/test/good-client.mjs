/** A program that leaves its sessions to our client: it logs in, calls, pauses, and is done. */
import { createClient } from '@mstr-rest/client';

const { MSTR_BASE_URL: baseUrl, MSTR_USERNAME: username, MSTR_PASSWORD: password, MSTR_CLOCK_URL: clock } = process.env;

const client = createClient({ baseUrl });
const second = createClient({ baseUrl });
try {
  await client.login.standard({ username, password });
  await client.sessions.userInfo();
  await client.projects.list();
  await fetch(`${clock}?seconds=400`, { method: 'POST' });
  await client.sessions.renew();
  const { identityToken } = await client.identityTokens.create();
  await second.login.delegated({ identityToken });
  await second.sessions.get();
} finally {
  await client.close(); // the second one shares its session, which ends with it
}
