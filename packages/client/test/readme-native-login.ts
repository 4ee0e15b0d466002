import { BrowserLoginError, createClient, type NativeOidcLogin } from '@mstr-rest/client';

export async function logInAtProvider(baseUrl: string, login: NativeOidcLogin = {}) {
  const client = createClient({ baseUrl });
  try {
    await client.login.oidcNative(login); // opens the browser of the system
  } catch (error) {
    if (error instanceof BrowserLoginError && error.reason === 'refused') return undefined;
    throw error;
  }
  return client;
}
