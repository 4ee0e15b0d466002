import { findLoginMode, loginModes, type LoginModeFacts } from './login-modes.js';

const modes: readonly LoginModeFacts[] = loginModes;

function idsAt(door: LoginModeFacts['doors'][number]): readonly number[] {
  return modes.filter((mode) => mode.doors.includes(door)).map((mode) => mode.id);
}

describe('the login modes', () => {
  it('have a number and a name of their own each', () => {
    expect(new Set(modes.map((mode) => mode.id)).size).toBe(modes.length);
    expect(new Set(modes.map((mode) => mode.name)).size).toBe(modes.length);
  });

  it('are numbered by single bits, but for delegation', () => {
    const others = modes.map((mode) => mode.id).filter((id) => id <= 0 || (id & (id - 1)) !== 0);
    expect(others).toEqual([-1]);
  });

  it('have names that can be a folder and a key of the configuration', () => {
    for (const { name } of modes) expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  it('are served at the doors that the protocol knows', () => {
    expect(idsAt('login')).toEqual([1, 8, 16, 64, 128, 4096]);
    expect(idsAt('delegate')).toEqual([-1]);
    expect(idsAt('browser')).toEqual([128, 1048576, 4194304]);
    expect(idsAt('native')).toEqual([4194304]);
  });

  it('say for each where its number is known from', () => {
    for (const { provenance } of modes) expect(provenance).toMatch(/^(D|C|C-obs|W|I)\b/);
  });
});

describe('finding a login mode', () => {
  it('finds every mode by its number', () => {
    for (const mode of modes) expect(findLoginMode(mode.id)).toBe(mode);
  });

  it('finds nothing for a number without meaning', () => {
    for (const id of [0, 3, 9, -2, 1.5, 65536, Number.NaN]) expect(findLoginMode(id)).toBeUndefined();
  });
});
