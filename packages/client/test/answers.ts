import type { CannedAnswer, Play, SeenRequest } from './canned-server.js';

/** A token in the form of the protocol. */
export const token = 'nllmm5lpmkjdsj4d4etgdikc6c';
/** The value of its session cookie. */
export const cookie = '0123456789ABCDEF0123456789ABCDEF';

/** A login that succeeds, with a session cookie and further ones. */
export function opened(authToken: string, session: string, more: readonly string[] = []): CannedAnswer {
  const setCookies = [`JSESSIONID=${session}; Path=/Lib; HttpOnly`, ...more];
  return { status: 204, headers: { 'X-MSTR-AuthToken': authToken, 'Set-Cookie': setCookies } };
}

/** A failure of the protocol. */
export function refused(status: number, code: string, message: string, more: object = {}): CannedAnswer {
  return { status, body: { code, message, ticketId: '07c12ef604c54902a5f03d66a75992f4', ...more } };
}

/** The end of a session. */
export const sessionOver = refused(401, 'ERR009', "The user's session has expired, please reauthenticate");

/** A session as the document shows it. */
export const session = {
  locale: 1033,
  maxSearch: 3,
  workingSet: 10,
  timeout: 1800,
  id: '7FC05A65473CE2FD845CE6A1D3F13233',
  fullName: 'Mira Lind',
  initials: 'ML',
};

/** One answer for each `METHOD /path` below the API, without its query. Anything else is not found. */
export function routes(answers: Readonly<Record<string, CannedAnswer | Play>>): Play {
  return (request: SeenRequest, response) => {
    const answer = answers[`${request.method} ${request.path.replace('/Lib/api', '').replace(/\?.*/, '')}`];
    if (!answer) return refused(404, 'ERR004', 'HTTP 404 Not Found');
    return typeof answer === 'function' ? answer(request, response) : answer;
  };
}

/** A server on which logging in, asking for the session and logging out succeed. */
export const goodDay = {
  'POST /auth/login': opened(token, cookie, ['library-ingress=node-seven; Path=/']),
  'GET /sessions': { status: 200, body: session },
  'POST /auth/logout': { status: 204 },
} as const satisfies Record<string, CannedAnswer>;
