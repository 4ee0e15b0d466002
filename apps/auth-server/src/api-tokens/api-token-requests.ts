/** What callers do with API tokens: who may, for whom, and which sessions end. Source: docs/protocol section 3.8, Q13. */
import type { ApiTokenRequest } from '@mstr-rest/protocol';
import type { Audit } from '../audit/audit.js';
import type { EngineSession } from '../engine-sessions/engine-session.js';
import { Problem } from '../errors/problem.js';
import { isAdministrator } from '../privileges/administrator.js';
import type { Sessions } from '../sessions/sessions.js';
import { apiTokenLoginMode, type ApiTokens, type IssuedApiToken } from '../tokens/api-token.js';
import type { StoredApiToken } from '../users/api-token-store.js';
import type { User } from '../users/user.js';
import type { UserDirectory } from '../users/user-directory.js';

/** Who asks. */
export interface Caller {
  readonly session: EngineSession;
  /** Address of the peer. */
  readonly ip: string;
}

/** What may be done with API tokens. */
export interface ApiTokenPolicy {
  /** May a session that an API token opened make one, which would keep itself alive for ever (Q13)? */
  readonly selfRenewal: boolean;
}

export class ApiTokenRequests {
  constructor(
    private readonly apiTokens: ApiTokens,
    private readonly users: UserDirectory,
    private readonly sessions: Sessions,
    private readonly audit: Audit,
    private readonly policy: ApiTokenPolicy,
  ) {}

  /**
   * Makes an API token, in the place of a former one, whose sessions end.
   * @throws Problem privilegeMissing, userNotFound, inputInvalid for a disabled user, serviceUnavailable
   */
  async create(caller: Caller, { userId, lifeTimeInMinutes }: ApiTokenRequest): Promise<IssuedApiToken> {
    if (caller.session.loginMode === apiTokenLoginMode && !this.policy.selfRenewal) {
      throw refused('A session that an API token opened may not make an API token');
    }
    const user = await this.#owner(caller, userId);
    if (!user.metadataUser) throw refused('A guest may not have an API token');
    if (!user.enabled) throw new Problem('inputInvalid', { message: 'userId is a user whose account is disabled' });
    const lifetimeMs = lifeTimeInMinutes === undefined ? undefined : lifeTimeInMinutes * 60_000;
    const issued = await this.apiTokens.issue(user.id, caller.session.user.id, lifetimeMs);
    if (issued === undefined) throw new Problem('userNotFound'); // gone or disabled since
    this.#record('apiTokenMade', caller, user.id);
    await this.#endSessions(user.id);
    return issued;
  }

  /**
   * What is known of the API tokens of the caller, or of another user.
   * @throws Problem privilegeMissing, userNotFound, serviceUnavailable
   */
  async list(caller: Caller, userId: string | undefined): Promise<readonly StoredApiToken[]> {
    const { id } = await this.#owner(caller, userId);
    const found = await this.apiTokens.of(id);
    return found === undefined ? [] : [found];
  }

  /**
   * Revokes the API token of the caller, or of another user, if there is one, and ends what it opened.
   * @throws Problem privilegeMissing, userNotFound, serviceUnavailable
   */
  async revoke(caller: Caller, userId: string | undefined): Promise<void> {
    const { id } = await this.#owner(caller, userId);
    if (await this.apiTokens.revoke(id)) this.#record('apiTokenRevoked', caller, id);
    // Also where there is no token any more: ending them may have failed the first time.
    await this.#endSessions(id);
  }

  /** Who is not an administrator learns nothing of which users there are. */
  async #owner({ session }: Caller, userId = session.user.id): Promise<User> {
    if (userId !== session.user.id && !isAdministrator(await this.users.grantsOf(session.user.id))) {
      throw refused('Only an administrator may manage the API token of another user');
    }
    const user = await this.users.findById(userId);
    if (user === undefined) throw new Problem('userNotFound');
    return user;
  }

  async #endSessions(userId: string): Promise<void> {
    await this.sessions.endAllOf(userId, { loginMode: apiTokenLoginMode }, 'accessEnded');
  }

  #record(event: 'apiTokenMade' | 'apiTokenRevoked', { session, ip }: Caller, userId: string): void {
    this.audit.record({ event, userId, byUserId: session.user.id, sessionId: session.id, ip });
  }
}

function refused(message: string): Problem {
  return new Problem('privilegeMissing', { message });
}
