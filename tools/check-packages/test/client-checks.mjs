/**
 * What the client has to do everywhere, in the plainest JavaScript: no test framework, nothing of Node, nothing of a
 * browser. It is copied beside the installed package, and run by whatever runtime is looked at.
 *
 * @param client the module `@mstr-rest/client`, or its entry for browsers
 * @param {string} origin of the load balancer of front.ts, with the server of config/demo.yaml behind it
 * @param {{ sharesCookies?: boolean }} platform whether all clients have the cookies of the platform, as in a browser
 * @returns {Promise<{ title: string, failure?: string }[]>}
 */
export async function checkClient(
  { createClient, hasCode, isWireError, pkcePair },
  origin,
  { sharesCookies = false } = {},
) {
  const baseUrl = `${origin}/MicroStrategyLibrary`;
  const ann = { username: 'ann', password: 'ann likes long passwords' };
  const results = [];
  const check = async (title, run) => {
    try {
      await run();
      results.push({ title });
    } catch (error) {
      results.push({ title, failure: String(error?.stack ?? error) });
    }
  };
  const seen = async () => (await fetch(`${origin}/seen`)).json();
  const loggedIn = async (options = {}) => {
    const client = createClient({ baseUrl, ...options });
    await client.login.standard(ann);
    return client;
  };
  const using = async (options, run) => {
    const client = await loggedIn(options);
    try {
      return await run(client);
    } finally {
      await client.close();
    }
  };

  await check('asks what needs no session', async () => {
    const { modes } = await createClient({ baseUrl }).authModes();
    equal(
      [...modes].sort((a, b) => a - b),
      [1, 8, 4096],
    );
  });
  await check('logs in, and knows that it is', async () => {
    const client = createClient({ baseUrl });
    equal(client.loggedIn, false);
    await client.login.standard(ann);
    equal(client.loggedIn, true);
    await client.close();
  });
  await check('sends the token and all cookies, with their latest values, in every call', () =>
    using({}, async (client) => {
      await seen();
      await client.projects.list();
      await client.projects.list();
      const calls = (await seen()).filter(({ path }) => path.endsWith('/projects'));
      equal(calls.length, 2);
      const [first, second] = calls.map(({ cookie, hasToken }) => {
        equal(hasToken, true);
        for (const part of ['JSESSIONID=', 'library-ingress=node-seven', 'route="a b|c"']) includes(cookie, part);
        return Number(/rotating=(\d+)/.exec(cookie)?.[1]);
      });
      equal(second > first, true);
    }),
  );
  await check('reads the session and its user', () =>
    using({}, async (client) => {
      const session = await client.sessions.get({ fields: ['fullName', 'id'] });
      equal(Object.keys(session).sort(), ['fullName', 'id']);
      equal(session.fullName, 'Ann Analyst');
      equal((await client.sessions.userInfo()).username, 'ann');
    }),
  );
  await check('renews the session', () => using({}, (client) => client.sessions.renew()));
  await check('lists projects, with their number', () =>
    using({}, async (client) => {
      const { items, totalCount } = await client.projects.list();
      equal(
        items.map(({ name }) => name),
        ['Sales Demo'],
      );
      equal(totalCount, 1);
    }),
  );
  await check('works in a project', () =>
    using({ projectId: 'B7CA92F04B9FAE8D941C3E9B7E0CD754' }, async (client) => {
      equal((await client.projects.get('Sales Demo')).id, 'B7CA92F04B9FAE8D941C3E9B7E0CD754');
    }),
  );
  await check('makes calls side by side', () =>
    using({}, async (client) => {
      const sessions = await Promise.all(Array.from({ length: 20 }, () => client.sessions.get()));
      equal(new Set(sessions.map(({ id }) => id)).size, 1);
    }),
  );
  if (!sharesCookies)
    await check('keeps the sessions of two clients apart', () =>
      using({}, (one) =>
        using({}, async (other) => {
          await one.logout();
          equal((await other.sessions.userInfo()).username, 'ann');
        }),
      ),
    );
  await check('names the error of a wrong password, and says what to do', async () => {
    const error = await failure(createClient({ baseUrl }).login.standard({ ...ann, password: 'not the one' }));
    equal(isWireError(error) && hasCode(error, 'ERR003'), true);
    equal([error.name, error.status], ['WireError', 401]);
    includes(error.advice, 'password');
  });
  await check('shows no secret in errors, their causes, hooks or itself', async () => {
    const views = [];
    const hooks = { onRequest: note, onResponse: note, onError: note };
    function note(view) {
      views.push(view);
    }
    const password = 'a secret of these checks';
    const client = createClient({ baseUrl, hooks });
    const error = await failure(client.login.standard({ ...ann, password }));
    await client.login.standard(ann);
    await client.sessions.get();
    await client.close();
    for (const shown of [everything(error), everything(views), everything(client)]) {
      for (const secret of [password, ann.password]) equal(shown.includes(secret), false);
      equal(/JSESSIONID=[0-9A-F]{32}/.test(shown), false);
    }
    equal(views.length >= 6, true);
  });
  await check('gives up at the deadline', async () => {
    const client = createClient({ baseUrl: `${origin}/hanging/MicroStrategyLibrary` });
    const startMs = Date.now();
    const error = await failure(client.status({ timeoutMs: 200 }));
    equal([error.name, error.timeoutMs], ['TimeoutError', 200]);
    equal(Date.now() - startMs < 5_000, true);
  });
  await check('ends when it is told to, with the reason that it was given', async () => {
    const client = createClient({ baseUrl: `${origin}/hanging/MicroStrategyLibrary` });
    const abort = new AbortController();
    const asked = failure(client.status({ signal: abort.signal }));
    setTimeout(() => abort.abort(new Error('enough')), 100);
    equal((await asked).message, 'enough');
    equal((await failure(client.status({ signal: abort.signal }))).message, 'enough');
  });
  await check('says that there was no answer', async () => {
    const error = await failure(createClient({ baseUrl: 'http://127.0.0.1:9/MicroStrategyLibrary' }).status());
    equal(error.name, 'ConnectionError');
  });
  await check('follows no redirect with its token', async () => {
    const error = await failure(createClient({ baseUrl: `${origin}/moved/MicroStrategyLibrary` }).status());
    equal(error.name, 'UnexpectedAnswerError');
    equal(
      (await seen()).some(({ path }) => path.endsWith('/status')),
      false,
    );
  });
  await check('hands its session over by an identity token', () =>
    using({}, async (client) => {
      const other = createClient({ baseUrl });
      await other.login.delegated(await client.identityTokens.create());
      equal((await other.sessions.userInfo()).username, 'ann');
    }),
  );
  await check('makes the challenge of a hand-over', async () => {
    const { codeVerifier, codeChallenge } = await pkcePair();
    equal(
      [codeVerifier, codeChallenge].map((one) => /^[\w-]{43}$/.test(one)),
      [true, true],
    );
  });
  await check('logs in by an API token, which a function brings', () =>
    using({}, async (client) => {
      const { apiToken } = await client.apiTokens.create();
      const program = createClient({ baseUrl });
      await program.login.apiToken(async () => ({ apiToken }));
      equal((await program.sessions.userInfo()).username, 'ann');
      await program.close();
      if (sharesCookies) await client.login.standard(ann);
      await client.apiTokens.revoke();
    }),
  );
  await check('logs out, and the session is over', async () => {
    const client = await loggedIn();
    await client.logout();
    equal(client.loggedIn, false);
    equal(hasCode(await failure(client.sessions.get()), 'ERR009'), true);
  });
  await check('logs out when it is closed, and may be closed again', async () => {
    const client = await loggedIn();
    await seen();
    await client.close();
    await client.close();
    equal((await seen()).filter(({ path }) => path.endsWith('/auth/logout')).length, 1);
    equal(client.loggedIn, false);
  });
  await check('is closed at the end of a block', async () => {
    const client = await loggedIn();
    await client[Symbol.asyncDispose]();
    equal(client.loggedIn, false);
  });
  return results;
}

function equal(found, expected) {
  const [one, other] = [found, expected].map((value) => JSON.stringify(value));
  if (one !== other) throw new Error(`expected ${other}, but found ${one}`);
}

function includes(text, part) {
  if (!text?.includes(part)) throw new Error(`expected ${JSON.stringify(text)} to include ${JSON.stringify(part)}`);
}

async function failure(promise) {
  return promise.then(
    () => {
      throw new Error('expected a failure');
    },
    (error) => error,
  );
}

/** All that can be read of a value, also of errors and of what is not enumerable. */
function everything(value, seen = new Set()) {
  if (typeof value !== 'object' || value === null) return String(value);
  if (seen.has(value)) return '';
  seen.add(value);
  const own = Object.getOwnPropertyNames(value).map((name) => `${name}=${everything(value[name], seen)}`);
  const listed = typeof value[Symbol.iterator] === 'function' ? [...value].map((one) => everything(one, seen)) : [];
  return [...own, ...listed].join('\n');
}
