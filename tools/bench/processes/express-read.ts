/** The usual way on Express: express-session with Passport, sessions in memory or by connect-redis. */
import type { AddressInfo } from 'node:net';
import { RedisStore } from 'connect-redis';
import express, { type RequestHandler } from 'express';
import session, { MemoryStore } from 'express-session';
// eslint-disable-next-line @nx/enforce-module-boundaries -- that of our server, which is what it is compared with
import passport from 'passport';
import { createClient } from 'redis';
import { answerQuestions } from './questions.js';
import { description } from './session.js';
import { readSettings } from './settings.js';

const { redisUrl } = readSettings();
const memory = new MemoryStore();
const store =
  redisUrl === undefined
    ? memory
    : new RedisStore({ client: await createClient({ url: redisUrl }).connect(), prefix: 'express:', ttl: 600 });

passport.use('guest', Object.assign(new passport.Strategy(), { authenticate: letIn }));
passport.serializeUser((user, done) => done(null, user));
passport.deserializeUser((user: Express.User, done) => done(null, user));

const app = express();
app.use(session({ store, secret: 'signs the cookies', resave: false, saveUninitialized: false }));
app.use(passport.session());
app.post(
  '/MicroStrategyLibrary/api/auth/login',
  passport.authenticate('guest') as RequestHandler,
  (_request, response) => {
    response.status(204).set('x-mstr-authtoken', 'the cookie is all').end();
  },
);
app.get('/MicroStrategyLibrary/api/sessions', (request, response) => {
  if (request.isAuthenticated()) response.json(request.user);
  else response.status(401).end();
});
const server = app.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo; // it listens on TCP
  answerQuestions(`http://127.0.0.1:${port}/MicroStrategyLibrary`, {
    forget() {
      memory.clear();
      return null;
    },
  });
});
server.keepAliveTimeout = 72_000; // as ours

function letIn(this: passport.StrategyCreated<passport.Strategy>): void {
  this.success(description);
}
