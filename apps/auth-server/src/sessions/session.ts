import type { EngineSession } from '../engine-sessions/engine-session.js';

/** What a caller holds: one token with its cookie. Times are milliseconds of `Clock.monotonic()`. */
export interface HttpSession {
  /** Hash of the token (tokens/auth-token.ts). */
  readonly key: string;
  readonly lastUsedAt: number;
  /** The absolute end: no use prolongs it, and what is delegated from it ends with it. */
  readonly endsAt: number;
}

/** An HTTP session with the Intelligence Server session that it holds, alone or with others. */
export interface Session {
  readonly http: HttpSession;
  readonly engine: EngineSession;
}
