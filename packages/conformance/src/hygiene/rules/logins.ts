/** Coming in. */
import { firstOf, isLogin, isLogout, named, sessionsIn, succeeded, type Observation } from '../journal.js';
import type { Rule } from '../rule.js';

/** So many, and it is a habit. */
const tooMany = 3;

export const logins: readonly Rule[] = [
  {
    id: 'no-login',
    title: 'it logs in at MSTR_BASE_URL',
    advice:
      'Let the program read MSTR_BASE_URL, MSTR_USERNAME and MSTR_PASSWORD: where nothing is seen, nothing is found.',
    find: ({ observations }) => {
      if (observations.some(({ operation }) => operation === 'postLogin' || operation === 'postDelegate')) return [];
      return [observations.length === 0 ? 'No request came.' : `${observations.length} requests came, and no login.`];
    },
  },
  {
    id: 'retry-with-wrong-credentials',
    title: 'it sends credentials that were refused no second time',
    advice: 'Stop at 401 ERR003 and ask the person: every further try brings the account closer to being locked.',
    find: ({ observations }) => {
      const refused = observations.filter((one) => isLogin(one) && one.status === 401);
      const again = refused.filter((one) =>
        refused.some(({ credentials, answered }) => credentials === one.credentials && answered < one.arrived),
      );
      return again.length === 0 ? [] : [`Refused credentials were sent again: ${firstOf(again)}.`];
    },
  },
  {
    id: 'login-loop',
    title: 'it does not log in again and again while no call succeeds',
    advice: 'Log in again once after 401 ERR009. If the call is refused again, say so: most often a cookie is missing.',
    find: ({ observations }) => {
      let row: readonly Observation[] = [];
      let longest = row;
      let isRefused = false;
      for (const one of observations.filter(({ elsewhere }) => !elsewhere)) {
        if (isLogin(one) && succeeded(one)) {
          row = isRefused ? [...row, one] : [one];
          isRefused = false;
        } else if (one.session !== undefined && succeeded(one)) row = [];
        else if (one.session !== undefined) isRefused = true;
        if (row.length > longest.length) longest = row;
      }
      const [first, last] = [longest[0], longest.at(-1)];
      if (longest.length < tooMany || first === undefined || last === undefined) return [];
      return [`${longest.length} logins, from ${named(first)} to ${named(last)}, and no call between them succeeded.`];
    },
  },
  {
    id: 'login-for-each-call',
    title: 'it uses a session for more than one call',
    advice:
      'Keep the session and log out at the end: a login costs the server far more than a call, and a place among its sessions.',
    find: (journal) => {
      const sessions = sessionsIn(journal).filter(({ openedBy }) => isLogin(openedBy));
      const calls = sessions.flatMap((session) => session.calls.filter((one) => succeeded(one) && !isLogout(one)));
      if (sessions.length < tooMany || calls.length === 0 || calls.length > sessions.length) return [];
      return [`${sessions.length} logins for ${calls.length} calls.`];
    },
  },
  {
    id: 'gave-up-after-expiry',
    title: 'it logs in again when its session has ended',
    advice: 'At 401 ERR009 log in again once, and repeat the call if that does no harm.',
    find: (journal) => {
      if (!journal.expiredOnPurpose) return [];
      const ended = journal.observations.find(({ code }) => code === 'ERR009');
      if (ended === undefined) return [];
      const back = journal.observations.some(({ opened, arrived }) => opened !== undefined && arrived > ended.answered);
      return back ? [] : [`${named(ended)} heard 401 ERR009, and no login followed.`];
    },
  },
];
