/** Three nodes on one Redis, behind a load balancer that sends each request to the next. Docs: docs/several-nodes.md. */
import { existsSync } from 'node:fs';
import { redisBinary, startRedis, type RedisServer } from '../../../tools/test-servers/redis.js';
import { haproxyBinary } from '../../../tools/test-servers/reverse-proxies.js';
import { salesDemo } from './open-server.js';
import {
  Caller,
  credentialsIn,
  json,
  Nodes,
  openBalancer,
  root,
  type Balancer,
  type Credentials,
} from './several-nodes.js';

const withParts = existsSync(redisBinary) && existsSync(haproxyBinary) ? describe : describe.skip;

withParts('three nodes on one Redis', () => {
  let redis: RedisServer;
  let nodes: Nodes;
  let balancer: Balancer;
  let callers: readonly Caller[];
  let anywhere: Caller;

  beforeAll(async () => {
    redis = await startRedis();
    nodes = await Nodes.open(3, { kind: 'redis', url: `redis://127.0.0.1:${redis.port}` });
    balancer = await openBalancer(nodes.ports);
    callers = nodes.all.map(({ server }) => new Caller(server.url));
    anywhere = new Caller(`${balancer.url}/MicroStrategyLibrary`);
  });
  afterAll(async () => {
    await balancer.stop();
    await nodes.close();
    await redis.stop();
  });

  const node = (number: number) => {
    const caller = callers[number % callers.length];
    if (caller === undefined) throw new Error('there are no nodes');
    return caller;
  };
  const delegate = async (from: Caller, to: Caller, session: Credentials) => {
    const identity = await from.call('POST', '/auth/identityToken', session);
    const identityToken = identity.headers.get('x-mstr-identitytoken') ?? '';
    return to.call('POST', '/auth/delegate', json, JSON.stringify({ loginMode: -1, identityToken }));
  };
  const everywhere = (session: Credentials) =>
    Promise.all(callers.map((caller) => caller.status('GET', '/sessions', session)));

  it('log in at one, renew at another, delegate at the third, log out at the first: dead everywhere at once', async () => {
    const session = await node(0).logIn();
    expect(await node(1).status('PUT', '/sessions', session)).toBe(204);
    const answer = await delegate(node(1), node(2), session);
    expect(answer.status).toBe(204);
    const delegated = credentialsIn(answer);
    expect(await everywhere(delegated)).toEqual([200, 200, 200]);
    expect(await node(0).status('POST', '/auth/logout', session)).toBe(204);
    expect(await everywhere(session)).toEqual([401, 401, 401]);
    expect(await everywhere(delegated)).toEqual([401, 401, 401]);
  });

  it('let an identity token be used once, wherever it is presented', async () => {
    const session = await node(0).logIn();
    const identity = await node(1).call('POST', '/auth/identityToken', session);
    const body = JSON.stringify({ loginMode: -1, identityToken: identity.headers.get('x-mstr-identitytoken') });
    const answers = await Promise.all(callers.map((caller) => caller.call('POST', '/auth/delegate', json, body)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 401, 401]);
  });

  it('open a project session once, and show the sessions of all nodes to an administrator at any', async () => {
    const session = await node(0).logIn();
    const inProject = { ...session, 'x-mstr-projectid': salesDemo };
    await Promise.all(callers.map((caller) => caller.status('GET', '/sessions', inProject)));
    const operator = await node(1).logIn(root);
    const answer = await node(2).call('GET', '/monitors/userConnections', operator);
    const text = await answer.text();
    expect(answer.status).toBe(200);
    expect(text).toContain('ann');
    expect(text).toContain('root');
  });

  it('count a logout among racing renewals as one: whoever comes after its answer is refused, at every node', async () => {
    let wrong = 0;
    const story = async () => {
      const session = await anywhere.logIn();
      let loggedOut = false;
      const renew = async () => {
        while (!loggedOut) {
          const status = await anywhere.status('PUT', '/sessions', session);
          if (status !== 204 && !(status === 401)) wrong += 1;
        }
      };
      const renewing = [renew(), renew()];
      await anywhere.status('PUT', '/sessions', session);
      const logouts = await Promise.all([1, 2].map(() => anywhere.status('POST', '/auth/logout', session)));
      loggedOut = true;
      expect(logouts).toContain(204);
      expect(await everywhere(session)).toEqual([401, 401, 401]);
      await Promise.all(renewing);
    };
    const worker = async () => {
      for (let round = 0; round < 10; round += 1) await story();
    };
    await Promise.all(Array.from({ length: 6 }, worker));
    expect(wrong).toBe(0);
  });

  it('end the sessions of a user whom an administrator disables at one node, at all of them', async () => {
    const operator = await node(0).logIn(root);
    const session = await node(1).logIn();
    const { id } = (await (await node(1).call('GET', '/sessions/userInfo', session)).json()) as { id: string };
    const patch = async (enabled: boolean) => {
      const operationList = [{ op: 'replace', path: '/enabled', value: enabled }];
      const answer = await node(2).call(
        'PATCH',
        `/users/${id}`,
        { ...operator, ...json },
        JSON.stringify({ operationList }),
      );
      expect(answer.status).toBe(200);
    };
    await patch(false);
    expect(await everywhere(session)).toEqual([401, 401, 401]);
    await expect(node(0).logIn()).rejects.toThrow('401');
    await patch(true);
  });
});
