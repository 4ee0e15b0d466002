import { findLoginMode, type Door } from '@mstr-rest/protocol';
import { getDomain } from 'tldts';
import type { Config } from './config.js';
import { publicUrl } from './public-url.js';

/**
 * Which combination of settings browsers will drop: said at the start, so that nobody has to find out in a browser.
 * Sources: RFC 6265bis sections 5.5 and 8.8, docs/protocol section 1.4.
 */
export function cookieWarnings(config: Config): readonly string[] {
  const { sameSite, partitioned } = config.session.cookie;
  const own = siteOf(publicUrl(config));
  const foreign = [...config.auth.cors.origins, ...config.security.allowedOrigins].filter(
    (origin) => siteOf(origin) !== own,
  );
  // A page and nothing else: another site decides.
  const hasSingleSignOn = config.auth.modes.available.some((id) => {
    const doors: readonly Door[] = findLoginMode(id)?.doors ?? [];
    return doors.includes('browser') && !doors.includes('login');
  });
  const warnings: string[] = [];
  if (foreign.length > 0 && sameSite !== 'None') {
    warnings.push(
      `pages of ${foreign.join(', ')} are of another site: browsers keep cookies with SameSite=${sameSite} from their ` +
        'requests. Set session.cookie.sameSite to None, which needs an https server.publicUrl',
    );
  }
  if (foreign.length > 0 && sameSite === 'None' && !partitioned) {
    warnings.push(
      'session.cookie.sameSite is None without partitioned: browsers that block third-party cookies drop the session of ' +
        `pages of ${foreign.join(', ')}. Set session.cookie.partitioned where those pages hold this server in a frame`,
    );
  }
  if (partitioned && hasSingleSignOn) {
    warnings.push(
      'session.cookie.partitioned is on beside single sign-on: a session that a window of its own has opened is not seen in ' +
        'a frame, whose cookies are apart',
    );
  }
  if (sameSite === 'Strict' && hasSingleSignOn) {
    warnings.push(
      'session.cookie.sameSite is Strict beside single sign-on: browsers do not show the new session to a page that another ' +
        'site has sent them to. Lax is meant for that',
    );
  }
  return warnings;
}

/** A site as browsers know it: the scheme, and the domain that can be registered; an address or a bare name is one itself. */
function siteOf(url: string): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${getDomain(hostname, { allowPrivateDomains: true }) ?? hostname}`;
}
