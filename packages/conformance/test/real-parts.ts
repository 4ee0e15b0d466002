/** Real parts that some suites need: a browser, another Node. `tools/test-servers` installs them. */
import { existsSync } from 'node:fs';

/**
 * `describe`, or `describe.skip` with the reason in its title where the part is not on this machine. Where CI=true it
 * has to be there, and the suite fails without it.
 */
export function describeWith(file: string, title: string, suite: () => void): void {
  if (existsSync(file)) describe(title, suite);
  else if (process.env['CI'] === 'true') {
    it(`${title}: ${file} is on this machine`, () => expect(file).toBe('an existing file'));
  } else describe.skip(`${title} (skipped: there is no ${file})`, suite);
}
