/** A program that mistreats its sessions, in the way that its argument names. With `well-behaved` it does nothing wrong. */

const { MSTR_BASE_URL: base, MSTR_USERNAME: username, MSTR_PASSWORD: password, MSTR_CLOCK_URL: clock } = process.env;
const json = { 'content-type': 'application/json' };

/** @param {string} path below /api */
const send = (path, method = 'GET', session = {}, more = {}) =>
  fetch(`${base}/api${path}`, { method, headers: session, redirect: 'manual', ...more });

async function logIn(body = { loginMode: 1, username, password }, path = '/auth/login') {
  const answer = await send(path, 'POST', json, { body: JSON.stringify(body) });
  const cookies = answer.headers.getSetCookie().map((one) => one.split(';')[0]);
  return { 'x-mstr-authtoken': answer.headers.get('x-mstr-authtoken') ?? '', cookie: cookies.join('; ') };
}
const logOut = (session) => send('/auth/logout', 'POST', session);
const pass = (seconds) => fetch(`${clock}?seconds=${seconds}`, { method: 'POST' });
const only = (session, name) => ({
  ...session,
  cookie: session.cookie.split('; ').find((one) => one.startsWith(name)),
});

/** @type {Readonly<Record<string, () => Promise<unknown>>>} */
const ways = {
  'well-behaved': async () => {
    let session = await logIn();
    for (let call = 0; call < 4; call += 1) {
      if ((await send('/sessions', 'GET', session)).status === 401) session = await logIn();
    }
    await pass(400);
    await send('/sessions', 'PUT', session);
    await logOut(session);
  },
  'no-login': () => send('/status'),
  'retry-with-wrong-credentials': async () => {
    for (let attempt = 0; attempt < 3; attempt += 1) await logIn();
  },
  'login-loop': async () => {
    for (let attempt = 0; attempt < 4; attempt += 1) {
      const session = await logIn();
      await send('/sessions', 'GET', { 'x-mstr-authtoken': session['x-mstr-authtoken'] });
    }
  },
  'login-for-each-call': async () => {
    for (let call = 0; call < 4; call += 1) {
      const session = await logIn();
      await send('/sessions', 'GET', session);
      await logOut(session);
    }
  },
  'gave-up-after-expiry': async () => {
    const session = await logIn();
    await send('/sessions', 'GET', session);
    await send('/sessions', 'GET', session);
  },
  'late-renewal': async () => {
    const session = await logIn();
    await pass(1200);
    await send('/sessions', 'PUT', session);
  },
  'needless-renewal': async () => {
    const session = await logIn();
    await send('/sessions', 'PUT', session);
    await logOut(session);
  },
  'cookie-dropped': async () => {
    const session = await logIn();
    await send('/sessions', 'GET', only(session, 'JSESSIONID'));
    await logOut(session);
  },
  'cookie-of-another-session': async () => {
    const [one, other] = [await logIn(), await logIn()];
    await send('/sessions', 'GET', { ...one, cookie: other.cookie });
    await send('/sessions', 'GET', one);
    await Promise.all([logOut(one), logOut(other)]);
  },
  'secret-in-url': async () => {
    const session = await logIn();
    await send(`/status?t=${session['x-mstr-authtoken']}`);
    await send(`/status?password=${password}`);
    await logOut(session);
  },
  'token-to-another-origin': async () => {
    const session = await logIn();
    await send('/sessions', 'GET', session);
    const moved = await send('/projects', 'GET', session);
    await fetch(moved.headers.get('location'), { headers: session });
    await logOut(session);
  },
  'missing-logout': async () => {
    await send('/sessions', 'GET', await logIn());
  },
  'token-after-logout': async () => {
    const session = await logIn();
    const made = await send('/auth/identityToken', 'POST', session);
    const identityToken = made.headers.get('x-mstr-identitytoken');
    const delegated = await logIn({ loginMode: -1, identityToken }, '/auth/delegate');
    await logOut(session);
    await send('/sessions', 'GET', delegated); // it ended with the one that it came from
  },
  'token-after-expiry': async () => {
    const session = await logIn();
    await pass(1200);
    for (let call = 0; call < 3; call += 1) await send('/sessions', 'GET', session);
  },
  'program-failed': async () => {
    await logOut(await logIn());
    process.exitCode = 3;
  },
};

await ways[process.argv[2]]();
