import { ManualClock } from '../../clock/manual-clock.js';
import { openSqliteDirectory } from '../directories/sqlite/sqlite-directory.js';
import { newObjectId, noGrants, type User } from '../user.js';
import type { UserDirectory } from '../user-directory.js';
import type { LockoutRules } from './lockout.js';
import { PasswordHasher, type PasswordHashingOptions } from './password-hasher.js';
import { defaultPolicy, type PasswordPolicy } from './password-policy.js';
import { Passwords } from './passwords.js';

const cheap = { memoryKiB: 64, iterations: 1, threads: 1 };
const dayMs = 86_400_000;
const right = 'correct horse battery staple';
const next = 'incorrect donkey charger';

let directory: UserDirectory;
let hasher: PasswordHasher;
let clock: ManualClock;
let passwords: Passwords;

beforeEach(async () => {
  directory = (await openSqliteDirectory(':memory:')).users;
  clock = new ManualClock();
  reopen();
});

afterEach(async () => {
  await passwords.close();
  await directory.close();
});

function reopen(options: PasswordHashingOptions = {}): void {
  hasher = new PasswordHasher({ ...cheap, ...options });
  passwords = new Passwords({ directory, hasher, clock });
}

function withRules(policy: Partial<PasswordPolicy>, lockout?: LockoutRules): void {
  const rules = { policy: { ...defaultPolicy, ...policy }, ...(lockout === undefined ? {} : { lockout }) };
  passwords = new Passwords({ directory, hasher, clock, ...rules });
}

async function add(more: Partial<User> = {}, password: string | undefined = right): Promise<User> {
  const user: User = {
    id: newObjectId(),
    loginName: 'ada',
    fullName: 'Ada Lovelace',
    initials: 'AL',
    description: '',
    enabled: true,
    standardAuth: true,
    passwordModifiable: true,
    requireNewPassword: false,
    passwordAutoExpire: false,
    passwordExpirationFrequencyDays: undefined,
    passwordExpiresAt: undefined,
    createdAt: clock.now(),
    modifiedAt: clock.now(),
    metadataUser: true,
    email: '',
    lockedUntil: undefined,
    ...more,
  };
  const passwordHash = password === '' ? undefined : await hasher.hash(password);
  await directory.addUser({ user, passwordHash, groupIds: [], grants: noGrants });
  return user;
}

async function hashCallsOf(run: () => Promise<unknown>): Promise<number> {
  const before = hasher.hashCalls;
  await run();
  return hasher.hashCalls - before;
}

describe('checking a password', () => {
  it('finds the user whose password it is, whatever the case of the login name', async () => {
    const user = await add();
    expect(await passwords.check('ada', right)).toEqual({ kind: 'correct', user });
    expect(await passwords.check('ADA', right)).toEqual({ kind: 'correct', user });
  });

  it('leaves to others whether the account may be used', async () => {
    const user = await add({ enabled: false, standardAuth: false });
    expect(await passwords.check('ada', right)).toEqual({ kind: 'correct', user });
  });

  it.each([`${right} `, right.toUpperCase(), right.slice(0, -1), ''])('takes %j for wrong', async (password) => {
    await add();
    expect(await passwords.check('ada', password)).toEqual({ kind: 'wrong', actually: 'passwordWrong' });
  });

  it('answers alike, at the cost of one hash, for whatever is wrong', async () => {
    await add();
    await add({ loginName: 'nopassword' }, '');
    const attempts = [
      ['ada', 'wrong'],
      ['ada', ''],
      ['ada', `${right}\0`],
      ['ada', '\ud800'],
      ['nopassword', right],
      ['nopassword', ''],
      ['nobody', right],
      ['nobody', ''],
      ['nobody', '\0'],
      ['ada\0', right],
      ['', ''],
    ] as const;
    for (const [loginName, password] of attempts) {
      const calls = await hashCallsOf(async () => {
        expect(await passwords.check(loginName, password)).toMatchObject({ kind: 'wrong' });
      });
      expect([loginName, password, calls]).toEqual([loginName, password, 1]);
    }
  });

  it.each(['with NUL \0', 'with half a character \ud800'])(
    'takes %j for wrong even when the stored hash would match',
    async (password) => {
      const user = await add({}, password);
      expect(await passwords.check('ada', password)).toEqual({ kind: 'wrong', actually: 'passwordWrong' });
      await expect(passwords.change(user, password, next)).rejects.toMatchObject({ kind: 'wrongCredentials' });
    },
  );

  it('costs one hash when the password is right', async () => {
    await add();
    expect(await hashCallsOf(() => passwords.check('ada', right))).toBe(1);
  });

  it('renews a hash of another cost once the right password is at hand', async () => {
    const user = await add();
    await passwords.close();
    reopen({ memoryKiB: 128 });
    await passwords.check('ada', 'wrong');
    expect(await directory.passwordHashOf(user.id)).toContain('m=64,');
    expect((await passwords.check('ada', right)).kind).toBe('correct');
    expect(await directory.passwordHashOf(user.id)).toContain('m=128,');
    expect(await directory.findById(user.id)).toEqual(user);
    expect(await hashCallsOf(() => passwords.check('ada', right))).toBe(1);
  });

  it('does not fail when the server is too busy to renew the hash', async () => {
    const user = await add();
    await passwords.close();
    const others: Promise<string>[] = [];
    /** Somebody else takes the only thread just when the hash is to be renewed. */
    class BusyHasher extends PasswordHasher {
      override needsRehash(hash: string): boolean {
        others.push(this.hash('somebody else'));
        return super.needsRehash(hash);
      }
    }
    hasher = new BusyHasher({ ...cheap, memoryKiB: 128, maxQueued: 0 });
    passwords = new Passwords({ directory, hasher, clock });
    expect(await passwords.check('ada', right)).toEqual({ kind: 'correct', user });
    expect(await directory.passwordHashOf(user.id)).toContain('m=64,');
    expect(await Promise.all(others)).toHaveLength(1);
  });

  it('refuses rather than calls a password wrong when too many are waiting', async () => {
    await add();
    await passwords.close();
    reopen({ maxQueued: 0 });
    const busy = hasher.hash('somebody else');
    await expect(passwords.check('ada', right)).rejects.toMatchObject({ kind: 'serviceUnavailable' });
    await busy;
  });

  it('throws on a damaged hash, naming the user', async () => {
    const user = await add({}, '');
    await directory.setPassword(user.id, { hash: 'nonsense', at: 0, expiresAt: undefined });
    await expect(passwords.check('ada', right)).rejects.toThrow(`password hash of user ${user.id}`);
  });
});

describe('changing a password', () => {
  it('replaces it', async () => {
    const user = await add({ requireNewPassword: true });
    clock.advance(1000);
    await passwords.change(user, right, next);
    expect(await passwords.check('ada', right)).toEqual({ kind: 'wrong', actually: 'passwordWrong' });
    const changed = { ...user, requireNewPassword: false, modifiedAt: clock.now() };
    expect(await passwords.check('ada', next)).toEqual({ kind: 'correct', user: changed });
  });

  it('sets its expiry when passwords of the user expire', async () => {
    const user = await add({ passwordAutoExpire: true, passwordExpirationFrequencyDays: 30, passwordExpiresAt: 0 });
    expect(passwords.isExpired(user)).toBe(true);
    await passwords.change(user, right, next);
    expect((await directory.findById(user.id))?.passwordExpiresAt).toBe(clock.now() + 30 * dayMs);
  });

  it('ends an expiry that was set by hand', async () => {
    const user = await add({ passwordExpirationFrequencyDays: 30, passwordExpiresAt: 1 });
    await passwords.change(user, right, next);
    expect((await directory.findById(user.id))?.passwordExpiresAt).toBeUndefined();
  });

  it.each([
    ['the present one is wrong', 'wrong', next, 'wrongCredentials'],
    ['the present one contains NUL', `${right}\0`, next, 'wrongCredentials'],
    ['the new one is the present one', right, right, 'passwordUsedBefore'],
    ['the new one is too short', right, 'short', 'passwordTooShort'],
    ['the new one contains NUL', right, `${next}\0`, 'passwordNotAcceptable'],
    ['the new one contains the name', right, 'ada lovelace, countess', 'passwordNotAcceptable'],
    ['many people use the new one', right, 'PasswordPassword', 'passwordNotAcceptable'],
    ['many people use the new one without its digits and signs', right, '!Iloveyou20262026', 'passwordNotAcceptable'],
    ['the new one repeats one character', right, 'aaaaaaaaaaaaaaaa', 'passwordNotAcceptable'],
  ])('is refused when %s', async (_, current, candidate, kind) => {
    const user = await add();
    await expect(passwords.change(user, current, candidate)).rejects.toMatchObject({ kind });
    expect((await passwords.check('ada', right)).kind).toBe('correct');
  });

  it('is refused for a user without a password', async () => {
    const user = await add({}, '');
    await expect(passwords.change(user, '', next)).rejects.toMatchObject({ kind: 'wrongCredentials' });
  });

  it('is refused when only an administrator may do it, which a stranger does not learn', async () => {
    const user = await add({ passwordModifiable: false });
    await expect(passwords.change(user, right, next)).rejects.toMatchObject({ kind: 'passwordNotModifiable' });
    await expect(passwords.change(user, 'wrong', next)).rejects.toMatchObject({ kind: 'wrongCredentials' });
  });
});

describe('a first password', () => {
  const owner = { loginName: 'bob', fullName: 'Bob' };

  it('obeys the policy, unless weak ones are allowed', async () => {
    await expect(passwords.hashFirst('weak', owner)).rejects.toMatchObject({ kind: 'passwordTooShort' });
    expect(await hasher.verify(await passwords.hashFirst('weak', owner, { allowWeak: true }), 'weak')).toBe(true);
    expect(await hasher.verify(await passwords.hashFirst(right, owner), right)).toBe(true);
  });

  it('never contains NUL', async () => {
    const promise = passwords.hashFirst('weak\0', owner, { allowWeak: true });
    await expect(promise).rejects.toMatchObject({ kind: 'passwordNotAcceptable' });
  });
});

describe('an expired password', () => {
  it('is one whose time is over, to the millisecond', async () => {
    const user = await add({ passwordExpiresAt: clock.now() + 1000 });
    expect(passwords.isExpired(user)).toBe(false);
    clock.advance(999);
    expect(passwords.isExpired(user)).toBe(false);
    clock.advance(1);
    expect(passwords.isExpired(user)).toBe(true);
    expect(passwords.isExpired({ ...user, passwordExpiresAt: undefined })).toBe(false);
  });
});

describe('the history of passwords', () => {
  const chosen = ['the first of them all', 'the second of them all', 'the third of them all'] as const;
  const changeThrough = async (user: User, ...all: readonly string[]) => {
    let present = right;
    for (const one of all) {
      await passwords.change(user, present, one);
      present = one;
    }
  };
  const refusal = { kind: 'passwordUsedBefore' };

  it('keeps nothing by default: only the present password must not be chosen', async () => {
    const user = await add();
    await changeThrough(user, chosen[0], right, chosen[0]);
    expect(await directory.formerHashesOf(user.id)).toEqual([]);
  });

  it('keeps as many as the policy says', async () => {
    withRules({ history: 2 });
    const user = await add();
    await changeThrough(user, ...chosen);
    await expect(passwords.change(user, chosen[2], chosen[2])).rejects.toMatchObject(refusal);
    await expect(passwords.change(user, chosen[2], chosen[1])).rejects.toMatchObject(refusal);
    await expect(passwords.change(user, chosen[2], chosen[0])).rejects.toMatchObject(refusal);
    expect(await directory.formerHashesOf(user.id)).toHaveLength(2);
    await passwords.change(user, chosen[2], right);
  });

  it('counts a smaller number at once, and forgets the rest at the next change', async () => {
    withRules({ history: 3 });
    const user = await add();
    await changeThrough(user, ...chosen);
    withRules({ history: 1 });
    await passwords.change(user, chosen[2], chosen[0]);
    expect(await directory.formerHashesOf(user.id)).toHaveLength(1);
  });
});

describe('a greatest age of passwords', () => {
  it('counts from the choice, or where that is not known, from the making of the account', async () => {
    withRules({ maximumAgeDays: 90 });
    const user = await add();
    clock.advance(90 * dayMs - 1);
    expect(passwords.isExpired(user)).toBe(false);
    clock.advance(1);
    expect(passwords.isExpired(user)).toBe(true);
    await passwords.change(user, right, next);
    const changed = await directory.findById(user.id);
    expect(changed?.passwordExpiresAt).toBe(clock.now() + 90 * dayMs);
  });

  it('gives way to a shorter time of the user, and not to a longer one', async () => {
    withRules({ maximumAgeDays: 90 });
    for (const [days, expected] of [
      [30, 30],
      [365, 90],
    ] as const) {
      const user = await add({
        loginName: `ada${days}`,
        passwordAutoExpire: true,
        passwordExpirationFrequencyDays: days,
      });
      await passwords.change(user, right, next);
      expect((await directory.findById(user.id))?.passwordExpiresAt).toBe(clock.now() + expected * dayMs);
    }
  });
});

describe('lockout', () => {
  const minute = 60_000;
  const threeWrong = { afterFailures: 3, forMs: 30 * minute };
  const lockedUser = async () => {
    const user = (await directory.findByLoginName('ada')) ?? (await add());
    for (let n = 0; n < 3; n += 1) await passwords.check('ada', 'wrong');
    return user;
  };
  const isLocked = async () => {
    const answer = await passwords.check('ada', right);
    return answer.kind === 'correct' ? passwords.isLocked(answer.user) : answer.kind;
  };

  it('is off by default', async () => {
    const user = await add();
    for (let n = 0; n < 200; n += 1) await passwords.check('ada', 'wrong');
    expect(await directory.findById(user.id)).toEqual(user);
    expect(await isLocked()).toBe(false);
  });

  it('locks after so many wrong passwords in a row, and reports the one that did it', async () => {
    withRules({}, threeWrong);
    const user = await add();
    const locked = { userId: user.id, loginName: 'ada', lockedUntil: clock.now() + 30 * minute };
    const wrong = { kind: 'wrong', actually: 'passwordWrong' };
    expect(await passwords.check('ada', 'wrong')).toEqual(wrong);
    expect(await passwords.check('ADA', 'wrong')).toEqual(wrong);
    expect(await passwords.check('ada', 'wrong')).toEqual({ ...wrong, locked });
    expect(await passwords.check('ada', 'wrong')).toEqual(wrong);
    expect(await isLocked()).toBe(true);
  });

  it('begins to count anew at the right password', async () => {
    withRules({}, threeWrong);
    await add();
    for (let n = 0; n < 5; n += 1) {
      await passwords.check('ada', 'wrong');
      await passwords.check('ada', 'wrong');
      expect(await isLocked()).toBe(false);
    }
  });

  it('ends when its time is over, to the millisecond, however often somebody tries meanwhile', async () => {
    withRules({}, threeWrong);
    await lockedUser();
    clock.advance(30 * minute - 1);
    for (let n = 0; n < 5; n += 1) await passwords.check('ada', 'wrong');
    expect(await isLocked()).toBe(true);
    clock.advance(1);
    expect(await isLocked()).toBe(false);
  });

  it('lasts where it is to last until an administrator ends it', async () => {
    withRules({}, { afterFailures: 3, forMs: undefined });
    const user = await lockedUser();
    clock.advance(1000 * 365 * dayMs);
    expect(await isLocked()).toBe(true);
    await directory.update(user.id, { lockedUntil: undefined }, clock.now());
    expect(await isLocked()).toBe(false);
    await passwords.check('ada', 'wrong');
    expect(await isLocked()).toBe(false);
  });

  it('holds for whoever shares the directory, and after a restart', async () => {
    withRules({}, threeWrong);
    await add();
    await passwords.check('ada', 'wrong');
    const other = new Passwords({ directory, hasher, clock, lockout: threeWrong });
    await other.check('ada', 'wrong');
    withRules({}, threeWrong);
    await passwords.check('ada', 'wrong');
    expect(await isLocked()).toBe(true);
  });

  it('catches the right password that was checked at the same time', async () => {
    withRules({}, threeWrong);
    await add();
    const wrongs = Array.from({ length: 3 }, () => passwords.check('ada', 'wrong'));
    const answer = await passwords.check('ada', right);
    await Promise.all(wrongs);
    expect(answer).toMatchObject({ kind: 'correct' });
    expect(answer.kind === 'correct' && passwords.isLocked(answer.user)).toBe(true);
  });

  it('changes neither the answer nor the number of hashes: locked, disabled, unknown, or a wrong password', async () => {
    withRules({}, threeWrong);
    await lockedUser();
    await add({ loginName: 'off', enabled: false });
    for (const [loginName, password] of [
      ['ada', 'wrong'],
      ['off', 'wrong'],
      ['nobody', right],
      ['ada', right],
      ['off', right],
    ] as const) {
      const calls = await hashCallsOf(() => passwords.check(loginName, password));
      expect([loginName, calls]).toEqual([loginName, 1]);
    }
  });
});

describe('a password that an administrator sets', () => {
  const hash = (user: User) => directory.passwordHashOf(user.id);

  it('lets in from then on, and the former one does not', async () => {
    const user = await add();
    await passwords.set(user, next, false);
    expect(await passwords.check('ada', next)).toMatchObject({ kind: 'correct', user: { requireNewPassword: false } });
    expect(await passwords.check('ada', right)).toMatchObject({ kind: 'wrong' });
  });

  it('may have to be changed at the next login, and may be the first one', async () => {
    const user = await add({ passwordModifiable: false }, '');
    await passwords.set(user, next, true);
    expect(await passwords.check('ada', next)).toMatchObject({ kind: 'correct', user: { requireNewPassword: true } });
  });

  it('is held to the rules, to the present one and to the history', async () => {
    withRules({ history: 1 });
    const user = await add();
    const before = await hash(user);
    await expect(passwords.set(user, 'short', false)).rejects.toMatchObject({ kind: 'passwordTooShort' });
    await expect(passwords.set(user, 'the ada lovelace of today', false)).rejects.toMatchObject({
      kind: 'passwordNotAcceptable',
    });
    await expect(passwords.set(user, right, false)).rejects.toMatchObject({ kind: 'passwordUsedBefore' });
    expect(await hash(user)).toBe(before);
    await passwords.set(user, next, false);
    await expect(passwords.set(user, right, false)).rejects.toMatchObject({ kind: 'passwordUsedBefore' });
    await passwords.set(user, 'nine green bottles on the wall', false);
    await passwords.set(user, right, false);
  });

  it('replaces one whose hash is damaged', async () => {
    const user = await add();
    await directory.setPassword(user.id, { hash: '$argon2id$damaged', at: 0, expiresAt: undefined });
    await passwords.set(user, next, false);
    expect(await passwords.check('ada', next)).toMatchObject({ kind: 'correct' });
  });

  it('unlocks the account, as unlocking by itself does, and counts wrong ones anew', async () => {
    withRules({}, { afterFailures: 2, forMs: undefined });
    const user = await add();
    const lock = async () => {
      for (let n = 0; n < 2; n += 1) await passwords.check('ada', 'a wrong password of ada');
      const present = await directory.findById(user.id);
      expect(present && passwords.isLocked(present)).toBe(true);
    };
    await lock();
    expect(await passwords.unlock(user.id)).toMatchObject({ lockedUntil: undefined });
    await passwords.check('ada', 'a wrong password of ada');
    await lock();
    await passwords.set(user, next, false);
    expect(await directory.findById(user.id)).toMatchObject({ lockedUntil: undefined });
    expect(await passwords.unlock(newObjectId())).toBeUndefined();
  });

  it('of our own making is good whatever the rules ask for', async () => {
    withRules({ minimumLength: 64, requiredClasses: 4 });
    const user = await add();
    await passwords.setRandom(user, 'abcdefghijklmnopqrst');
    expect(await passwords.check('ada', 'abcdefghijklmnopqrst')).toMatchObject({ user: { requireNewPassword: true } });
  });
});
