/** Calls by our client. */
import { createClient } from '@mstr-rest/client';
import { measureCalls } from './client-calls.js';

await measureCalls(async (baseUrl) => {
  const client = createClient({ baseUrl });
  await client.login.anonymous();
  return () => client.sessions.get();
});
