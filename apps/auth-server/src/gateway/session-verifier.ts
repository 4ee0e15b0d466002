import { createHash } from 'node:crypto';
import { askServer } from './ask-server.js';
import { credentialsOf, type Credentials, type RequestHeaders } from './credentials.js';
import { RecentAnswers } from './recent-answers.js';
import { cannotTell, noSession, type Verdict } from './verdict.js';
import { settingsOf, type VerifierOptions } from './verifier-options.js';

/** Says whose session a request belongs to. Does not reject. */
export type VerifySession = (requestHeaders: RequestHeaders) => Promise<Verdict>;

/**
 * Makes the function by which a service lets requests in: it asks the server, with the token (`X-MSTR-AuthToken`) and the
 * session cookie of the request and with nothing else of it. The server takes that for a use of the session: its idle timers
 * start again. A session that has ended is refused `freshForMs` later at the latest; a server that cannot be asked is a 503.
 *
 *     const verifySession = sessionVerifier({ baseUrl: 'http://127.0.0.1:8080/MicroStrategyLibrary' });
 *     const verdict = await verifySession(request.headers);
 *
 * Source: docs/gateway.md.
 * @throws TypeError that names the option and says what was expected
 */
export function sessionVerifier(options: VerifierOptions): VerifySession {
  const settings = settingsOf(options);
  const { clock, freshForMs, maximumAnswers, maximumQuestions } = settings;
  const answers = new RecentAnswers<Verdict>(clock, freshForMs, maximumAnswers, ({ kind }) => kind === 'verified');
  let asking = 0;
  const ask = async (credentials: Credentials): Promise<Verdict> => {
    if (asking >= maximumQuestions) return cannotTell(new Error(`${asking} questions are under way already`));
    asking += 1;
    try {
      return await askServer(settings, credentials);
    } finally {
      asking -= 1;
    }
  };
  return async (requestHeaders) => {
    const credentials = credentialsOf(requestHeaders);
    return credentials === undefined ? noSession() : answers.of(keyOf(credentials), () => ask(credentials));
  };
}

/** No token is in memory for longer than its question takes. */
function keyOf({ token, cookie = '' }: Credentials): string {
  return createHash('sha256').update(`${token} ${cookie}`).digest('base64url');
}
