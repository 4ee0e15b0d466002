import { checkHashable, checkNewPassword, defaultPolicy, isHashable } from './password-policy.js';

const user = { loginName: 'ada', fullName: 'Ada Lovelace' };
const rules = { ...defaultPolicy, user };

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

  it.each([
    ['all of MicroStrategy here', []],
    ['strategyone of mine is best', []],
    ['I work for ACME every day', ['acme']],
    ['I work for ａｃｍｅ every day', ['Acme']],
  ])('refuses a word that everybody here thinks of: %j', (candidate, contextWords) => {
    expect(refusalOf(candidate, { contextWords })).toBe('passwordNotAcceptable');
    expect(refusalOf('correct horse battery', { contextWords })).toBeUndefined();
  });

  it.each([
    [0, 'correct horse battery', undefined],
    [1, '123456789012345', undefined],
    [2, '123456789012345', 'passwordTooSimple'],
    [2, 'correcthorsebattery', 'passwordTooSimple'],
    [2, 'correct horse battery', undefined],
    [3, 'Correct horse battery', undefined],
    [3, 'correct horse battery', 'passwordTooSimple'],
    [4, 'Correct horse battery', 'passwordTooSimple'],
    [4, 'Correct horse battery 5', undefined],
    [4, 'Ünïcödé · ٣ · großartig', undefined],
  ])('asks for characters of %i classes, if it must: %j', (requiredClasses, candidate, kind) => {
    expect(refusalOf(candidate, { requiredClasses })).toBe(kind);
  });

  it('says which classes are missing', () => {
    expect(() => checkNewPassword('correct horse battery', { ...rules, requiredClasses: 4 })).toThrow(
      'characters of 4 of four classes. It has no upper-case letter, no digit.',
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
