import type { Audit } from '../audit/audit.js';
import type { SourceSessions } from '../login-modes/login-mode.js';
import type { Sessions } from '../sessions/sessions.js';

/** What login modes may do with sessions (decision 14): a mode reaches those that it has opened, by what it knows of them. */
export function sourceSessionsOf(loginMode: number, sessions: Sessions, audit: Audit): SourceSessions {
  return {
    async end(isMeant, from) {
      for (const { id, user, loginMode: by, source } of await sessions.list()) {
        if (by !== loginMode || source === undefined || !isMeant(source)) continue;
        const sessionsEnded = await sessions.endEngine(id, 'logout');
        const bySource = source.issuer;
        audit.record({ event: 'logout', userId: user.id, sessionId: id, sessionsEnded, bySource, ...from });
      }
    },
    useOnce: (oneUse) => sessions.useOnce(oneUse),
    park: (handle, text, lifetimeMs) => sessions.park(handle, text, lifetimeMs),
    takeParked: (handle) => sessions.takeParked(handle),
  };
}
