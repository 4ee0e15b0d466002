/**
 * A real Chromium for a test, for which the names of examples are this machine.
 *
 *     const browser = await launchChromium();
 *     const context = await browser.newContext(visitor);
 */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type LaunchOptions } from 'playwright-core';

/** Where Debian has it. Without it a suite is skipped. */
export const chromiumBinary = '/usr/bin/chromium';

/** Who visits: knows no authority of a test (`openHttpsSites`), and reads English. */
export const visitor = { ignoreHTTPSErrors: true, locale: 'en' } as const;

const names = ['com', 'net', 'org'].map((end) => `MAP *.example.${end} 127.0.0.1`);
const args = [
  ...['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync', `--host-resolver-rules=${names.join(', ')}`],
];

type More = Pick<LaunchOptions, 'args' | 'env'>;

export function launchChromium(more: More = {}): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumBinary, ...more, args: [...args, ...(more.args ?? [])] });
}

/**
 * One with a profile of its own, as people have it, and not a private window as `newContext()` opens: it lets cookies of
 * third parties through, which a page needs that embeds a server of another site, and negotiates with Kerberos. Closing
 * the context ends it.
 * @param folder that the profile is made in, for the caller to remove
 */
export function launchWithProfile(folder: string, more: More = {}): Promise<BrowserContext> {
  const profile = mkdtempSync(join(folder, 'profile-'));
  mkdirSync(join(profile, 'Default'));
  const preferences = { profile: { cookie_controls_mode: 0, block_third_party_cookies: false } };
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  const settings = { executablePath: chromiumBinary, ...more, ...visitor, args: [...args, ...(more.args ?? [])] };
  return chromium.launchPersistentContext(profile, settings);
}
