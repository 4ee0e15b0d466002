import { operationTable, type OperationFacts } from '@mstr-rest/protocol';
import { changesOf } from './changes.js';
import { scripts } from './command/scripts.js';
import type { CallStep } from './story.js';

const step = (operation: CallStep['operation'], more: Partial<CallStep> = {}): CallStep => ({
  actor: 'ann',
  operation,
  expect: { status: 204 },
  ...more,
});

describe('what a script changes', () => {
  it.each([
    ['a login and a logout', [step('postLogin'), step('postLogout')], []],
    ['a delegation that is refused', [step('postDelegate', { expect: { status: 401 } })], []],
    ['time that passes', [{ advanceMs: 1000 }], []],
    ['an unknown address that is read', [step(null, { request: { line: 'GET /no/such/thing' } })], []],
    [
      'an unknown address that is deleted',
      [step(null, { request: { line: 'DELETE /sessions' } })],
      ['sends DELETE to an address that should not exist'],
    ],
    [
      'a login that is refused',
      [step('postLogin', { expect: { status: 401 } }), step('postLogin', { expect: { status: 429 } })],
      ['fails to log in, which may lock an account'],
    ],
    [
      'a login with a new password',
      [step('postLogin', { request: { body: { text: '{"newPassword":"x"}' } } })],
      ['changes a password'],
    ],
    [
      'a login with an empty new password, which is none',
      [step('postLogin', { request: { body: { text: '{"newPassword":""}' } } })],
      [],
    ],
    ['a deletion that should be refused', [step('deleteUser', { expect: { status: 403 } })], ['removes an account']],
  ])('follows from its steps: %s', (_, steps, changes) => {
    expect(changesOf(steps)).toEqual(changes);
  });

  it('is nothing only where each of its operations reads, or is about sessions of its own', () => {
    const readOnly = scripts.filter(({ changes }) => changes.length === 0);
    const used = new Set(
      readOnly.flatMap(({ steps }) => steps.flatMap((one) => ('operation' in one && one.operation) || [])),
    );
    const writing = [...used].filter((one) => {
      const facts: OperationFacts | undefined = one === 'preflight' ? undefined : operationTable[one];
      return facts !== undefined && facts.method !== 'GET';
    });
    expect(writing.sort()).toEqual([
      'createIdentityToken',
      'createIdentityTokenForChallenge',
      'postDelegate',
      'postLogin',
      'postLogout',
      'postOidcToken',
      'renewSession',
    ]);
    expect(readOnly.length).toBeGreaterThan(200);
  });

  it('is something for each that needs --allow-changes, in words', () => {
    const changing = scripts.filter(({ changes }) => changes.length > 0);
    expect(changing.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['change-password', 'login-wrong-password', 'guessing-unknown', 'no-session-deleteUser']),
    );
  });
});
