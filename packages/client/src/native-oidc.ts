import { randomBytes } from 'node:crypto';
import { Loopback } from './loopback.js';
import { chosen, NativeProviderClient, type NativeProvider } from './native-provider.js';
import type { OidcTokensLogin } from './login.js';
import type { CallOptions } from './options.js';
import { pkcePair } from './pkce.js';
import { shown, type Showing } from './system-browser.js';
import type { Fetch } from './fetch.js';

/** What a login at an OpenID provider takes. Its deadline is 5 minutes unless `timeoutMs` says otherwise. */
export interface NativeOidcLogin extends CallOptions, Showing {
  /** The `id` of one of {@link Client.nativeOidc}. Default is the server's default one. */
  readonly provider?: string | undefined;
  /**
   * Where the provider sends the browser: on this machine, as it is registered for the program. Default is
   * `http://127.0.0.1/callback`. Without a port it is any that is free, which providers have to allow (RFC 8252).
   */
  readonly redirectUri?: string | undefined;
  /** Who is going to log in, for the provider to begin with (`login_hint`). */
  readonly loginHint?: string | undefined;
  /** `login` has the person prove himself anew, `select_account` lets him choose. */
  readonly prompt?: 'login' | 'select_account' | undefined;
}

/**
 * Has the person log in at the provider, in a browser of this machine.
 *
 * @param providers Those that the server names.
 * @param over Aborted at the end of the login, however it ends.
 * @throws {BrowserLoginError}
 */
export async function tokensOfProvider(
  providers: readonly NativeProvider[],
  { provider: id, redirectUri: registered, loginHint, prompt, ...showing }: NativeOidcLogin,
  fetch: Fetch,
  over: AbortSignal,
): Promise<OidcTokensLogin> {
  const provider = chosen(providers, id);
  const client = await NativeProviderClient.open(provider, fetch, over);
  const loopback = await Loopback.open(registered);
  try {
    over.throwIfAborted();
    over.addEventListener('abort', () => loopback.close(), { once: true });
    const { redirectUri } = loopback;
    const [state, nonce] = [random(), random()];
    const request = { redirectUri, state, nonce, ...(await pkcePair()), loginHint, prompt };
    const answered = loopback.answer(state, (fields) => client.code(fields, state));
    const code = await shown(client.address(request), showing, answered);
    const tokens = await client.tokens(code, request, over);
    return { ...tokens, clientId: provider.nativeClientId };
  } finally {
    loopback.close();
  }
}

/** 256 bits, in 43 characters. */
function random(): string {
  return randomBytes(32).toString('base64url');
}
