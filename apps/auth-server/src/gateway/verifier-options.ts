import { systemClock, type Clock } from '../clock/clock.js';

/** Whom to ask, and for how long to believe the answer. */
export interface VerifierOptions {
  /** Where the server is, with its context: `http://127.0.0.1:8080/MicroStrategyLibrary`. */
  readonly baseUrl: string;
  /**
   * For so many milliseconds from its asking, a good answer is used again for the same credentials, and concurrent callers
   * share a question: 0 to 60,000, by default 1000. So long a session that has ended may still be let in. 0 asks each time.
   */
  readonly freshForMs?: number;
  /** After so many milliseconds without an answer the server counts as down: 1 to 60,000, by default 2000. */
  readonly deadlineMs?: number;
  /** Most answers that are kept: by default 10,000, about 500 bytes each. */
  readonly maximumAnswers?: number;
  /** Most questions under way at a time; what is above is answered 503. By default 1000. */
  readonly maximumQuestions?: number;
  /** By default the global one. One of your own can bring a private authority, a client certificate or a proxy. */
  readonly fetch?: typeof globalThis.fetch;
  /** For tests. By default the clock of the machine. */
  readonly clock?: Clock;
}

/** Every option filled in. */
export interface VerifierSettings extends Required<Omit<VerifierOptions, 'baseUrl'>> {
  readonly url: URL;
}

/** @throws TypeError that names the option and says what was expected */
export function settingsOf(options: VerifierOptions): VerifierSettings {
  return {
    url: addressOf(options.baseUrl),
    freshForMs: wholeNumber('freshForMs', options.freshForMs ?? 1000, 0, 60_000),
    deadlineMs: wholeNumber('deadlineMs', options.deadlineMs ?? 2000, 1, 60_000),
    maximumAnswers: wholeNumber('maximumAnswers', options.maximumAnswers ?? 10_000, 1, 10_000_000),
    maximumQuestions: wholeNumber('maximumQuestions', options.maximumQuestions ?? 1000, 1, 100_000),
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    clock: options.clock ?? systemClock,
  };
}

/** `/api` behind the context, and slashes, do no harm, as with the client. */
function addressOf(baseUrl: string): URL {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  const isBare = url !== undefined && [url.username, url.password, url.search, url.hash].every((part) => part === '');
  if (!isBare || !/^https?:$/.test(url.protocol)) {
    throw new TypeError(
      'baseUrl: expected a URL such as http://127.0.0.1:8080/MicroStrategyLibrary, without user, query or fragment',
    );
  }
  url.pathname = `${url.pathname.replace(/\/+$/, '').replace(/\/api$/, '')}/api/auth/verify`;
  return url;
}

function wholeNumber(name: string, value: number, least: number, most: number): number {
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new TypeError(`${name}: expected a whole number from ${least} to ${most}, and not ${value}`);
}
