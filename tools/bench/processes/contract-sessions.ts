/** Our contract, in a Map: the cookie derives the token, its hash finds the session, which expires and is touched. */
import { hash } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import type { Credentials } from './node-http.js';
import { derive, derivedCredentials, description } from './session.js';

const idleMs = 600_000;
const absoluteMs = 86_400_000;
const cookiePattern = /(?:^|;\s*)JSESSIONID=([0-9A-F]{32})(?:;|$)/;

export const keyOf = (token: string) => hash('sha256', token, 'base64url');

/** Does the `Cookie` header hold the cookie that derives this token? */
export function proves(token: string, cookies: string): boolean {
  const cookie = cookiePattern.exec(cookies)?.[1];
  return cookie !== undefined && derive(cookie) === token;
}

export class ContractSessions {
  readonly #sessions = new Map<string, { readonly endsAt: number; lastUsedAt: number; readonly description: object }>();

  logIn(): Credentials {
    const credentials = derivedCredentials();
    const at = performance.now();
    this.#sessions.set(keyOf(credentials.token), {
      endsAt: at + absoluteMs,
      lastUsedAt: at,
      description: { ...description },
    });
    return credentials;
  }

  read(token: string, cookies: string): object | undefined {
    if (!proves(token, cookies)) return undefined;
    const session = this.#sessions.get(keyOf(token));
    const at = performance.now();
    if (session === undefined || at >= session.endsAt || at - session.lastUsedAt >= idleMs) return undefined;
    session.lastUsedAt = at;
    return session.description;
  }

  forget(): void {
    this.#sessions.clear();
  }
}
