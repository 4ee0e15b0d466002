/** Calls by openapi-fetch with a cookie jar, on the platform's fetch. */
import type { paths } from '@mstr-rest/protocol';
// eslint-disable-next-line @nx/enforce-module-boundaries -- a dependency of the client, which is measured beside it
import createApi from 'openapi-fetch';
import { CookieJar } from 'tough-cookie';
import { logIn, measureCalls } from './client-calls.js';

await measureCalls(async (url) => {
  const { token, setCookie } = await logIn(url);
  const jar = new CookieJar();
  await jar.setCookie(setCookie, url);
  const api = createApi<paths>({ baseUrl: `${url}/api`, headers: { 'x-mstr-authtoken': token } });
  return async () => api.GET('/sessions', { headers: { cookie: jar.getCookieStringSync(`${url}/api/sessions`) } });
});
