/** Token, cookies and passwords: everywhere they belong, and nowhere else. */
import { firstOf, named } from '../journal.js';
import type { Rule } from '../rule.js';

export const secrets: readonly Rule[] = [
  {
    id: 'cookie-dropped',
    title: 'it sends every cookie of its session back',
    advice:
      'Keep all cookies of all answers, as a browser does: without JSESSIONID the token is worth nothing, and load balancers set more.',
    find: ({ observations }) => {
      const names = new Set(observations.flatMap(({ droppedCookies }) => droppedCookies));
      return [...names].map((name) => {
        const without = observations.filter(({ droppedCookies }) => droppedCookies.includes(name));
        return `The cookie ${name} was missing: ${firstOf(without)}.`;
      });
    },
  },
  {
    id: 'cookie-of-another-session',
    title: 'it keeps the cookies of each session apart',
    advice: 'Give every session a cookie jar of its own, or log out before the next login.',
    find: ({ observations }) =>
      observations
        .filter(({ session, cookieOf }) => session !== undefined && cookieOf !== undefined && session !== cookieOf)
        .map(
          (one) =>
            `${named(one)} had the token of session ${one.session ?? ''} and the cookie of session ${one.cookieOf ?? ''}.`,
        ),
  },
  {
    id: 'secret-in-url',
    title: 'it puts no secret into an address',
    advice: 'Tokens go into headers and passwords into bodies: addresses are logged by servers, proxies and browsers.',
    find: ({ observations }) =>
      observations
        .filter(({ secretsInUrl }) => secretsInUrl.length > 0)
        .map((one) => `${named(one)} has ${one.secretsInUrl.join(' and ')} in its address.`),
  },
  {
    id: 'token-to-another-origin',
    title: 'it sends the session to no other origin',
    advice: 'Follow no redirect with the token, and build every address from the one base URL.',
    find: ({ observations }) =>
      observations
        .filter(({ elsewhere, session, cookieOf }) => elsewhere && (session ?? cookieOf) !== undefined)
        .map((one) => `${named(one)} took session ${one.session ?? one.cookieOf ?? ''} to another origin.`),
  },
];
