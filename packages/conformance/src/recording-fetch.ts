import { checkAnswer } from './check-answer.js';
import { operationOf } from './check-request.js';
import type { Coverage } from './coverage.js';
import type { HeaderLine } from './http.js';
import { requestOf } from './replay.js';

/**
 * A `fetch` for a client that talks to a real server: passes everything on, and holds every answer against the document.
 * @param base address of the API, without a slash at its end
 */
export function recordingFetch(base: string, coverage: Coverage) {
  return async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const request = requestOf(input, init);
    const [path = '', query = ''] = request.url.slice(base.length).split('?');
    const answer = await fetch(request);
    const headers: HeaderLine[] = [];
    answer.headers.forEach((value, name) => name !== 'set-cookie' && headers.push([name, value]));
    for (const value of answer.headers.getSetCookie()) headers.push(['set-cookie', value]);
    const raw = { status: answer.status, headers, body: await answer.clone().text() };
    const operation = operationOf(request.method, path) ?? null;
    coverage.note(operation, raw.status, checkAnswer(operation, raw, query.includes('fields=')));
    return answer;
  };
}
