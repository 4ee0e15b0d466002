import { checkHashable, checkNewPassword, isHashable } from './password-policy.js';

const user = { loginName: 'ada', fullName: 'Ada Lovelace' };
const rules = { minimumLength: 15, user };

function refusalOf(candidate: string, more: Partial<Parameters<typeof checkNewPassword>[1]> = {}): string | undefined {
  try {
    checkNewPassword(candidate, { ...rules, ...more });
    return undefined;
  } catch (error) {
    return (error as { kind: string }).kind; // every refusal is a problem, or the comparison fails
  }
}

describe('the password policy', () => {
  it.each([
    'correct horse battery',
    'a'.repeat(15),
    'only lower case letters',
    '  blanks  count  too  ',
    'Ünïcödé 🙂 is welcome',
    'control\u0007characters\ttoo',
    'x'.repeat(64),
    'x'.repeat(1024),
    'ada is too short a name to matter',
  ])('takes %j', (candidate) => {
    expect(refusalOf(candidate)).toBeUndefined();
  });

  it('counts code points, not code units', () => {
    expect(refusalOf('🙂'.repeat(14))).toBe('passwordTooShort');
    expect(refusalOf('🙂'.repeat(15))).toBeUndefined();
  });

  it('has a minimum length, which is part of the message', () => {
    expect(refusalOf('12345678', { minimumLength: 8 })).toBeUndefined();
    expect(refusalOf('1234567', { minimumLength: 8 })).toBe('passwordTooShort');
    expect(() => checkNewPassword('', rules)).toThrow('at least 15 characters');
  });

  it.each(['a NUL \0 in the middle', 'half a surrogate \ud83d pair', '\udc00'.repeat(20), 'x'.repeat(1025)])(
    'refuses what does not hash faithfully, or is endless (%#)',
    (candidate) => {
      expect(refusalOf(candidate)).toBe('passwordNotAcceptable');
      expect(() => checkHashable(candidate)).toThrow('must not');
    },
  );

  it('refuses the present password', () => {
    const currentPassword = 'correct horse battery';
    expect(refusalOf(currentPassword, { currentPassword })).toBe('passwordUsedBefore');
    expect(refusalOf(`${currentPassword}!`, { currentPassword })).toBeUndefined();
  });

  it.each(['my ada lovelace secret', 'ADA LOVELACE 1815', 'ＡＤＡ lovelace, countess'])(
    'refuses a password with the full name in it: %j',
    (candidate) => {
      expect(refusalOf(candidate)).toBe('passwordNotAcceptable');
    },
  );

  it('refuses a password with the login name in it, if that has four letters or more', () => {
    expect(refusalOf('I am ADMIN of all this', { user: { loginName: 'admin', fullName: '' } })).toBe(
      'passwordNotAcceptable',
    );
    expect(refusalOf('I am root of all this', { user: { loginName: 'root', fullName: '' } })).toBe(
      'passwordNotAcceptable',
    );
    expect(refusalOf('I am bob of all this', { user: { loginName: 'bob', fullName: '' } })).toBeUndefined();
  });

  it('refuses the login name itself, however short', () => {
    expect(refusalOf('BOB', { minimumLength: 1, user: { loginName: 'bob', fullName: '' } })).toBe(
      'passwordNotAcceptable',
    );
  });

  it('never repeats the password in its messages', () => {
    for (const candidate of [
      'short-secret',
      'Ada Lovelace short-secret',
      'short-secret\0',
      'short-secret'.repeat(100),
    ]) {
      expect(() => checkNewPassword(candidate, rules)).toThrow(
        expect.not.objectContaining({ message: /short-secret/ }),
      );
    }
  });
});

describe('a hashable password', () => {
  it('has neither NUL nor half a surrogate pair', () => {
    expect(isHashable('')).toBe(true);
    expect(isHashable('🙂')).toBe(true);
    expect(isHashable('a\0')).toBe(false);
    expect(isHashable('\ud83d')).toBe(false);
    expect(isHashable('\ude42\ud83d')).toBe(false);
  });
});
