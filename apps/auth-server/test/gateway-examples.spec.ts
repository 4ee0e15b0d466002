import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { service } from './gateway-example.js';
import { ReportsModule } from './nest-example.js';
import { openServer, type TestServer } from './open-server.js';

const guide = readFileSync(join(__dirname, '../../../docs/gateway.md'), 'utf8');

describe('the examples of docs/gateway.md', () => {
  let test: TestServer;
  beforeAll(async () => {
    test = await openServer();
    // The examples ask at the address of the demo: in its place, the server of this test is asked.
    jest.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
      const url = input instanceof URL ? input.href : 'something else';
      expect(url).toBe('http://127.0.0.1:8080/MicroStrategyLibrary/api/auth/verify');
      return test.server.fetch(new Request(`${test.server.url}/api/auth/verify`, init));
    });
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await test.close();
  });

  it.each(['gateway-example', 'nest-example'])('are the code that is tested here: %s', (name) => {
    const [, block] = new RegExp(`<!-- ${name} -->\n\`\`\`ts\n([^]*?)\`\`\``).exec(guide) ?? [];
    expect(block).toBe(readFileSync(join(__dirname, `${name}.ts`), 'utf8'));
  });

  it('greet whoever has a session, without a framework', async () => {
    const { request } = await import('node:http');
    await new Promise<void>((listening) => service.listen(0, '127.0.0.1', listening));
    const { port } = service.address() as AddressInfo;
    const ask = (headers: Record<string, string>) =>
      new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
        const asked = request({ host: '127.0.0.1', port, headers, agent: false }, (answer) => {
          let text = '';
          answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
          answer.on('end', () => resolve({ status: answer.statusCode, text }));
        });
        asked.on('error', reject).end();
      });
    expect(await ask(await test.logIn())).toEqual({ status: 200, text: 'Good day, Ann Analyst' });
    expect(await ask({})).toMatchObject({ status: 401, text: expect.stringContaining('"code":"ERR009"') });
    await new Promise((closed) => service.close(closed));
  });

  it('show reports to whoever has a session, with NestJS', async () => {
    const app = await NestFactory.create<NestFastifyApplication>(ReportsModule, new FastifyAdapter(), {
      logger: false,
    });
    await app.init();
    const ask = async (url: string, headers: Record<string, string> = {}) => {
      const { statusCode, body } = await app.inject({ url, headers });
      return { statusCode, body };
    };
    expect(await ask('/reports', await test.logIn())).toEqual({ statusCode: 200, body: 'Reports of Ann Analyst' });
    expect(await ask('/reports')).toMatchObject({ statusCode: 401 });
    expect(await ask('/health')).toEqual({ statusCode: 200, body: 'well' });
    await app.close();
  });
});
