/** Going away, and what comes after. */
import { endHeard, firstOf, isLogout, named, sessionsIn, succeeded } from '../journal.js';
import type { Rule } from '../rule.js';

export const endings: readonly Rule[] = [
  {
    id: 'missing-logout',
    title: 'it logs out of every session that it opened',
    advice:
      'POST /auth/logout when the work is done, also after an error: the session counts against the limits until it times out.',
    find: (journal) => {
      const sessions = sessionsIn(journal);
      const isOver = (family: number) => {
        const relatives = sessions.filter((one) => one.family === family);
        const isLoggedOut = relatives.some(({ calls }) => calls.some((one) => isLogout(one) && succeeded(one)));
        return isLoggedOut || relatives.some(({ calls }) => endHeard(calls) !== undefined);
      };
      return sessions
        .filter(({ number, family }) => number === family && !isOver(family))
        .map(({ number, openedBy }) => `Session ${number} of ${named(openedBy)} was not logged out.`);
    },
  },
  {
    id: 'token-after-logout',
    title: 'it forgets the token when it logs out',
    advice:
      'Drop token and cookies with the answer to the logout; after the logout of a delegated session, those that share it too.',
    find: (journal) => {
      const sessions = sessionsIn(journal);
      return sessions.flatMap(({ number, family, calls }) => {
        const relatives = sessions.filter((one) => one.family === family).flatMap((one) => one.calls);
        const logout = relatives.find((one) => isLogout(one) && succeeded(one));
        const after = calls.filter(({ arrived }) => logout !== undefined && arrived > logout.answered);
        return after.length === 0
          ? []
          : [`The token of session ${number} was sent after its logout: ${firstOf(after)}.`];
      });
    },
  },
  {
    id: 'token-after-expiry',
    title: 'it forgets the token when the server says that the session is over',
    advice: 'Drop token and cookies at 401 ERR009: the session does not come back.',
    find: (journal) =>
      sessionsIn(journal).flatMap(({ number, calls }) => {
        const end = calls.some(isLogout) ? undefined : endHeard(calls); // after a logout it is another rule's
        const after = calls.filter((one) => end !== undefined && one.arrived > end.answered);
        return after.length === 0
          ? []
          : [`The token of session ${number} was sent after 401 ERR009: ${firstOf(after)}.`];
      }),
  },
  {
    id: 'program-failed',
    title: 'it ends by itself, with exit code 0',
    advice: 'Look at what the program printed.',
    find: ({ ending, wrongPassword }) => {
      const isForeseen = wrongPassword && ending.exitCode !== null;
      return ending.exitCode === 0 || isForeseen ? [] : [`It ended with ${ending.text}.`];
    },
  },
];
