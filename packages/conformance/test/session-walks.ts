/** Random walks over the table of sessions: whatever is done, and in whatever order, the server and the model agree. */
import * as fc from 'fast-check';
import { operationTable, type OperationId } from '@mstr-rest/protocol';
import { startTestServer, type ManualClock, type TestServer } from '@mstr-rest/auth-server/testing';
import { SessionModel, Walked, type ModelIdentityToken, type ModelSession } from './session-model.js';

/** The server, with the credentials of the sessions of one walk, in the order in which the model has them. */
interface Real {
  readonly server: TestServer<'ann', ManualClock>;
  readonly credentials: Record<string, string>[];
  readonly identityTokens: string[];
}

type Command = fc.AsyncCommand<SessionModel, Real>;

const ask = (real: Real, operation: OperationId, headers: Record<string, string>, body?: object) => {
  const { method, path } = operationTable[operation];
  const json = body === undefined ? {} : { 'content-type': 'application/json' };
  return real.server.fetch(`${real.server.url}/api${path}`, {
    method,
    headers: { ...headers, ...json },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
};

async function expectAnswer(answer: Response, right: boolean, refusal: string, what: string): Promise<void> {
  const { code } = Object(answer.status < 400 ? {} : await answer.json()) as { code?: string }; // an error of the wire
  const got = answer.status < 300 ? 'success' : `${answer.status} ${code ?? ''}`;
  const wanted = right ? 'success' : refusal;
  if (got !== wanted) throw new Error(`${what}: by the table ${wanted}, by the server ${got}`);
}

function keep(real: Real, answer: Response): void {
  const cookie = answer.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
  real.credentials.push({ 'x-mstr-authtoken': answer.headers.get('x-mstr-authtoken') ?? '', cookie });
}

/** Whoever asks by cookie extends nothing, so that all sessions can be looked at after each command. */
async function agree(model: SessionModel, real: Real, after: string): Promise<void> {
  for (const [index, session] of model.sessions.entries()) {
    const answer = await ask(real, 'getAuthToken', real.credentials[index] ?? {});
    await expectAnswer(
      answer,
      model.lives(session),
      '401 ERR009',
      `session ${index}, ${session.state}, after ${after}`,
    );
  }
}

function command(name: string, check: (model: SessionModel) => boolean, run: Command['run']): Command {
  return {
    check,
    run: async (model, real) => {
      await run(model, real);
      await agree(model, real, name);
    },
    toString: () => name,
  };
}

const atSession = (pick: number, name: string, run: (model: SessionModel, real: Real, at: number) => Promise<void>) =>
  command(
    `${name} by session #${pick}`,
    ({ sessions }) => sessions.length > 0,
    (model, real) => run(model, real, pick % model.sessions.length),
  );
const sessionAt = ({ sessions }: SessionModel, at: number) => sessions[at] as ModelSession; // below their number
const tokenAt = ({ identityTokens }: SessionModel, at: number) => identityTokens[at] as ModelIdentityToken; // as above

async function use(model: SessionModel, real: Real, at: number, operation: OperationId): Promise<void> {
  const session = sessionAt(model, at);
  const lived = model.lives(session);
  const answer = await ask(real, operation, real.credentials[at] ?? {});
  await expectAnswer(answer, lived, '401 ERR009', `${operation} of session ${at} in ${session.state}`);
  model.use(session, operation);
}

const pass = (model: SessionModel, real: Real, ms: number) => {
  real.server.clock.advance(ms);
  model.pass(ms);
};

const logIn = command(
  'login',
  () => true,
  async (model, real) => {
    const answer = await ask(real, 'postLogin', {}, real.server.users.ann);
    await expectAnswer(answer, true, '', 'a login');
    keep(real, answer);
    model.open();
  },
);
const logInWrongly = command(
  'login with a new password that is none',
  () => true,
  async (model, real) => {
    const body = { ...real.server.users.ann, changePassword: true };
    await expectAnswer(await ask(real, 'postLogin', {}, body), false, '400 ERR005', 'a login that is refused');
    model.refuse();
  },
);
const useBy = (pick: number, operation: OperationId) =>
  atSession(pick, operation, (model, real, at) => use(model, real, at, operation));
const logOut = (pick: number) =>
  atSession(pick, 'logout', async (model, real, at) => {
    const session = sessionAt(model, at);
    const answer = await ask(real, 'postLogout', real.credentials[at] ?? {});
    await expectAnswer(answer, model.lives(session), '401 ERR009', `logout of session ${at} in ${session.state}`);
    model.logOut(session);
  });
const makeToken = (pick: number) =>
  atSession(pick, 'identity token', async (model, real, at) => {
    const session = sessionAt(model, at);
    if (!model.lives(session)) return use(model, real, at, 'createIdentityToken');
    const answer = await ask(real, 'createIdentityToken', real.credentials[at] ?? {});
    await expectAnswer(answer, true, '', `an identity token of session ${at}`);
    real.identityTokens.push(answer.headers.get('x-mstr-identitytoken') ?? '');
    model.makeIdentityToken(session);
  });
const withToken = (pick: number, name: string, run: (model: SessionModel, real: Real, at: number) => Promise<void>) =>
  command(
    `${name} with identity token #${pick}`,
    ({ identityTokens }) => identityTokens.length > 0,
    (model, real) => run(model, real, pick % model.identityTokens.length),
  );
const checkToken = (pick: number) =>
  withToken(pick, 'check', async (model, real, at) => {
    const answer = await ask(real, 'getIdentityTokenInfo', { 'x-mstr-identitytoken': real.identityTokens[at] ?? '' });
    await expectAnswer(answer, model.isValid(tokenAt(model, at)), '401 ERR003', `a check of identity token ${at}`);
  });
const delegate = (pick: number) =>
  withToken(pick, 'delegate', async (model, real, at) => {
    const token = tokenAt(model, at);
    const isGood = model.isValid(token) && !token.used;
    const body = { loginMode: -1, identityToken: real.identityTokens[at] };
    const answer = await ask(real, 'postDelegate', {}, body);
    await expectAnswer(answer, isGood, '401 ERR003', `a delegation by identity token ${at}`);
    if (!isGood) return model.refuse();
    token.used = true;
    keep(real, answer);
    model.open(token.from);
  });
const letPass = (ms: number) =>
  command(
    `${ms} ms pass`,
    () => true,
    async (model, real) => pass(model, real, ms),
  );
/** Until one of its other timers ends it, or so often. */
const keepBusy = (pick: number, everyMs: number, times: number) =>
  atSession(pick, `${times} renewals every ${everyMs} ms`, async (model, real, at) => {
    for (let turn = 0; turn < times && model.lives(sessionAt(model, at)); turn += 1) {
      pass(model, real, everyMs);
      await use(model, real, at, 'renewSession');
    }
  });

const inSession = ['getSession', 'renewSession', 'getUserInfo', 'getPrivileges', 'getProjects'] as const;
const edges = [1, 59_999, 60_000, 300_000, 480_000, 599_999, 600_000, 1_799_999, 1_800_000, 86_400_000];
const pick = fc.nat(50);
const kinds: readonly (readonly [weight: number, arbitrary: fc.Arbitrary<Command>])[] = [
  [3, fc.constant(logIn)],
  [1, fc.constant(logInWrongly)],
  [4, fc.tuple(pick, fc.constantFrom(...inSession)).map(([at, operation]) => useBy(at, operation))],
  [1, pick.map(logOut)],
  [4, pick.map(makeToken)],
  [2, pick.map(checkToken)],
  [6, pick.map(delegate)],
  [4, fc.integer({ min: 1, max: 250_000 }).map(letPass)],
  [2, fc.constantFrom(...edges).map(letPass)],
  [
    1,
    fc
      .tuple(pick, fc.constantFrom(300_000, 599_999, 600_000), fc.constantFrom(3, 7, 150))
      .map((chosen) => keepBusy(...chosen)),
  ],
];
const weighted = kinds.flatMap(([weight, arbitrary]) => Array.from({ length: weight }, () => arbitrary));
const commands = fc.commands(weighted, { maxCommands: 60, size: 'max' });

/**
 * Walks, each with sessions of its own, and rejects with the shortest walk that it finds on which server and model differ.
 * @returns the steps of the table that were taken
 */
export async function walk(numRuns: number, seed: number): Promise<ReadonlySet<string>> {
  await using server = await startTestServer();
  const walked = new Walked();
  const property = fc.asyncProperty(commands, async (chosen) => {
    const setup = () => ({
      model: new SessionModel(server.clock.monotonic(), walked),
      real: { server, credentials: [], identityTokens: [] },
    });
    await fc.asyncModelRun(setup, chosen);
  });
  await fc.assert(property, { numRuns, seed });
  return walked.steps;
}
