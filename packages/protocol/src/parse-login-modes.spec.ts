import { parseLoginModesRequest } from './index.js';

describe('a choice of login modes', () => {
  it('is read from numbers and from strings of digits', () => {
    const value = { availableModes: [4194304, 1], defaultMode: 1 };
    expect(parseLoginModesRequest({ availableModes: [4194304, 1], defaultMode: 1 })).toEqual({ ok: true, value });
    expect(parseLoginModesRequest({ availableModes: ['4194304', '1'], defaultMode: '1' })).toEqual({ ok: true, value });
  });

  it('has the first as the default where none is named', () => {
    const value = { availableModes: [8, 1], defaultMode: 8 };
    expect(parseLoginModesRequest({ availableModes: [8, 1] })).toEqual({ ok: true, value });
    expect(parseLoginModesRequest({ availableModes: [8, 1], defaultMode: null, colour: 'red' })).toEqual({
      ok: true,
      value,
    });
  });

  const badList = 'availableModes is not a list of 1 to 32 login modes, each once';
  const tooMany = Array.from({ length: 33 }, (_, n) => n);
  const badLists = [
    [],
    '1',
    1,
    [null],
    ['one'],
    [1.5],
    [true],
    [[1]],
    [1, 1],
    [1, '1'],
    [0, -0],
    ['3000000000'],
    [2 ** 31],
  ];
  const badDefaults = [8, '8', 'one', [1], {}];
  const refused: readonly (readonly [body: unknown, kind: string, message: string])[] = [
    [undefined, 'inputMissing', 'availableModes is missing'],
    [{ defaultMode: 1 }, 'inputMissing', 'availableModes is missing'],
    ...[...badLists, tooMany].map((availableModes) => [{ availableModes }, 'inputInvalid', badList] as const),
    ...badDefaults.map(
      (defaultMode) =>
        [{ availableModes: [1], defaultMode }, 'inputInvalid', 'defaultMode is not one of availableModes'] as const,
    ),
    [[1], 'inputInvalid', 'The body is not an object'],
  ];

  it.each(refused)('is refused as %j', (body, kind, message) => {
    expect(parseLoginModesRequest(body)).toEqual({ ok: false, kind, message });
  });
});
