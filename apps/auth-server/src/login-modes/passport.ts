/** The bridge to Passport by way of @nestjs/passport: evidence in, verdict out. */
import { randomUUID } from 'node:crypto';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import { AuthGuard } from '@nestjs/passport';
import passport, { type Strategy, type StrategyCreated } from 'passport';
import { Problem } from '../errors/problem.js';
import type { Evidence, Identity, Rejection, Verdict } from './login-mode.js';
import type { Redirection } from './strategy-of.js';

/** A strategy that has not answered after this long is taken to be hanging. */
const deadlineMs = 30_000;

/** The strategies of one server. */
export class Strategies {
  /** Passport is one for the whole process: names carry the server, or a second server would answer for the first. */
  readonly #server = randomUUID();
  readonly #guards = new Map<string, InstanceType<ReturnType<typeof AuthGuard>>>();
  readonly #judging = new Map<string, number>();

  /** @param maximumAtOnce how many logins of one strategy may be judged at a time: one that hangs holds no more */
  constructor(private readonly maximumAtOnce: number) {}

  add(name: string, strategy: Strategy): void {
    const registered = `${this.#server}:${name}`;
    passport.use(registered, answering(strategy));
    this.#guards.set(name, new (guardOf(registered))());
  }

  /**
   * Lets the strategy of this name judge the evidence. By name, never by instance: Passport then makes an object a
   * request, so that simultaneous callers cannot get one another's verdict.
   * @throws Problem what the strategy reported as an error; serviceUnavailable where it does not answer, or judges too many
   */
  async judge(name: string, evidence: Evidence): Promise<Verdict> {
    const judging = this.#judging.get(name) ?? 0;
    if (judging >= this.maximumAtOnce) throw tooMany(name, judging);
    this.#judging.set(name, judging + 1);
    try {
      return await this.#judge(name, evidence);
    } finally {
      this.#judging.set(name, (this.#judging.get(name) ?? 1) - 1);
    }
  }

  #judge(name: string, evidence: Evidence): Promise<Verdict> {
    const guard = this.#guards.get(name);
    if (guard === undefined) throw new Error(`there is no strategy ${name}`);
    return new Promise((resolve, reject) => {
      const deadline = setTimeout(() => reject(notAnswering(name)), deadlineMs);
      const settle = (outcome: () => void) => {
        clearTimeout(deadline);
        outcome();
      };
      const attempt = new Attempt(
        evidence,
        (verdict) => settle(() => resolve(verdict)),
        (error) => settle(() => reject(error)),
      );
      // Resolves without a verdict only where the strategy calls pass(), which decides nothing.
      Promise.resolve(guard.canActivate(attempt)).then(
        () => attempt.reject(new Error(`the strategy ${name} did not decide`)),
        (error: unknown) => attempt.reject(error),
      );
    });
  }

  close(): void {
    for (const name of this.#guards.keys()) passport.unuse(`${this.#server}:${name}`);
    this.#guards.clear();
  }
}

/** One run of a strategy. What settles it first wins. */
class Attempt extends ExecutionContextHost {
  constructor(
    evidence: Evidence,
    readonly settle: (verdict: Verdict) => void,
    readonly reject: (error: unknown) => void,
  ) {
    super([{ ...evidence, query: {} }, new CapturedResponse(settle)]);
  }
}

/** What strategies write to instead of Fastify's reply, which lacks `setHeader` and `end`: a redirect is a verdict. */
class CapturedResponse {
  statusCode = 200;
  readonly #headers = new Map<string, string>();
  readonly #settle: (verdict: Verdict) => void;

  constructor(settle: (verdict: Verdict) => void) {
    this.#settle = settle;
  }

  setHeader(name: string, value: string | number): void {
    this.#headers.set(name.toLowerCase(), String(value));
  }

  getHeader(name: string): string | undefined {
    return this.#headers.get(name.toLowerCase());
  }

  removeHeader(name: string): void {
    this.#headers.delete(name.toLowerCase());
  }

  redirect(location: string): void {
    this.#settle({ kind: 'redirected', location, form: undefined });
  }

  end(): void {
    const location = this.#headers.get('location');
    if (location === undefined) {
      this.#settle({ kind: 'rejected', rejection: { problem: 'wrongCredentials' }, challenge: undefined });
    } else this.redirect(location);
  }
}

function guardOf(registered: string) {
  return class extends AuthGuard(registered) {
    /** Never throws and never decides: it hands the outcome to the attempt that it belongs to. */
    override handleRequest<User = unknown>(error: unknown, user: unknown, info: unknown, context: unknown): User {
      if (context instanceof Attempt) report(context, error, user, info);
      return user as User; // what Nest asks for; nobody reads it
    }
  };
}

function report(attempt: Attempt, error: unknown, user: unknown, info: unknown): void {
  if (error) attempt.reject(error);
  // A strategy of ours calls success() with an Identity only (login-mode.ts).
  else if (user) attempt.settle({ kind: 'identified', identity: user as Identity });
  // Passport knows no redirect with a form: strategyOf() hands it to fail().
  else if (isRedirection(info)) attempt.settle({ kind: 'redirected', location: info.redirectTo, form: info.form });
  else {
    // Strings given to fail() are challenges, objects are our rejections, which name theirs: so no reason leaks into WWW-Authenticate.
    const rejection = rejectionOf(info);
    const challenge = typeof info === 'string' ? info : rejection.challenge;
    attempt.settle({ kind: 'rejected', rejection, challenge });
  }
}

function isRedirection(info: unknown): info is Redirection {
  return typeof info === 'object' && info !== null && 'redirectTo' in info;
}

function rejectionOf(info: unknown): Rejection {
  const named = typeof info === 'object' && info !== null && 'problem' in info;
  return named ? (info as Rejection) : { problem: 'wrongCredentials' };
}

/** The same strategy, but a promise of its `authenticate` that rejects is reported and not left unhandled. */
function answering(strategy: Strategy): Strategy {
  const authenticate = Reflect.get(strategy, 'authenticate') as (...call: unknown[]) => unknown; // only passed on, whatever it takes
  return Object.assign(Object.create(strategy) as Strategy, {
    authenticate(this: StrategyCreated<Strategy>, ...call: unknown[]): void {
      const pending = authenticate.apply(this, call);
      if (pending instanceof Promise) pending.catch((error: unknown) => this.error(error));
    },
  });
}

function tooMany(name: string, judging: number): Problem {
  return new Problem('serviceUnavailable', {
    message: 'Too many logins are under way',
    headers: { 'retry-after': '1' },
    cause: new Error(`the strategy ${name} is judging ${judging} logins`),
  });
}

function notAnswering(name: string): Problem {
  return new Problem('serviceUnavailable', {
    message: 'The check of the credentials did not end in time',
    headers: { 'retry-after': '5' },
    cause: new Error(`the strategy ${name} did not answer within ${deadlineMs} ms`),
  });
}
