import { errorCatalogue, type ErrorKind, type ErrorRow } from '@mstr-rest/protocol';
import { describeError } from './describe-error.js';

const rows = Object.entries<ErrorRow>(errorCatalogue) as [ErrorKind, ErrorRow][];

describe('the description of an error', () => {
  it.each(rows)('finds %s from all that its row says', (kind, row) => {
    const { code, status, message, iServerCode, retry, advice } = row;
    const found = describeError({ operation: 'postLogin', code, status, message, iServerCode });
    expect(found).toEqual({ kind, retry, advice });
  });

  it.each([
    ['inputInvalid', { code: 'ERR006', status: 400, message: 'maxSearch is not an integer' }],
    ['inputMissing', { code: 'ERR005', status: 400, message: 'codeChallenge is missing' }],
    ['loginModeDisabled', { code: 'ERR003', status: 401, message: 'Login mode 16 is not enabled (INVALID_AUTH_MODE)' }],
    // A login that failed for a reason that is not said is not taken for any that is known.
    [undefined, { code: 'ERR003', status: 401, message: 'Login failed' }],
    [undefined, { code: 'ERR003', status: 401, message: 'Locked', iServerCode: -2147216972 }],
    [undefined, { code: 'ERR001', status: 405, message: 'HTTP 405 Method Not Allowed' }],
  ])('is %s where the message is the only other sign', (kind, signs) => {
    expect(describeError({ iServerCode: undefined, operation: 'postLogin', ...signs }).kind).toBe(kind);
  });

  it.each(['postDelegate', 'getIdentityTokenInfo'] as const)('knows what fails in %s', (operation) => {
    const signs = { code: 'ERR003', status: 401, message: 'Invalid identity token', iServerCode: undefined };
    expect(describeError({ ...signs, operation }).kind).toBe('identityTokenInvalid');
  });

  it.each([
    [400, 'after-correction'],
    [408, 'after-wait'],
    [409, 'never'],
    [500, 'never'],
    [504, 'after-wait'],
  ])('guesses from the status %i of an unknown error whether to try again', (status, retry) => {
    const signs = { code: '8004cb0a', message: 'whatever', iServerCode: undefined, operation: 'getSession' } as const;
    expect(describeError({ ...signs, status })).toMatchObject({ kind: undefined, retry });
  });
});
