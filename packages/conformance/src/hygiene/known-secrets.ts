/** Secrets that went over the wire, so that they are known again; nothing of them goes into the journal. */
import { createHmac, randomBytes } from 'node:crypto';

export class KnownSecrets {
  readonly #key = randomBytes(32);
  readonly #sessions = new Map<string, number>();
  readonly #cookies = new Map<string, number>();
  readonly #identityTokens = new Map<string, number>();
  /** Value → what it is called. */
  readonly #names = new Map<string, string>();
  #count = 0;

  /** Notes a session that was opened. @returns its number */
  open(token: string, cookie: string | undefined): number {
    this.#count += 1;
    this.#sessions.set(token, this.#count);
    this.note(token, 'the token');
    if (cookie !== undefined) {
      this.#cookies.set(cookie, this.#count);
      this.note(cookie, 'the session cookie');
    }
    return this.#count;
  }

  noteIdentityToken(identityToken: string, session: number): void {
    this.#identityTokens.set(identityToken, session);
    this.note(identityToken, 'an identity token');
  }

  /** A text that must not stand in an address. Short ones would be found everywhere. */
  note(secret: string, name: string): void {
    if (secret.length >= 8) this.#names.set(secret, name);
  }

  sessionOfToken(token: string | undefined): number | undefined {
    return token === undefined ? undefined : this.#sessions.get(token);
  }

  sessionOfCookie(cookie: string | undefined): number | undefined {
    return cookie === undefined ? undefined : this.#cookies.get(cookie);
  }

  /** The session in which an identity token was made. */
  originOf(identityToken: string | undefined): number | undefined {
    return identityToken === undefined ? undefined : this.#identityTokens.get(identityToken);
  }

  /** What of them stands in a text. */
  namesIn(text: string): readonly string[] {
    return [...new Set([...this.#names].filter(([secret]) => text.includes(secret)).map(([, name]) => name))];
  }

  /** The same for the same text, and of no use outside of this run. */
  fingerprint(text: string): string {
    return createHmac('sha256', this.#key).update(text).digest('hex');
  }
}
