import type { LoginMode } from '../login-mode.js';
import { parseSettings } from '../parse-settings.js';
import { strategyOf } from '../strategy-of.js';
import { namesOf, personIn } from './person.js';
import { Proxies } from './proxies.js';
import { trustedSettings } from './settings.js';

/** A proxy that has checked the user says in headers who it is. Source: docs/protocol sections 6.8 and 9: Q23. */
export const trusted: LoginMode = {
  id: 64,
  name: 'trusted',
  doors: ['login'],
  onPage: 'button',
  settings: trustedSettings,
  configure(given) {
    const settings = parseSettings('auth.trusted', trustedSettings, given);
    const { linkByLoginName, importUsers, groups, secret } = settings;
    const names = namesOf(settings);
    const proxies = new Proxies(settings);
    const ofSecret = secret === undefined ? [] : [secret.header];
    if (names.all.some((name, at) => [...names.all.slice(at + 1), ...ofSecret].includes(name))) {
      throw new Error('auth.trusted: each header must have a name of its own');
    }
    return () => ({
      admission: { linkByLoginName, importUsers, groups },
      guarded: {
        headers: [...names.all, ...ofSecret],
        distrust: (evidence) => proxies.distrust(evidence),
      },
      strategy: strategyOf('trusted', (evidence) => {
        // What a stranger sent has been taken away before; it is not believed here either.
        const believed = proxies.distrust(evidence) === undefined;
        const person = believed ? personIn(evidence, names, settings.custom) : undefined;
        return Promise.resolve(
          person === undefined
            ? { problem: 'trustedLoginRefused' }
            : { issuer: 'trusted', subject: person.loginName, profile: person },
        );
      }),
    });
  },
};
