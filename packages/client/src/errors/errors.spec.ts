import { createServer } from 'node:net';
import { goodDay, opened, refused, routes } from '../../test/answers.js';
import { startCannedServer, type CannedAnswer, type Play } from '../../test/canned-server.js';
import {
  ConnectionError,
  createClient,
  hasCode,
  isWireError,
  UnexpectedAnswerError,
  WireError,
  type AnyWireError,
} from '../index.js';

async function failureOf(answer: CannedAnswer | Play, now?: number): Promise<unknown> {
  await using server = await startCannedServer(typeof answer === 'function' ? answer : () => answer);
  const clock =
    now === undefined
      ? {}
      : { clock: { now: () => now, monotonic: () => 0, after: () => () => undefined }, retry: false as const };
  // Awaited here, or the server would be gone before it is asked.
  return await createClient({ baseUrl: server.url, ...clock })
    .sessions.get()
    .then(
      () => undefined,
      (error: unknown) => error,
    );
}

describe('an error of the protocol', () => {
  it('carries all that the answer says, and what the catalogue says of it', async () => {
    const message = '(Maximum number of interactive session per user for project exceeded while trying to login.)';
    const error = await failureOf(refused(500, 'ERR001', message, { iServerCode: -2147072486 }));
    expect(error).toBeInstanceOf(WireError);
    expect(error).toMatchObject({
      name: 'WireError',
      operation: 'getSession',
      status: 500,
      code: 'ERR001',
      message,
      ticketId: '07c12ef604c54902a5f03d66a75992f4',
      iServerCode: -2147072486,
      kind: 'projectSessionsOfUserExhausted',
      retry: 'after-wait',
      advice: 'Log out sessions of this user on the project, or wait until idle ones run out.',
      retryAfterSeconds: undefined,
    });
  });

  it.each([
    ['sessionInvalid', 'after-login', refused(401, 'ERR009', 'whatever')],
    ['privilegeMissing', 'never', refused(403, 'ERR014', 'whatever')],
    ['projectNotFound', 'after-correction', refused(404, 'ERR004', 'whatever', { iServerCode: -2147209151 })],
    ['tooManyRequests', 'after-wait', refused(429, 'ERR001', 'whatever')],
    ['serviceUnavailable', 'after-wait', refused(503, 'ERR0016', 'whatever')],
  ])('is told apart as %s', async (kind, retry, answer) => {
    expect(await failureOf(answer)).toMatchObject({ kind, retry });
  });

  it.each([
    ['ERR0014', 'ERR014', 'privilegeMissing'],
    ['ERR0017', 'ERR017', 'originRefused'],
  ])('with the long code %s is the same as with %s', async (long, code, kind) => {
    expect(await failureOf(refused(403, long, 'whatever'))).toMatchObject({ code, kind });
  });

  it('of a code that the catalogue does not know is a WireError all the same', async () => {
    const error = await failureOf(refused(403, '8004cb09', 'Not this way.'));
    expect(error).toBeInstanceOf(WireError);
    expect(error).toMatchObject({ code: '8004cb09', message: 'Not this way.', kind: undefined, retry: 'never' });
    expect(isWireError(error)).toBe(false);
  });

  it('is read from a content type with a charset, and without a ticket', async () => {
    const body = JSON.stringify({ code: 'ERR009', message: 'over' });
    const headers = { 'Content-Type': 'application/json; charset=utf-8' };
    expect(await failureOf({ status: 401, headers, body })).toMatchObject({ code: 'ERR009', ticketId: undefined });
  });

  it.each([
    ['seconds', '7', 7],
    ['a date', 'Thu, 01 Jan 1970 00:01:30 GMT', 30],
    ['a date that is over', 'Thu, 01 Jan 1970 00:00:01 GMT', 0],
    ['what nobody can read', 'soon', undefined],
  ])('says how long to wait, given %s', async (_, value, retryAfterSeconds) => {
    const answer = { ...refused(503, 'ERR0016', 'whatever'), headers: { 'Retry-After': value } };
    expect(await failureOf(answer, 60_000)).toMatchObject({ retryAfterSeconds });
  });

  it('has a code that narrows its type', async () => {
    const error = await failureOf(refused(401, 'ERR009', 'over'));
    if (!isWireError(error)) throw new Error('not a wire error');
    expect(adviceFor(error)).toBe('log in again: sessionInvalid');
    if (hasCode(error, 'ERR009')) expect(error.kind satisfies 'sessionInvalid' | undefined).toBe('sessionInvalid');
    expect.assertions(2);
  });
});

/** Compiles only as long as a code narrows the kinds, and codes that do not exist are noticed. */
function adviceFor(error: AnyWireError): string {
  switch (error.code) {
    case 'ERR009': {
      const kind: 'sessionInvalid' | undefined = error.kind;
      return `log in again: ${kind}`;
    }
    case 'ERR014':
      return (error.kind satisfies 'privilegeMissing' | undefined) ?? 'no';
    // @ts-expect-error no such code
    case 'ERR999':
      return 'never';
    default:
      return error.advice;
  }
}

describe('an unexpected answer', () => {
  const page = '<html>secret page of the proxy</html>';
  it.each<[string, CannedAnswer, Partial<UnexpectedAnswerError>]>([
    [
      'the page of a proxy',
      { status: 502, headers: { 'Content-Type': 'text/html; charset=utf-8' }, body: page },
      { status: 502, contentType: 'text/html' },
    ],
    ['a failure without a body', { status: 500 }, { status: 500, contentType: undefined }],
    [
      'a failure of another shape',
      { status: 500, body: { error: 'secret page' } },
      { status: 500, contentType: 'application/json' },
    ],
    [
      'a page in the place of JSON',
      { status: 200, headers: { 'Content-Type': 'text/html' }, body: page },
      { status: 200, contentType: 'text/html' },
    ],
    [
      'JSON that is none',
      { status: 200, headers: { 'Content-Type': 'application/json' }, body: page },
      { status: 200 },
    ],
    [
      'JSON that is none, of a length that is not told',
      {
        status: 200,
        headers: { 'Content-Type': 'application/json', 'Transfer-Encoding': 'chunked' },
        body: page,
      },
      { status: 200, contentType: 'application/json' },
    ],
    [
      'JSON that is called something else',
      { status: 200, headers: { 'Content-Type': 'text/plain' }, body: '{"id":"secret"}' },
      { status: 200, contentType: 'text/plain' },
    ],
    [
      'a failure that is called something else',
      { ...refused(401, 'ERR009', 'secret'), headers: { 'Content-Type': 'text/plain' } },
      { status: 401, contentType: 'text/plain' },
    ],
    ['a JSON value of another kind', { status: 200, body: [] }, { status: 200, contentType: 'application/json' }],
    ['null', { status: 200, body: null }, { status: 200 }],
    ['a status that the document does not declare', { status: 202, body: {} }, { status: 202 }],
    ['a redirect', { status: 302, headers: { Location: 'http://127.0.0.1:1/secret' } }, { status: 302 }],
  ])('is %s, and shows nothing of it', async (_, answer, facts) => {
    const error = await failureOf(answer);
    expect(error).toBeInstanceOf(UnexpectedAnswerError);
    expect(error).toMatchObject({ name: 'UnexpectedAnswerError', operation: 'getSession', ...facts });
    expect(String(error)).not.toContain('secret');
    expect(error).not.toHaveProperty('cause');
  });

  it.each([
    ['a login without its token', { status: 204 }, 'X-MSTR-AuthToken'],
    ['a login with another success', { ...opened('a', 'b'), status: 200 }, 'a success is 204'],
  ])('is %s', async (_, answer, text) => {
    await using server = await startCannedServer(routes({ 'POST /auth/login': answer }));
    const client = createClient({ baseUrl: server.url });
    const login = client.login.anonymous();
    await expect(login).rejects.toBeInstanceOf(UnexpectedAnswerError);
    await expect(login).rejects.toThrow(text);
    expect(client.loggedIn).toBe(false);
  });

  it('is an identity token that is missing', async () => {
    await using server = await startCannedServer(routes({ ...goodDay, 'POST /auth/identityToken': { status: 201 } }));
    await expect(createClient({ baseUrl: server.url }).identityTokens.create()).rejects.toThrow('X-MSTR-IdentityToken');
  });
});

describe('a success without a body', () => {
  it('may have one all the same, whatever is in it', async () => {
    const answer = { status: 201, headers: { 'X-MSTR-IdentityToken': 'an.identity.token' }, body: '<html>' };
    await using server = await startCannedServer(() => answer);
    const created = await createClient({ baseUrl: server.url }).identityTokens.create();
    expect(created).toEqual({ identityToken: 'an.identity.token' });
  });
});

describe('a connection that fails', () => {
  it('is an error with its cause when nobody listens', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    const port = await new Promise<number>((resolve) => {
      closed.once('listening', () => {
        const address = closed.address();
        closed.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
      });
    });
    const call = createClient({ baseUrl: `http://127.0.0.1:${port}/Lib` }).status();
    await expect(call).rejects.toBeInstanceOf(ConnectionError);
    await expect(call).rejects.toMatchObject({
      operation: 'getStatus',
      cause: { code: 'ECONNREFUSED' },
    });
  });

  it.each([undefined, null, 'no', new Error('no')])('is an error when fetch rejects with %s', async (thrown) => {
    const reason = thrown as Error; // anything can be thrown
    const fetch = () => Promise.reject(reason);
    await expect(createClient({ baseUrl: 'http://127.0.0.1:1/Lib', fetch }).status()).rejects.toBeInstanceOf(
      ConnectionError,
    );
  });

  it('is an error when the body breaks off', async () => {
    const error = await failureOf((_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '100' });
      response.write('{"locale":', () => response.destroy());
      return undefined;
    });
    expect(error).toBeInstanceOf(ConnectionError);
  });
});
