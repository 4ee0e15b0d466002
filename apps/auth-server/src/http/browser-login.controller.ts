import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { parseLoginRequest, type LoginRequest } from '@mstr-rest/protocol';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BrowserLogin } from '../browser-login/browser-login.js';
import { BrowserLogout } from '../browser-login/browser-logout.js';
import { returnToOf, type ReturnTo } from '../browser-login/return-to.js';
import { Problem } from '../errors/problem.js';
import { EnabledModes } from '../login/enabled-modes.js';
import { Login } from '../login/login.js';
import { Sessions } from '../sessions/sessions.js';
import { settingsOf } from './auth.controller.js';
import { BrowserReply } from './browser-reply.js';
import { sessionCookiesOf } from './cookies.js';
import { evidenceOf, fromOf } from './evidence.js';
import { queryOf } from './mode-routes.js';
import { sendPage } from './pages/layout.js';
import { changePasswordPage } from './pages/change-password-page.js';
import { loginPage, type Offer } from './pages/login-page.js';
import { signedInPage } from './pages/message-pages.js';
import { textsFor } from './pages/texts/index.js';
import { PageSettings } from './page-settings.js';
import { valueOf } from './parsed.js';
import { Refusals } from './refusals.js';
import { SessionReply } from './session-reply.js';

const OpenPage = () => RouteConfig({ access: 'public', isPage: true });

/** The pages by which a person logs in and out, and the form login. Source: docs/protocol sections 3.13 and 6.5. */
@Controller('auth')
export class BrowserLoginController {
  constructor(
    private readonly browserLogin: BrowserLogin,
    private readonly browserLogout: BrowserLogout,
    private readonly login: Login,
    private readonly modes: EnabledModes,
    private readonly sessions: Sessions,
    private readonly browserReply: BrowserReply,
    private readonly sessionReply: SessionReply,
    private readonly refusals: Refusals,
    private readonly settings: PageSettings,
  ) {}

  /** The login page; with the number of a mode for browsers, the way into it. */
  @Get('login')
  @OpenPage()
  async getLogin(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const query = queryOf(request);
    const returnTo = this.#returnTo(query);
    const loginMode = query['loginMode'] === undefined ? undefined : Number(query['loginMode']);
    if (loginMode !== undefined && this.modes.isAt('browser', loginMode)) {
      return this.#start(loginMode, query, returnTo, request, reply);
    }
    const texts = this.#texts(request);
    sendPage(reply, 200, texts, loginPage(texts, await this.#offer(query)));
  }

  /** As the vendor's page of this name: single sign-on in a window that was opened for it. */
  @Get('login-dialog.jsp')
  @OpenPage()
  getLoginDialog(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.getLogin(request, reply);
  }

  /** The form login: of our page, of a page of another site that is allowed, or of a script that asks for JSON. */
  @Post('login')
  @OpenPage()
  async postLogin(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const body = valueOf(parseLoginRequest(request.body));
    const fields = isRecord(request.body) ? request.body : {};
    const returnTo = this.#returnTo(fields);
    const { loginMode } = body;
    if (loginMode !== undefined && this.modes.isAt('browser', loginMode) && !this.modes.isAt('login', loginMode)) {
      return this.#start(loginMode, fields, returnTo, request, reply);
    }
    const forScript = wantsNoPage(request);
    try {
      checkRepetition(body, fields);
      const loggedIn = await this.login.logIn({
        door: 'login',
        loginMode,
        username: body.username,
        settings: settingsOf(body),
        evidence: evidenceOf(request, body),
      });
      if (forScript) this.sessionReply.send(reply, loggedIn);
      else this.browserReply.sendOn(reply, loggedIn, returnTo);
    } catch (error) {
      if (forScript || !(error instanceof Problem)) throw error;
      await this.#refuse(error, body, fields, request, reply);
    }
  }

  @Get('signed-in')
  @OpenPage()
  async getSignedIn(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const returnTo = this.#returnTo(queryOf(request));
    const session = await this.sessions.ofBrowser(sessionCookiesOf(request.headers.cookie));
    const origin = returnTo.kind === 'opener' ? returnTo.origin : undefined;
    const { fullName } = session.engine.user;
    const texts = this.#texts(request);
    sendPage(reply, 200, texts, signedInPage(texts, fullName, origin, `${this.settings.context}/auth/logout`));
  }

  /** A form of our own page: the origin hook has refused every other one. */
  @Post('logout')
  @OpenPage()
  async postLogout(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const session = await this.sessions.ofBrowser(sessionCookiesOf(request.headers.cookie));
    this.browserReply.signedOut(request, reply, await this.browserLogout.end(session, fromOf(request)));
  }

  async #start(
    loginMode: number,
    fields: Readonly<Record<string, unknown>>,
    returnTo: ReturnTo,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const { body: _none, ...evidence } = evidenceOf(request, undefined);
    const source = typeof fields['source'] === 'string' ? fields['source'] : undefined;
    try {
      this.browserReply.started(request, reply, await this.browserLogin.start(loginMode, source, returnTo, evidence));
    } catch (error) {
      if (wantsNoPage(request) || !(error instanceof Problem)) throw error;
      // Who cannot get in this way is offered the others. A browser that can negotiate does so before it shows the page.
      await this.#refuse(error, undefined, fields, request, reply);
    }
  }

  /** The page again, with what was wrong; the password is not in it. */
  async #refuse(
    problem: Problem,
    body: LoginRequest | undefined,
    fields: Readonly<Record<string, unknown>>,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const { status, headers: more, body: error } = this.refusals.of(problem, request);
    const texts = this.#texts(request);
    void reply.headers(more);
    const offer = { ...(await this.#offer(fields)), problem: { kind: problem.kind, ...error } };
    const { loginMode = offer.modes[0]?.id ?? 1, username: userName } = body ?? {};
    // In some modes it is a secret.
    const isName = offer.modes.some(({ id, asks }) => id === loginMode && asks === 'password');
    if (body === undefined || userName === undefined || !isName)
      return sendPage(reply, status, texts, loginPage(texts, offer));
    if (asksForNewPassword(problem, body)) {
      return sendPage(reply, status, texts, changePasswordPage(texts, { ...offer, userName, loginMode }));
    }
    sendPage(reply, status, texts, loginPage(texts, { ...offer, userName }));
  }

  async #offer(fields: Readonly<Record<string, unknown>>): Promise<Offer> {
    const back = ['callback-origin', 'redirectURL'].flatMap((name) => {
      const value = fields[name];
      return typeof value === 'string' ? [[name, value] as const] : [];
    });
    return { address: this.settings.loginAddress, modes: await this.modes.offers(), back: Object.fromEntries(back) };
  }

  #returnTo(fields: Readonly<Record<string, unknown>>): ReturnTo {
    const text = (name: string) => (typeof fields[name] === 'string' ? fields[name] : undefined);
    const parameters = { callbackOrigin: text('callback-origin'), redirectUrl: text('redirectURL') };
    return returnToOf(parameters, this.settings.origins);
  }

  #texts(request: FastifyRequest) {
    return textsFor(request.headers['accept-language']);
  }
}

/** Our form asks twice; what the caller of the API sends once is not asked for again. */
function checkRepetition({ newPassword }: LoginRequest, { newPasswordAgain }: Readonly<Record<string, unknown>>): void {
  if (newPasswordAgain !== undefined && newPasswordAgain !== newPassword) throw new Problem('passwordsDiffer');
}

/** The present password was right, or is asked for again together with a new one. */
function asksForNewPassword({ kind }: Problem, { changePassword }: LoginRequest): boolean {
  return kind === 'passwordExpired' || kind === 'newPasswordRequired' || changePassword;
}

/** A script says so by what it accepts, as the vendor's own does (docs/protocol section 3.13). */
function wantsNoPage({ headers: { accept = '', ...others } }: FastifyRequest): boolean {
  return others['x-requested-with'] !== undefined || !accept.includes('text/html');
}

function isRecord(body: unknown): body is Readonly<Record<string, unknown>> {
  return typeof body === 'object' && body !== null;
}
