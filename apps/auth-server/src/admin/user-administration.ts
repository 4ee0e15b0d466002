/** Seeing to the accounts of users. Source: docs/protocol section 3.16. */
import { wellKnownIds, type UserChangeRequest } from '@mstr-rest/protocol';
import type { Audit } from '../audit/audit.js';
import type { Clock } from '../clock/clock.js';
import { Problem } from '../errors/problem.js';
import type { Sessions } from '../sessions/sessions.js';
import type { Passwords } from '../users/passwords/passwords.js';
import { initialsOf, type User, type UserChanges } from '../users/user.js';
import type { UserDirectory, UserFilter } from '../users/user-directory.js';
import { accountOf, type Account } from './account.js';
import { actorOf, requireAdministrator, type Caller } from './caller.js';

export class UserAdministration {
  constructor(
    private readonly users: UserDirectory,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem privilegeMissing, serviceUnavailable */
  async list(
    caller: Caller,
    filter: UserFilter,
  ): Promise<{ readonly accounts: readonly Account[]; readonly total: number }> {
    await requireAdministrator(caller, this.users);
    const { users, total } = await this.users.list(filter);
    return { accounts: users.map((user) => this.#account(user)), total };
  }

  /**
   * Everybody may look himself up.
   * @throws Problem privilegeMissing, userNotFound, serviceUnavailable
   */
  async get(caller: Caller, userId: string): Promise<Account> {
    if (userId !== caller.session.user.id) await requireAdministrator(caller, this.users);
    return this.#account(await this.#find(userId));
  }

  /**
   * Changes a user. Where a part of it is refused, nothing is changed.
   * @throws Problem privilegeMissing, userNotFound, accountProtected, those of a new password, serviceUnavailable
   */
  async change(caller: Caller, userId: string, request: UserChangeRequest): Promise<Account> {
    await requireAdministrator(caller, this.users);
    const user = await this.#find(userId);
    if (request.enabled === false) refuseTo('disabled', user, caller);
    const { password, locked, ...rest } = request;
    if (password !== undefined) await this.#setPassword(caller, user, password, request.requireNewPassword ?? false);
    if (Object.keys(rest).length > 0) await this.#update(caller, user, rest);
    const unlocks = locked === false || password !== undefined;
    if (locked === false) await this.passwords.unlock(userId);
    if (unlocks && user.lockedUntil !== undefined) {
      this.audit.record({ event: 'accountUnlocked', ...this.#of(user, caller) });
    }
    return this.#account(await this.#find(userId));
  }

  /**
   * Removes a user with everything that belongs to it.
   * @throws Problem privilegeMissing, userNotFound, accountProtected, serviceUnavailable
   */
  async remove(caller: Caller, userId: string): Promise<void> {
    await requireAdministrator(caller, this.users);
    const user = await this.#find(userId);
    refuseTo('removed', user, caller);
    // Disabled first: should ending the sessions fail, there is still a user to try again with.
    await this.users.update(userId, { enabled: false }, this.clock.now());
    const sessionsEnded = await this.sessions.endAccessOf(userId);
    if (!(await this.users.remove(userId))) throw new Problem('userNotFound');
    const { loginName } = user;
    this.audit.record({ event: 'userRemoved', ...this.#of(user, caller), loginName, sessionsEnded });
  }

  #account(user: User): Account {
    return accountOf(user, this.clock.now());
  }

  async #find(userId: string): Promise<User> {
    const user = await this.users.findById(userId);
    if (user === undefined) throw new Problem('userNotFound');
    return user;
  }

  async #setPassword(caller: Caller, user: User, password: string, requireNew: boolean): Promise<void> {
    if (!user.metadataUser) throw protectedAccount('The guest has no password');
    await this.passwords.set(user, password, requireNew);
    let sessionsEnded: number | undefined;
    try {
      sessionsEnded = await this.sessions.endAccessOf(user.id, { key: caller.key });
    } finally {
      const { byUserId, ip, requestId } = actorOf(caller);
      this.audit.record({ event: 'passwordChanged', userId: user.id, byUserId, sessionsEnded, ip, requestId });
    }
  }

  async #update(caller: Caller, user: User, rest: UserChanges): Promise<void> {
    const initials = rest.fullName === undefined ? {} : { initials: initialsOf(rest.fullName) };
    await this.users.update(user.id, { ...rest, ...initials }, this.clock.now());
    let sessionsEnded: number | undefined;
    try {
      if (rest.enabled === false) sessionsEnded = await this.sessions.endAccessOf(user.id);
    } finally {
      const changed = Object.keys(rest);
      this.audit.record({ event: 'userChanged', ...this.#of(user, caller), changed, sessionsEnded });
    }
  }

  #of({ id: userId }: User, caller: Caller) {
    return { userId, sessionId: caller.session.id, ...actorOf(caller) };
  }
}

/** Accounts without which nobody could see to the others, or which the server itself needs. */
function refuseTo(become: 'disabled' | 'removed', { id, metadataUser }: User, { session }: Caller): void {
  if (id === wellKnownIds.administrator) throw protectedAccount(`The built-in administrator cannot be ${become}`);
  if (become === 'removed' && !metadataUser) throw protectedAccount('The guest cannot be removed');
  if (id === session.user.id) throw protectedAccount(`Your own account cannot be ${become} by you`);
}

function protectedAccount(message: string): Problem {
  return new Problem('accountProtected', { message });
}
