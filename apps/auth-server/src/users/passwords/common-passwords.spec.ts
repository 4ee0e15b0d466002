import { isMonotonous, wordsBehind } from './common-passwords.js';

describe('the words behind a password', () => {
  it.each([
    ['Password', ['password']],
    ['passwordpassword', ['passwordpassword', 'password']],
    ['passwordpasswo', ['passwordpasswo', 'password']],
    ['Password1234567!', ['password1234567!', 'password']],
    ['!! 2026 SummerSummer', ['!! 2026 summersummer', 'summersummer', 'summer']],
    ['123456789012345', ['123456789012345', '1234567890']],
    ['ｐａｓｓｗｏｒｄ', ['password']],
    ['abcabcabcabcabc', ['abcabcabcabcabc']],
    ['correct horse battery', ['correct horse battery']],
    ['', []],
  ])('%j are %j', (candidate, words) => {
    expect(wordsBehind(candidate)).toEqual(words);
  });
});

describe('a monotonous password', () => {
  it.each(['aaaaaaaaaaaaaaa', 'abababababababab', 'xyzxyzxyzxyzxyzx', '🙂'.repeat(15), 'AaAaAaAaAaAaAaAa'])(
    'repeats up to three characters: %j',
    (candidate) => expect(isMonotonous(candidate)).toBe(true),
  );

  it.each(['abcdabcdabcdabcd', 'aaaaaaaaaaaaaaab', 'correct horse battery'])(
    'is not one that repeats more, or something else: %j',
    (candidate) => expect(isMonotonous(candidate)).toBe(false),
  );
});
