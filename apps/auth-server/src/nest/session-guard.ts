import { HttpException, Inject, Injectable, Logger, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Refusal, RequestHeaders, Verdict, VerifySession } from '../gateway/index.js';
import { publicKey, type GuardedRequest } from './decorators.js';

/** The verifier that the guards of an application share. */
export const verifierToken = 'mstr-rest:verify-session';

/** Adapters of both kinds set headers by this name. */
interface HttpReply {
  header(name: string, value: string): unknown;
}

/** What the server would have answered. `statusCode` is for an application whose Nest is another copy than ours. */
class SessionRefused extends HttpException {
  readonly statusCode: number;

  constructor({ status, body }: Refusal) {
    super({ ...body }, status);
    this.message = body.message;
    this.statusCode = status;
  }
}

/** Lets in who has a session: the user is on the request then (`@SessionUser()`, or `request.user`). */
@Injectable()
export class SessionGuard implements CanActivate {
  readonly #verifySession: VerifySession;
  readonly #log = new Logger(SessionGuard.name);
  #isAway = false;

  constructor(@Inject(verifierToken) verifySession: VerifySession) {
    this.#verifySession = verifySession;
  }

  /** @throws HttpException 401, or 503 where nobody can tell; Error for anything that is no HTTP request */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (isPublic(context)) return true;
    if (context.getType() !== 'http') {
      throw new Error(`SessionGuard knows HTTP requests only, and not ${context.getType<string>()}: mark it @Public()`);
    }
    const http = context.switchToHttp();
    const request = http.getRequest<GuardedRequest & { readonly headers: RequestHeaders }>();
    const verdict = await this.#verifySession(request.headers);
    this.#tellLog(verdict);
    if (verdict.kind === 'refused') {
      const reply = http.getResponse<HttpReply>();
      for (const [name, value] of Object.entries(verdict.headers)) reply.header(name, value);
      throw new SessionRefused(verdict);
    }
    request.user = verdict.user;
    request.sessionId = verdict.sessionId;
    return true;
  }

  /** Once for each time that the server goes and comes, not for each request. */
  #tellLog(verdict: Verdict): void {
    const cause = verdict.kind === 'refused' ? verdict.cause : undefined;
    if (cause !== undefined && !this.#isAway) this.#log.error(`requests are answered 503: ${cause.message}`);
    if (cause !== undefined) this.#isAway = true;
    if (verdict.kind === 'refused' || !this.#isAway) return;
    this.#log.log('sessions can be verified again');
    this.#isAway = false;
  }
}

/** Nest's Reflector is not asked for: the application's may be of another copy than ours. */
function isPublic(context: ExecutionContext): boolean {
  return [context.getHandler(), context.getClass()].some((part) => Reflect.getMetadata(publicKey, part) === true);
}
