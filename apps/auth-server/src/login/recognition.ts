/** From an identity to a user of ours: found, linked or imported. */
import { wellKnownIds } from '@mstr-rest/protocol';
import type { Clock } from '../clock/clock.js';
import { Problem } from '../errors/problem.js';
import type { Admission, Identity, Profile } from '../login-modes/login-mode.js';
import {
  initialsOf,
  newObjectId,
  noGrants,
  type ExternalIdentity,
  type User,
  type UserChanges,
} from '../users/user.js';
import type { UserDirectory } from '../users/user-directory.js';

/** Nobody becomes one of these because another source knows the same login name. */
const neverLinkedByName: readonly string[] = [wellKnownIds.administrator, wellKnownIds.publicGuest];

export class Recognition {
  readonly #users: UserDirectory;
  readonly #clock: Clock;

  constructor(users: UserDirectory, clock: Clock) {
    this.#users = users;
    this.#clock = clock;
  }

  /**
   * The user behind an identity. Of our own directory: the one with this id. Of another source: the one who is linked to
   * it, or is linked or imported now as far as `admission` allows; what the source says of the person is taken over.
   * @throws Problem wrongCredentials where the user has gone, userNotLinked, accountDisabled, serviceUnavailable
   */
  async userOf(identity: Identity, admission: Admission | undefined): Promise<User> {
    const user = admission === undefined ? await this.#own(identity) : await this.#admitted(identity, admission);
    // The user may have been disabled since the evidence was made.
    if (!user.enabled) throw new Problem('accountDisabled');
    return user;
  }

  async #own({ subject }: Identity): Promise<User> {
    const user = await this.#users.findById(subject);
    if (user === undefined) throw new Problem('wrongCredentials');
    return user;
  }

  async #admitted({ issuer, subject, profile }: Identity, admission: Admission): Promise<User> {
    const source = { issuer, subject };
    const user =
      (await this.#users.findByIdentity(source)) ??
      (await this.#linked(source, profile, admission)) ??
      (await this.#imported(source, profile, admission));
    if (user === undefined) throw new Problem('userNotLinked');
    return profile === undefined ? user : this.#refreshed(user, issuer, profile, admission);
  }

  async #linked(source: ExternalIdentity, profile: Profile | undefined, admission: Admission) {
    if (!admission.linkByLoginName || profile === undefined) return undefined;
    const user = await this.#users.findByLoginName(profile.loginName);
    if (user === undefined || neverLinkedByName.includes(user.id)) return undefined;
    await this.#users.link(user.id, source);
    return user;
  }

  async #imported(source: ExternalIdentity, profile: Profile | undefined, admission: Admission) {
    if (!admission.importUsers || profile === undefined) return undefined;
    // Somebody has the name already: the login name of another source does not make one of them the other. Unless it is
    // himself, whom another login has imported a moment ago.
    if ((await this.#users.findByLoginName(profile.loginName)) !== undefined) return this.#users.findByIdentity(source);
    const user = this.#newUser(profile);
    try {
      await this.#users.addUser({ user, passwordHash: undefined, groupIds: [], grants: noGrants, identity: source });
      return user;
    } catch (error) {
      // Two first logins at once: one of them has made the user.
      const made = await this.#users.findByIdentity(source);
      if (made === undefined) throw error;
      return made;
    }
  }

  #newUser({ loginName, fullName = loginName, email = '' }: Profile): User {
    const now = this.#clock.now();
    return {
      id: newObjectId(),
      loginName,
      fullName,
      initials: initialsOf(fullName),
      description: '',
      enabled: true,
      standardAuth: false,
      passwordModifiable: false,
      requireNewPassword: false,
      passwordAutoExpire: false,
      passwordExpirationFrequencyDays: undefined,
      passwordExpiresAt: undefined,
      createdAt: now,
      modifiedAt: now,
      metadataUser: true,
      email,
      lockedUntil: undefined,
    };
  }

  /** Takes over what the source says now. */
  async #refreshed(user: User, issuer: string, profile: Profile, admission: Admission): Promise<User> {
    if (admission.groups !== 'none') await this.#takeGroups(user, issuer, profile.groups ?? [], admission);
    const { fullName = user.fullName, email = user.email } = profile;
    if (fullName === user.fullName && email === user.email) return user;
    const changes: UserChanges = { fullName, initials: initialsOf(fullName), email };
    return (await this.#users.update(user.id, changes, this.#clock.now())) ?? user;
  }

  async #takeGroups(user: User, issuer: string, names: readonly string[], admission: Admission): Promise<void> {
    const ids: string[] = [];
    for (const name of names) {
      const group = await this.#users.findGroupByName(name);
      if (group !== undefined) ids.push(group.id);
      else if (admission.groups === 'import') ids.push(await this.#newGroup(name));
    }
    await this.#users.setGroupsFrom(user.id, issuer, ids);
  }

  async #newGroup(name: string): Promise<string> {
    const group = { id: newObjectId(), name, description: '' };
    try {
      await this.#users.addGroup({ group, parentIds: [], grants: noGrants });
      return group.id;
    } catch (error) {
      const made = await this.#users.findGroupByName(name);
      if (made === undefined) throw error;
      return made.id;
    }
  }
}
