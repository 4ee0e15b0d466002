import { existsSync } from 'node:fs';

/** `describe` where the program is there. Where it is not, its tests are skipped, or fail with CI=true. */
export function describeWith(program: string, title: string, tests: () => void): void {
  if (existsSync(program)) describe(title, tests);
  else if (process.env['CI'] === 'true') it(`${title}: its runtime is there`, () => expect(program).toBe('installed'));
  else describe.skip(title, tests);
}
