/** An application of Nest beside the server: `@mstr-rest/auth-server/nest`. */
import { Controller, Get, Module, Post, UseGuards, type DynamicModule, type LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { ManualClock } from '../src/index.js';
import { Public, SessionGuard, SessionId, SessionModule, SessionUser, type VerifiedUser } from '../src/nest/index.js';
import { openServer, type TestServer } from './open-server.js';

@Controller('reports')
class ReportsController {
  @Get()
  list(@SessionUser() user: VerifiedUser, @SessionId() sessionId: string) {
    return { username: user.username, sessionId };
  }

  @Post()
  add() {
    return { added: true };
  }

  @Get('public')
  @Public()
  open(@SessionUser() user: VerifiedUser | undefined) {
    return { user: user ?? null };
  }
}

@Public()
@Controller('public')
class PublicController {
  @Get()
  get() {
    return { open: true };
  }
}

@Controller('marked')
class MarkedController {
  @Get('guarded')
  @UseGuards(SessionGuard)
  guarded(@SessionUser() user: VerifiedUser) {
    return { username: user.username };
  }

  @Get('unguarded')
  unguarded() {
    return { open: true };
  }
}

const controllers = [ReportsController, PublicController, MarkedController];
const applicationWith = (session: DynamicModule): DynamicModule => {
  @Module({})
  class App {}
  return { module: App, imports: [session], controllers };
};

describe('a Nest application on Fastify', () => {
  let test: TestServer;
  let session: Awaited<ReturnType<TestServer['logIn']>>;
  let app: NestFastifyApplication | undefined;
  const clock = new ManualClock();
  const lines: string[] = [];
  const write = (message: unknown) => void lines.push(String(message));
  const logger: LoggerService = { log: () => undefined, warn: write, error: write };
  const start = async (module: DynamicModule) => {
    app = await NestFactory.create<NestFastifyApplication>(applicationWith(module), new FastifyAdapter(), {
      logger,
      abortOnError: false,
    });
    await app.init();
    return app;
  };
  const ask = async (url: string, headers: Record<string, string> = {}, method: 'GET' | 'POST' = 'GET') => {
    const answer = await app?.inject({ method, url, headers });
    return {
      status: answer?.statusCode,
      headers: answer?.headers ?? {},
      body: answer?.json<Record<string, unknown>>(),
    };
  };
  beforeAll(async () => {
    test = await openServer();
    await test.server.listen();
  });
  beforeEach(async () => {
    session = await test.logIn();
  });
  afterEach(async () => {
    lines.splice(0);
    await app?.close();
    app = undefined;
  });
  afterAll(() => test.close());

  it('asks for a session on every route that is not public', async () => {
    await start(SessionModule.forRoot({ baseUrl: test.server.url }));
    expect(await ask('/reports', session)).toMatchObject({
      status: 200,
      body: { username: 'ann', sessionId: expect.stringMatching(/^[0-9a-f]{32}$/) },
    });
    expect((await ask('/reports', session, 'POST')).status).toBe(201);
    for (const [method, path] of [
      ['GET', '/reports'],
      ['POST', '/reports'],
      ['GET', '/marked/unguarded'],
    ] as const) {
      expect(await ask(path, {}, method)).toMatchObject({
        status: 401,
        body: { code: 'ERR009', ticketId: expect.any(String) },
      });
      expect((await ask(path, { cookie: session.cookie }, method)).status).toBe(401);
    }
    expect(await ask('/reports/public', session)).toMatchObject({ status: 200, body: { user: null } });
    expect((await ask('/public')).status).toBe(200);
  });

  it('asks for one where it is told to, if every route is not meant', async () => {
    await start(SessionModule.forRoot({ baseUrl: test.server.url, everyRoute: false }));
    expect((await ask('/marked/unguarded')).status).toBe(200);
    expect((await ask('/marked/guarded')).status).toBe(401);
    expect(await ask('/marked/guarded', session)).toMatchObject({ status: 200, body: { username: 'ann' } });
  });

  it('refuses a session that has ended when the answer is old', async () => {
    await start(SessionModule.forRoot({ baseUrl: test.server.url, clock, freshForMs: 500 }));
    expect((await ask('/reports', session)).status).toBe(200);
    await test.call('POST', '/auth/logout', { headers: session });
    clock.advance(499);
    expect((await ask('/reports', session)).status).toBe(200);
    clock.advance(1);
    expect((await ask('/reports', session)).status).toBe(401);
  });

  it('answers 503 while the server is away, says why in its log, once, and comes back by itself', async () => {
    let isUp = false;
    const passing: typeof fetch = (input, init) => (isUp ? fetch(input, init) : Promise.reject(new Error('no road')));
    await start(SessionModule.forRoot({ baseUrl: test.server.url, fetch: passing }));
    for (let count = 0; count < 3; count += 1) {
      const { status, headers, body } = await ask('/reports', session);
      expect({ status, retryAfter: headers['retry-after'], code: body?.['code'] }).toEqual({
        status: 503,
        retryAfter: '1',
        code: 'ERR0016',
      });
      expect(JSON.stringify(body)).not.toContain('no road');
    }
    expect(lines).toEqual([expect.stringContaining('no road')]);
    expect((await ask('/reports')).status).toBe(401);
    isUp = true;
    expect((await ask('/reports', session)).status).toBe(200);
    expect(lines.join(' ')).not.toContain(session['x-mstr-authtoken']);
  });

  it('takes its options from other providers', async () => {
    const settings = Symbol('settings');
    @Module({ providers: [{ provide: settings, useFactory: () => test.server.url }], exports: [settings] })
    class Settings {}
    await start(
      SessionModule.forRootAsync({
        imports: [Settings],
        inject: [settings],
        useFactory: async (baseUrl: string) => ({ baseUrl }),
      }),
    );
    expect((await ask('/reports', session)).status).toBe(200);
    expect((await ask('/reports')).status).toBe(401);
  });

  it('does not start with options that are wrong', async () => {
    expect(() => SessionModule.forRoot({ baseUrl: 'nowhere' })).toThrow('baseUrl: expected a URL such as');
    await expect(start(SessionModule.forRootAsync({ useFactory: () => ({ baseUrl: 'nowhere' }) }))).rejects.toThrow(
      'baseUrl: expected a URL such as',
    );
  });

  it('is guarded too where its Nest is another copy than ours', async () => {
    const load = () => import('../src/nest/index.js');
    const loaded: Awaited<ReturnType<typeof load>>[] = [];
    await jest.isolateModulesAsync(async () => void loaded.push(await load()));
    const foreign = loaded[0] ?? (await load());
    expect(foreign.SessionGuard).not.toBe(SessionGuard);
    await start(foreign.SessionModule.forRoot({ baseUrl: test.server.url }));
    expect((await ask('/marked/unguarded')).status).toBe(401);
    expect(await ask('/reports/public')).toMatchObject({ status: 200 });
    expect((await ask('/marked/unguarded', session)).status).toBe(200);
  });

  it('refuses what is no HTTP request', async () => {
    const running = await start(SessionModule.forRoot({ baseUrl: test.server.url }));
    const context = {
      getType: () => 'rpc',
      getHandler: () => () => undefined,
      getClass: () => ReportsController,
    };
    const guard = running.get(SessionGuard);
    await expect(guard.canActivate(context as never)).rejects.toThrow('HTTP requests only, and not rpc');
  });
});
