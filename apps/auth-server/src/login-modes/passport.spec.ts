import passport, { type Strategy, type StrategyCreated } from 'passport';
import { setTimeout as wait } from 'node:timers/promises';
import { Problem } from '../errors/problem.js';
import type { Evidence, Identity } from './login-mode.js';
import { Strategies } from './passport.js';
import { strategyOf } from './strategy-of.js';

type Created = StrategyCreated<Strategy>;

function evidence(body: unknown): Evidence {
  return { body, headers: {}, method: 'POST', url: '/', ip: '127.0.0.1', peer: '127.0.0.1' };
}

/** Says who the body says it is, after a while that differs from caller to caller. */
function echo(issuer: string): Strategy {
  return strategyOf<{ name: string; ms: number }>('echo', async ({ body }): Promise<Identity> => {
    await wait(body.ms);
    return { issuer, subject: body.name };
  });
}

function acting(act: (strategy: Created) => unknown): Strategy {
  return Object.assign(new passport.Strategy(), {
    authenticate(this: Created) {
      return act(this);
    },
  });
}

describe('the bridge to Passport', () => {
  const opened: Strategies[] = [];
  function strategies(name: string, strategy: Strategy): Strategies {
    const one = new Strategies(200);
    one.add(name, strategy);
    opened.push(one);
    return one;
  }
  afterAll(() => {
    for (const one of opened) one.close();
  });

  it('refuses callers above the limit of one strategy with 503 at once, and judges again when one is done', async () => {
    const one = strategies('echo', echo('one'));
    one.add('other', echo('two'));
    const held = Array.from({ length: 200 }, () => one.judge('echo', evidence({ name: 'ann', ms: 200 })));
    const refused = await one.judge('echo', evidence({ name: 'bob', ms: 0 })).catch((error: unknown) => error);
    expect(refused).toMatchObject({ kind: 'serviceUnavailable', headers: { 'retry-after': '1' } });
    expect(await one.judge('other', evidence({ name: 'bob', ms: 0 }))).toMatchObject({ kind: 'identified' });
    await Promise.all(held);
    expect(await one.judge('echo', evidence({ name: 'bob', ms: 0 }))).toMatchObject({ kind: 'identified' });
  });

  it('gives each of many simultaneous callers his own verdict', async () => {
    const one = strategies('echo', echo('one'));
    const names = Array.from({ length: 200 }, (_, n) => `caller ${n}`);
    const verdicts = await Promise.all(names.map((name, n) => one.judge('echo', evidence({ name, ms: (n * 7) % 13 }))));
    expect(verdicts.map((verdict) => (verdict.kind === 'identified' ? verdict.identity.subject : ''))).toEqual(names);
  });

  it('keeps two servers of one process apart, though their strategies have the same name', async () => {
    const one = strategies('same name', echo('server one'));
    const two = strategies('same name', echo('server two'));
    const issuer = async (of: Strategies) => {
      const verdict = await of.judge('same name', evidence({ name: 'ann', ms: 1 }));
      return verdict.kind === 'identified' ? verdict.identity.issuer : verdict.kind;
    };
    expect(await Promise.all([issuer(one), issuer(two), issuer(one)])).toEqual([
      'server one',
      'server two',
      'server one',
    ]);
  });

  it('leaves nothing in Passport when it closes', async () => {
    const one = strategies('closing', echo('one'));
    one.close();
    await expect((async () => one.judge('closing', evidence({})))()).rejects.toThrow('there is no strategy closing');
  });

  it('turns a redirect into a verdict', async () => {
    const one = strategies(
      'redirecting',
      acting((strategy) => strategy.redirect('https://idp.example.com/sso')),
    );
    expect(await one.judge('redirecting', evidence({}))).toEqual({
      kind: 'redirected',
      location: 'https://idp.example.com/sso',
    });
  });

  it('keeps a challenge and does not take a reason for one', async () => {
    const one = strategies(
      'challenging',
      acting((strategy) => strategy.fail('Negotiate')),
    );
    expect(await one.judge('challenging', evidence({}))).toMatchObject({ kind: 'rejected', challenge: 'Negotiate' });
    const two = strategies(
      'reasoning',
      strategyOf('reasoning', () => Promise.resolve({ problem: 'accountDisabled' })),
    );
    expect(await two.judge('reasoning', evidence({}))).toEqual({
      kind: 'rejected',
      rejection: { problem: 'accountDisabled' },
      challenge: undefined,
    });
  });

  it('reports an error, also one that an asynchronous strategy throws', async () => {
    const broken = new Problem('serviceUnavailable');
    const one = strategies(
      'reporting',
      acting((strategy) => strategy.error(broken)),
    );
    await expect(one.judge('reporting', evidence({}))).rejects.toBe(broken);
    const two = strategies(
      'throwing',
      strategyOf('throwing', () => Promise.reject(broken)),
    );
    await expect(two.judge('throwing', evidence({}))).rejects.toBe(broken);
  });

  it('does not let a strategy in that decides nothing', async () => {
    const one = strategies(
      'passing',
      acting((strategy) => strategy.pass()),
    );
    await expect(one.judge('passing', evidence({}))).rejects.toThrow('did not decide');
  });

  it('hands over no query', async () => {
    let seen: unknown;
    const one = strategies(
      'looking',
      Object.assign(new passport.Strategy(), {
        authenticate(this: Created, request: { query: unknown }) {
          seen = request.query;
          this.fail(401);
        },
      }),
    );
    await one.judge('looking', { ...evidence({}), url: '/?username=ann&password=x' });
    expect(seen).toEqual({});
  });
});
