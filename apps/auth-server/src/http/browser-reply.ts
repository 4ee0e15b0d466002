import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Started } from '../browser-login/browser-login.js';
import type { LeftAtSource } from '../browser-login/browser-logout.js';
import type { ReturnTo } from '../browser-login/return-to.js';
import type { LoggedIn } from '../login/login.js';
import type { MessageAnswer } from '../login-modes/login-mode.js';
import { sendPage } from './pages/layout.js';
import { onwardPage, signedOutPage } from './pages/message-pages.js';
import { textsFor } from './pages/texts/index.js';
import type { PendingCookie } from './pending-cookie.js';
import type { SessionReply } from './session-reply.js';

/** Sends browsers on: to where they prove themselves, and to where they wanted to be logged in. */
export class BrowserReply {
  readonly pendingCookie: PendingCookie;
  readonly #session: SessionReply;
  readonly #context: string;

  constructor(session: SessionReply, pendingCookie: PendingCookie, context: string) {
    this.#session = session;
    this.pendingCookie = pendingCookie;
    this.#context = context;
  }

  started(request: FastifyRequest, reply: FastifyReply, started: Started): void {
    if (started.kind === 'loggedIn') return this.sendOn(reply, started.loggedIn, started.returnTo);
    this.pendingCookie.set(request, reply, started.id, started.sealed);
    const { location, form } = started;
    if (form === undefined) return void reply.code(303).header('location', location).send();
    const texts = textsFor(request.headers['accept-language']);
    sendPage(reply, 200, texts, onwardPage(texts, { address: location, fields: form }));
  }

  /** @param pendingId the login that is over with this */
  sendOn(reply: FastifyReply, loggedIn: LoggedIn, returnTo: ReturnTo, pendingId?: string): void {
    const used = pendingId === undefined ? [] : [this.pendingCookie.removal(pendingId)];
    this.#session.sendOn(reply, loggedIn, this.#addressOf(returnTo), used);
  }

  /** After a message of a source that was no login. */
  answered(request: FastifyRequest, reply: FastifyReply, answer: MessageAnswer): void {
    if (answer.kind === 'signedOut') return this.signedOut(request, reply);
    const { onward } = answer;
    if (onward instanceof URL) void reply.code(303).header('location', onward.href).send();
    else this.signedOut(request, reply, { kind: 'onward', to: onward });
  }

  signedOut(request: FastifyRequest, reply: FastifyReply, left: LeftAtSource = { kind: 'nothing' }): void {
    const texts = textsFor(request.headers['accept-language']);
    sendPage(reply, 200, texts, signedOutPage(texts, `${this.#context}/auth/login`, left));
  }

  #addressOf(returnTo: ReturnTo): string {
    if (returnTo.kind === 'address') return returnTo.url;
    const query = returnTo.kind === 'opener' ? `?callback-origin=${encodeURIComponent(returnTo.origin)}` : '';
    return `${this.#context}/auth/signed-in${query}`;
  }
}
