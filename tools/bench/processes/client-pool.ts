/** Calls by undici's Pool alone: no deadline, no cookies, no errors. */
import { Pool } from 'undici';
import { logIn, measureCalls } from './client-calls.js';

await measureCalls(async (url) => {
  const { token, setCookie } = await logIn(url);
  const { origin, pathname } = new URL(`${url}/api/sessions`);
  const pool = new Pool(origin, { connections: 8 });
  const headers = { accept: 'application/json', 'x-mstr-authtoken': token, cookie: setCookie.split(';')[0] };
  return async () => (await pool.request({ path: pathname, method: 'GET', headers })).body.json();
});
