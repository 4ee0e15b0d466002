/** Our contract on bare Fastify: sessions in a Map, or in Redis, where one GETEX finds and touches a session. */
import fastify, { type FastifyRequest } from 'fastify';
import { createClient } from 'redis';
import { ContractSessions, keyOf, proves } from './contract-sessions.js';
import { answerQuestions } from './questions.js';
import type { Credentials } from './node-http.js';
import { derivedCredentials, description } from './session.js';
import { readSettings } from './settings.js';

const idleSeconds = 600;

interface Sessions {
  logIn(): Credentials | Promise<Credentials>;
  /** The answer, or undefined. */
  read(token: string, cookies: string): object | undefined | Promise<string | undefined>;
  forget(): void;
}

const { redisUrl } = readSettings();
const sessions: Sessions = redisUrl === undefined ? new ContractSessions() : await inRedis(redisUrl);
const app = fastify({ keepAliveTimeout: 72_000 });
app.decorateRequest('found', undefined);
app.addHook('onRequest', (request, reply, done) => {
  if (request.method === 'POST') return done();
  const token = request.headers['x-mstr-authtoken'];
  const found = typeof token === 'string' ? sessions.read(token, request.headers.cookie ?? '') : undefined;
  const enter = (session: unknown) => {
    if (session === undefined) return void reply.code(401).send();
    (request as Found).found = session;
    done();
  };
  if (found instanceof Promise) found.then(enter, done);
  else enter(found);
});
app.get('/MicroStrategyLibrary/api/sessions', (request, reply) =>
  reply.type('application/json').send((request as Found).found),
);
app.post('/MicroStrategyLibrary/api/auth/login', async (_request, reply) => {
  const { token, cookie } = await sessions.logIn();
  const setCookie = `JSESSIONID=${cookie}; Path=/MicroStrategyLibrary; HttpOnly; SameSite=Lax`;
  return reply.code(204).header('x-mstr-authtoken', token).header('set-cookie', setCookie).send();
});
const url = await app.listen({ port: 0, host: '127.0.0.1' });

answerQuestions(`${url}/MicroStrategyLibrary`, {
  forget() {
    sessions.forget();
    return null;
  },
});

interface Found extends FastifyRequest {
  found: unknown;
}

/** The client sends all commands of one turn of the event loop together. */
async function inRedis(address: string): Promise<Sessions> {
  const client = await createClient({ url: address }).connect();
  return {
    async logIn() {
      const credentials = derivedCredentials();
      await client.set(keyOf(credentials.token), JSON.stringify(description), { EX: idleSeconds });
      return credentials;
    },
    async read(token, cookies) {
      if (!proves(token, cookies)) return undefined;
      return (await client.getEx(keyOf(token), { type: 'EX', value: idleSeconds })) ?? undefined;
    },
    forget: () => undefined,
  };
}
