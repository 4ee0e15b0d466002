import { hasCode } from '../errors/guards.js';
import { sessionApart } from '../leaving/unwanted-session.js';
import type { IdentityTokens } from '../identity-tokens.js';
import type { Login } from '../login.js';
import type { CallOptions } from '../options.js';
import { pkcePair } from '../pkce.js';
import type { Wire } from '../wire.js';
import { savedSession, savedText } from './saved-session.js';
import type { SessionFile } from './session-file.js';

/** What a sharing works with. */
export interface SharingParts {
  readonly wire: Wire;
  readonly login: Login;
  readonly identityTokens: IdentityTokens;
}

/** A request for a session, and how what answers it is taken. */
export interface SessionRequest {
  /** For the one who has the session. No secret. */
  readonly request: string;
  /**
   * Opens a session beside his, with what {@link Sharing.handOver} returned. `close()` leaves it open.
   *
   * @throws {WireError} ERR003 when it is not for this request, was used before, or is older than a minute or so.
   */
  readonly take: (handedOver: string, options?: CallOptions) => Promise<void>;
}

/**
 * Sessions that more than one process works in. `close()` and the end of the program leave a session open that was saved,
 * restored or taken: `logout()` ends it, for all of them.
 */
export class Sharing {
  readonly #parts: SharingParts;

  constructor(parts: SharingParts) {
    this.#parts = parts;
  }

  /**
   * The session as one line of text, for {@link restore}. **A secret**: whoever has it is logged in.
   *
   * @throws {Error} when the client is not logged in. {@link TypeError} when its cookies are kept where they cannot be listed.
   */
  save(): string {
    const { session, base, keeper } = this.#parts.wire.settings;
    const { token } = session;
    const setCookies = session.setCookies(`${base}/`);
    if (token === undefined) throw new Error('There is no session to save: log in first');
    if (!setCookies) throw new TypeError('The cookie storage needs the method setCookies for a session to be saved');
    if (keeper) keeper.lent = true;
    return savedText({ base, token, setCookies });
  }

  /**
   * Goes on with a session that was saved. Whether it is still alive, the next call tells.
   *
   * @throws {TypeError} for a text that is no saved session, or one of another server. It does not repeat the text.
   */
  restore(saved: string): void {
    const { session, keeper } = this.#parts.wire.settings;
    const { token, setCookies, base } = this.#ofThisServer(saved);
    session.open(token, `${base}/`, setCookies);
    if (!keeper) return;
    keeper.opened();
    keeper.lent = true;
  }

  /**
   * Makes what the one who asked can open a session with, once and within a minute or so. It shares the Intelligence
   * Server session with this one: when this one is logged out, it ends too. Source: docs/protocol sections 3.6 and 3.7.
   *
   * @param request Of {@link receive}.
   * @throws {WireError} ERR009 without a session, ERR004 from servers that do not know challenges. {@link CallError} otherwise.
   */
  async handOver(request: string, options: CallOptions = {}): Promise<string> {
    const { identityToken } = await this.#parts.identityTokens.createForChallenge(request, options);
    return identityToken;
  }

  /** Asks for a session of another process. What comes back is of use to this process alone (RFC 7636). */
  async receive(): Promise<SessionRequest> {
    const { login, wire } = this.#parts;
    const { codeVerifier, codeChallenge } = await pkcePair();
    const take = async (identityToken: string, options: CallOptions = {}): Promise<void> => {
      await login.delegated({ identityToken, codeVerifier }, options);
      if (wire.settings.keeper) wire.settings.keeper.lent = true;
    };
    return { request: codeChallenge, take };
  }

  /** Goes on with the session in a file, or logs in and puts it there. Of the processes of a machine only one does so. */
  async logInByFile(file: SessionFile, logIn: () => Promise<unknown>): Promise<void> {
    for (let done = false; !done;) {
      const saved = await file.read();
      if (saved !== undefined && (await this.#isAlive(saved))) return this.restore(saved);
      done = await file.replacing(saved, async () => {
        await logIn();
        await file.write(this.save());
      });
    }
  }

  /** Asks apart from the client, which is told nothing of a session that has long ended. */
  async #isAlive(saved: string): Promise<boolean> {
    const { token, setCookies } = this.#ofThisServer(saved);
    const wire = this.#parts.wire.apart(sessionApart(token, '', setCookies));
    try {
      await wire.call('renewSession', { projectId: null }, (api, init) => api.PUT('/sessions', init));
      return true;
    } catch (error) {
      if (hasCode(error, 'ERR009')) return false;
      throw error;
    }
  }

  #ofThisServer(saved: string) {
    const session = savedSession(saved);
    const { base } = this.#parts.wire.settings;
    if (session.base !== base) throw new TypeError(`The saved session is of another server than ${base}`);
    return session;
  }
}
