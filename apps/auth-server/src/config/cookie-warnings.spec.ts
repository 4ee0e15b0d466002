import { cookieWarnings } from './cookie-warnings.js';
import { parseConfig } from './parse-config.js';
import type { ConfigInput } from './config.js';

const publicUrl = 'https://bi.example.co.uk';
const warningsOf = (
  sameSite: 'Lax' | 'Strict' | 'None',
  origins: string[],
  more: ConfigInput = {},
  partitioned = false,
) =>
  cookieWarnings(
    parseConfig({
      server: { publicUrl },
      session: { cookie: { sameSite, partitioned } },
      ...more,
      auth: { modes: { available: [1] }, ...more.auth, cors: { origins } },
    }),
  );

describe('what is said at the start of cookies that browsers will drop', () => {
  it.each([
    ['Lax', []],
    ['Lax', ['https://app.example.co.uk']],
    ['Strict', ['https://bi.example.co.uk:8443']],
  ] as const)('nothing where all pages are of our site: %s for %j', (sameSite, origins) => {
    expect(warningsOf(sameSite, [...origins])).toEqual([]);
  });

  it.each(['https://app.other.co.uk', 'http://app.example.co.uk', 'https://192.0.2.1'])(
    'that %s is another site, to which Lax does not go',
    (origin) => expect(warningsOf('Lax', [origin])).toEqual([expect.stringContaining(`pages of ${origin}`)]),
  );

  it('that None alone falls to the blocking of third-party cookies, and that partitioned does not', () => {
    expect(warningsOf('None', ['https://app.example.org'])).toEqual([expect.stringContaining('without partitioned')]);
    expect(warningsOf('None', ['https://app.example.org'], {}, true)).toEqual([]);
  });

  it('that Strict and single sign-on do not go together', () => {
    const sso = { auth: { modes: { available: [1, 1_048_576] } } };
    expect(warningsOf('Strict', [], sso)).toEqual([expect.stringContaining('Strict beside single sign-on')]);
    expect(warningsOf('None', [], sso, true)).toEqual([expect.stringContaining('partitioned is on beside')]);
  });
});
