import { document, requestExamples } from '../test/document.js';
import {
  parseApiTokenRequest,
  parseChallengeRequest,
  parseClientId,
  parseOidcTokens,
  parseDelegateRequest,
  parseFields,
  parseLoginRequest,
  parseUserId,
} from './parse.js';
import type { LoginRequest, Parsed } from './parse.js';

const defaults: LoginRequest = {
  loginMode: undefined,
  username: undefined,
  password: '',
  changePassword: false,
  newPassword: undefined,
  workingSet: 10,
  maxSearch: 3,
  metadataLocale: 'en_us',
  warehouseDataLocale: 'en_us',
  displayLocale: 'en_us',
  messagesLocale: 'en_us',
  numberLocale: 'en_us',
  timeZone: 'UTC',
  applicationType: 35,
  applicationId: undefined,
};

const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

function invalid(message: string): Parsed<never> {
  return { ok: false, kind: 'inputInvalid', message };
}

function missing(message: string): Parsed<never> {
  return { ok: false, kind: 'inputMissing', message };
}

describe('parsing a login', () => {
  it.each([
    ['no body', undefined],
    ['an empty text', ''],
    ['an empty object', {}],
    ['an object without a prototype, as form parsers make it', Object.create(null)],
    ['only unknown fields', { colour: 'red', loginmode: 8 }],
    ['null everywhere', Object.fromEntries(Object.keys(defaults).map((name) => [name, null]))],
  ])('takes every default for %s', (_, body) => {
    expect(parseLoginRequest(body)).toEqual({ ok: true, value: defaults });
  });

  it('keeps what was sent', () => {
    const sent = {
      loginMode: 16,
      username: 'mlind',
      password: ' pass word ',
      changePassword: true,
      newPassword: 'other',
      workingSet: 25,
      maxSearch: 7,
      metadataLocale: 'de_de',
      warehouseDataLocale: 'fr_fr',
      displayLocale: 'it_it',
      messagesLocale: 'es_es',
      numberLocale: 'ja_jp',
      timeZone: 'Europe/Berlin',
      applicationType: 76,
      applicationId: 'C2B2023642F6753A2EF159A75E0CFF29',
    };
    expect(parseLoginRequest(sent)).toEqual({ ok: true, value: sent });
  });

  it('reads numbers and booleans from strings, as forms and some JSON clients send them', () => {
    const form = { loginMode: '-1', workingSet: '25', maxSearch: '7', applicationType: '76' };
    expect(parseLoginRequest(form)).toEqual({
      ok: true,
      value: { ...defaults, loginMode: -1, workingSet: 25, maxSearch: 7, applicationType: 76 },
    });
    for (const [text, changePassword] of [
      ['true', true],
      ['True', true],
      ['false', false],
      ['FALSE', false],
    ] as const) {
      const parsed = parseLoginRequest({ changePassword: text, newPassword: 'other' });
      expect(parsed).toMatchObject({ value: { changePassword } });
    }
  });

  it.each([
    [0, 10],
    ['0', 10],
    [1, 3],
    [2, 3],
    ['2', 3],
    [3, 3],
    [11, 11],
  ])('takes a working set of %j as %i', (workingSet, expected) => {
    expect(parseLoginRequest({ workingSet })).toMatchObject({ value: { workingSet: expected } });
  });

  it.each([
    [0, 3],
    ['0', 3],
    [1, 1],
    [9, 9],
  ])('takes %j searches as %i', (maxSearch, expected) => {
    expect(parseLoginRequest({ maxSearch })).toMatchObject({ value: { maxSearch: expected } });
  });

  it('takes minus zero for zero', () => {
    const parsed = parseLoginRequest(JSON.parse('{"loginMode":-0,"workingSet":"-0","applicationType":-0}'));
    expect(parsed).toEqual({ ok: true, value: { ...defaults, loginMode: 0, applicationType: 0 } });
  });

  it('forgets a new password that nobody asked to set', () => {
    for (const changePassword of [undefined, null, false, 'false']) {
      expect(parseLoginRequest({ changePassword, newPassword: 'string' })).toEqual({ ok: true, value: defaults });
    }
  });

  it('demands the new password when it is to be changed', () => {
    for (const newPassword of [undefined, null]) {
      expect(parseLoginRequest({ changePassword: true, newPassword })).toEqual(missing('newPassword is missing'));
    }
  });

  it('leaves it to the password policy whether a new password may be empty', () => {
    expect(parseLoginRequest({ changePassword: true, newPassword: '' })).toMatchObject({ value: { newPassword: '' } });
  });

  it('takes an empty application id for none', () => {
    expect(parseLoginRequest({ applicationId: '' })).toEqual({ ok: true, value: defaults });
  });

  it.each([
    ['null', null],
    ['an array', [{ loginMode: 8 }]],
    ['a text', 'loginMode=8'],
    ['a number', 8],
    ['a boolean', true],
    ['bytes that were never parsed', Buffer.from('{"loginMode":8}')],
    ['a map', new Map([['loginMode', 8]])],
    ['a function', () => ({ loginMode: 8 })],
  ])('refuses a body that is %s', (_, body) => {
    expect(parseLoginRequest(body)).toEqual(invalid('The body is not an object'));
  });

  it.each([
    [
      'loginMode',
      'an integer',
      ['', 'one', '1.5', '1e3', ' 1', '+1', '0x10', 1.5, true, {}, [1], '2147483648', 2 ** 31],
    ],
    ['applicationType', 'an integer', ['web', '-2147483649', -(2 ** 31) - 1, []]],
    ['workingSet', 'an integer of 0 or more', [-1, '-1', 'ten', '99999999999', 9999999999]],
    ['maxSearch', 'an integer of 0 or more', [-1, '-5', 0.5, '3000000000']],
    ['username', 'a string of at most 1024 characters', [7, {}, ['mlind', 'other'], 'x'.repeat(1025)]],
    ['password', 'a string of at most 1024 characters', [7, false, { $ne: '' }, 'x'.repeat(1025)]],
    ['newPassword', 'a string of at most 1024 characters', [7]],
    ['changePassword', 'true or false', ['yes', '', 1, 'truetrue']],
    ['displayLocale', 'a string of at most 35 characters', [1033, 'x'.repeat(36)]],
    ['timeZone', 'a string of at most 64 characters', [1, 'x'.repeat(65)]],
    ['applicationId', '32 hexadecimal digits', ['none', 7, 'g'.repeat(32), '../../etc/passwd']],
  ] as const)('refuses a %s that is not %s', (name, expected, values) => {
    for (const value of values) {
      expect(parseLoginRequest({ [name]: value })).toEqual(invalid(`${name} is not ${expected}`));
    }
  });

  it('is not moved by fields that are named like parts of every object', () => {
    const hostile =
      '{"__proto__":{"loginMode":8,"polluted":1},"constructor":{"prototype":{"polluted":1}},"toString":1}';
    expect(parseLoginRequest(JSON.parse(hostile))).toEqual({ ok: true, value: defaults });
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('does not read fields that the body only inherits', () => {
    const parsed = parseLoginRequest(Object.create({ loginMode: 8 }));
    expect(parsed).toEqual(invalid('The body is not an object'));
  });

  it('accepts every example of the document', () => {
    const examples = requestExamples.filter(({ operationId }) => operationId === 'postLogin');
    expect(examples.length).toBeGreaterThan(0);
    for (const { name, value } of examples) {
      expect({ name, parsed: parseLoginRequest(value) }).toMatchObject({ name, parsed: { ok: true } });
    }
  });
});

describe('parsing a delegation', () => {
  it('accepts the login mode as a number, as a string, as null or not at all', () => {
    for (const loginMode of [-1, '-1', null, undefined]) {
      expect(parseDelegateRequest({ loginMode, identityToken: 'abc' })).toEqual({
        ok: true,
        value: { loginMode: -1, identityToken: 'abc', codeVerifier: undefined },
      });
    }
  });

  it('keeps the verifier', () => {
    expect(parseDelegateRequest({ identityToken: 'abc', codeVerifier: verifier })).toMatchObject({
      value: { codeVerifier: verifier },
    });
  });

  it('refuses every other login mode', () => {
    for (const loginMode of [1, '1', 8, '', '-2', true]) {
      expect(parseDelegateRequest({ loginMode, identityToken: 'abc' })).toEqual(
        invalid('loginMode is not -1, the only login mode of this operation'),
      );
    }
  });

  it('demands the identity token', () => {
    for (const body of [undefined, '', {}, { loginMode: -1 }, { loginMode: '-1', identityToken: null }]) {
      expect(parseDelegateRequest(body)).toEqual(missing('identityToken is missing'));
    }
  });

  it('refuses an identity token or a verifier that cannot be one', () => {
    for (const identityToken of ['', 7, ['a', 'b'], 'x'.repeat(4097)]) {
      expect(parseDelegateRequest({ identityToken })).toEqual(
        invalid('identityToken is not a string of 1 to 4096 characters'),
      );
    }
    for (const codeVerifier of ['', 'short', 'x'.repeat(129), `${verifier}!`, 7]) {
      expect(parseDelegateRequest({ identityToken: 'abc', codeVerifier })).toEqual(
        invalid('codeVerifier is not a string of 43 to 128 letters, digits and characters of "-._~"'),
      );
    }
  });
});

describe('parsing a challenge', () => {
  it('keeps the challenge and ignores what it does not know', () => {
    const body = { codeChallenge: challenge, codeChallengeMethod: 'S256', userId: 'x' };
    expect(parseChallengeRequest(body)).toEqual({ ok: true, value: { codeChallenge: challenge } });
  });

  it('demands the challenge and its method', () => {
    expect(parseChallengeRequest(undefined)).toEqual(missing('codeChallenge is missing'));
    expect(parseChallengeRequest({ codeChallengeMethod: 'S256' })).toEqual(missing('codeChallenge is missing'));
    expect(parseChallengeRequest({ codeChallenge: challenge })).toEqual(missing('codeChallengeMethod is missing'));
  });

  it('refuses a challenge that no SHA-256 makes, and every other method', () => {
    for (const codeChallenge of ['', verifier.slice(1), `${challenge}=`, 7]) {
      expect(parseChallengeRequest({ codeChallenge, codeChallengeMethod: 'S256' })).toEqual(
        invalid('codeChallenge is not the 43 characters of a SHA-256 in base64url'),
      );
    }
    for (const codeChallengeMethod of ['plain', 's256', '', 256]) {
      expect(parseChallengeRequest({ codeChallenge: challenge, codeChallengeMethod })).toEqual(
        invalid('codeChallengeMethod is not S256, the only method'),
      );
    }
  });
});

describe('parsing a request for an API token', () => {
  const someone = '7fc05a65473ce2fd845ce6a1d3f13233';

  it.each([
    ['no body', undefined],
    ['an empty text', ''],
    ['an empty object', {}],
    ['null everywhere', { userId: null, lifeTimeInMinutes: null }],
    ['only unknown fields', { name: 'nightly', lifetime: 5 }],
  ])('takes every default for %s', (_, body) => {
    const value = { userId: undefined, lifeTimeInMinutes: undefined };
    expect(parseApiTokenRequest(body)).toEqual({ ok: true, value });
  });

  it('reads the number from a string, and the id in either case', () => {
    for (const lifeTimeInMinutes of [90, '90', '090']) {
      const value = { userId: someone.toUpperCase(), lifeTimeInMinutes: 90 };
      expect(parseApiTokenRequest({ userId: someone, lifeTimeInMinutes })).toEqual({ ok: true, value });
    }
  });

  it.each([0, -1, '0', '-5', 1.5, '1.5', 'soon', '', true, 2 ** 31, '9999999999', [60]])(
    'refuses a life of %j minutes',
    (lifeTimeInMinutes) => {
      expect(parseApiTokenRequest({ lifeTimeInMinutes })).toEqual(
        invalid('lifeTimeInMinutes is not an integer of 1 or more'),
      );
    },
  );

  it.each(['', 'ann', `${someone}0`, `${someone.slice(1)}g`, 7, [someone]])('refuses the user %j', (userId) => {
    expect(parseApiTokenRequest({ userId })).toEqual(invalid('userId is not 32 hexadecimal digits'));
  });
});

describe('parsing the user of a query', () => {
  it('takes an id in either case, and nothing for the caller', () => {
    expect(parseUserId(undefined)).toEqual({ ok: true, value: undefined });
    expect(parseUserId('7fc05a65473ce2fd845ce6a1d3f13233')).toEqual({
      ok: true,
      value: '7FC05A65473CE2FD845CE6A1D3F13233',
    });
  });

  it('refuses what is no id, and two of them', () => {
    for (const value of ['', 'ann', 7])
      expect(parseUserId(value)).toEqual(invalid('userId is not 32 hexadecimal digits'));
    expect(parseUserId(['A', 'B'])).toEqual(invalid('userId is given more than once'));
  });
});

describe('tokens of an OpenID provider', () => {
  it('are taken as the provider sends them, and reduced to those that are looked at', () => {
    const body = {
      access_token: 'a',
      id_token: 'i',
      refresh_token: 'r',
      token_type: 'Bearer',
      expires_in: '3600',
      x: 1,
    };
    expect(parseOidcTokens(body)).toEqual({ ok: true, value: { idToken: 'i', accessToken: 'a' } });
    expect(parseOidcTokens({ id_token: 'i', access_token: null })).toEqual({
      ok: true,
      value: { idToken: 'i', accessToken: undefined },
    });
  });

  it('need an ID token', () => {
    for (const body of [undefined, {}, { access_token: 'a' }, { id_token: null }]) {
      expect(parseOidcTokens(body)).toMatchObject({ ok: false, kind: 'inputMissing' });
    }
    for (const token of [1, '', 'x'.repeat(32_769), ['i']]) {
      expect(parseOidcTokens({ id_token: token })).toMatchObject({ ok: false, kind: 'inputInvalid' });
    }
  });

  it('come with the client that they were issued to, named once', () => {
    expect(parseClientId('a client')).toEqual({ ok: true, value: 'a client' });
    for (const value of [undefined, '']) expect(parseClientId(value)).toMatchObject({ kind: 'inputMissing' });
    for (const value of [['a', 'b'], 'x'.repeat(257)])
      expect(parseClientId(value)).toMatchObject({ kind: 'inputInvalid' });
  });
});

describe('what is said about a mistake', () => {
  it('never contains the value, which may be a password in the wrong place', () => {
    const secret = 'Tr0ub4dor&3';
    const parsers = [
      parseLoginRequest,
      parseDelegateRequest,
      parseChallengeRequest,
      parseApiTokenRequest,
      parseOidcTokens,
    ];
    const names = [
      ...Object.keys(defaults),
      'identityToken',
      'codeVerifier',
      'codeChallenge',
      'codeChallengeMethod',
      'userId',
    ];
    const complete = { identityToken: 'abc', codeChallenge: challenge, codeChallengeMethod: 'S256' };
    const values = [secret, { [secret]: secret }, [secret]];
    const bodies = names.flatMap((name) => values.map((value) => ({ ...complete, [name]: value })));
    const parsed: readonly Parsed<unknown>[] = [
      ...parsers.flatMap((parse) => bodies.map((body) => parse(body))),
      parseFields([secret]),
      parseFields(secret.repeat(30)),
    ];
    const refusals = parsed.filter(({ ok }) => !ok);
    expect(refusals.length).toBeGreaterThan(names.length);
    expect(JSON.stringify(refusals)).not.toContain(secret);
  });
});

describe('parsing the query fields', () => {
  it('keeps everything when it is absent or empty', () => {
    for (const value of [undefined, null, '', ',', ' , ']) {
      expect(parseFields(value)).toEqual({ ok: true, value: undefined });
    }
  });

  it('splits the list', () => {
    expect(parseFields('id')).toEqual({ ok: true, value: ['id'] });
    expect(parseFields('id, name,,owner,')).toEqual({ ok: true, value: ['id', 'name', 'owner'] });
  });

  it('refuses to be given more than once', () => {
    expect(parseFields(['id', 'name'])).toEqual(invalid('fields is given more than once'));
  });

  it('has the limits of the document', () => {
    const { maxItems, items } = document.components.parameters.Fields.schema;
    const names = (count: number) => Array.from({ length: count }, () => 'id').join(',');
    const refusal = invalid(
      `fields is not a comma list of at most ${maxItems} names of at most ${items.maxLength} characters`,
    );
    expect(parseFields(names(maxItems))).toMatchObject({ ok: true });
    expect(parseFields(names(maxItems + 1))).toEqual(refusal);
    expect(parseFields('x'.repeat(items.maxLength))).toMatchObject({ ok: true });
    expect(parseFields('x'.repeat(items.maxLength + 1))).toEqual(refusal);
  });

  it('refuses what is no text', () => {
    for (const value of [7, true, { 0: 'id' }]) expect(parseFields(value)).toMatchObject({ kind: 'inputInvalid' });
  });
});
