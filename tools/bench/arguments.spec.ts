import { readArguments } from './arguments.js';

const nothing = { help: false, json: false, markdown: false, quick: false };
const known = ['read', 'login', 'login-argon2'];

describe('the arguments of the benchmark', () => {
  it('are all cases in full where nothing is said', () => {
    expect(readArguments([], known)).toEqual({ ...nothing, only: known });
  });

  it('name cases, separated by commas', () => {
    expect(readArguments(['--quick', '--json', '--only', 'read, login'], known)).toEqual({
      ...nothing,
      json: true,
      quick: true,
      only: ['read', 'login'],
    });
  });

  it('are refused where they name a case that there is not', () => {
    expect(() => readArguments(['--only', 'read,write'], known)).toThrow('There is no case "write"');
    expect(() => readArguments(['--only='], known)).toThrow('There is no case ""');
  });

  it('are refused where an option is unknown', () => {
    expect(() => readArguments(['--fast'], known)).toThrow('--fast');
  });
});
