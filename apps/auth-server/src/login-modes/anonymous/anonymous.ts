import { wellKnownIds } from '@mstr-rest/protocol';
import type { LoginMode } from '../login-mode.js';
import { noSettings } from '../no-settings.js';
import { strategyOf } from '../strategy-of.js';

/** Anybody, as the guest. Source: docs/protocol section 6.3. */
export const anonymous: LoginMode = {
  id: 8,
  name: 'anonymous',
  doors: ['login'],
  onPage: 'button',
  configure(settings) {
    noSettings('auth.anonymous', settings);
    const guest = { issuer: 'standard', subject: wellKnownIds.publicGuest };
    return () => ({ strategy: strategyOf('anonymous', () => Promise.resolve(guest)) });
  },
};
