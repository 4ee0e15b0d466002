/** The addresses that a login mode brings along, and what happens at them. */
import type { From } from '../audit/audit-event.js';

/** An address of a mode, below the context path. */
export type ModeRoute = DocumentRoute | ReturnRoute | DeliveryRoute | MessageRoute | SignedOutRoute | LogoutNoticeRoute;

/** Something to read, such as the metadata of a service provider. */
export interface DocumentRoute {
  readonly kind: 'document';
  readonly method: 'GET';
  readonly path: string;
  readonly contentType: string;
  read(): string | Promise<string>;
}

/** Where the source sends the browser back to. The login that began in this browser then goes on: `BrowserEvidence`. */
export interface ReturnRoute {
  readonly kind: 'return';
  readonly method: 'GET';
  readonly path: string;
  /** The parameter that holds the id of the login, as the mode has sent it along. */
  readonly idParameter: string;
}

/** Where the source sends the browser back to after a logout: a page that says so. */
export interface SignedOutRoute {
  readonly kind: 'signedOut';
  readonly method: 'GET';
  readonly path: string;
}

/** Where the source itself, not a browser, says that it has ended its session of somebody. */
export interface LogoutNoticeRoute {
  readonly kind: 'logoutNotice';
  readonly method: 'POST';
  readonly path: string;
  /**
   * @param form what was sent: from whomever
   * @throws Problem where it is not believed
   */
  read(form: Readonly<Record<string, unknown>>): Promise<LogoutNotice>;
}

/** Which sessions end: those of one subject, or the one with this id; at least one of the two is there. */
export interface LogoutNotice {
  readonly issuer: string;
  readonly subject: string | undefined;
  /** The source's own id of its session. */
  readonly id: string | undefined;
  /** The notice counts once. `until` is a moment of `Clock.monotonic()`. */
  readonly oneUse: { readonly id: string; readonly until: number };
}

/**
 * Where the source has the browser bring its answer by a form of its own site. No cookie of ours comes with that, so the
 * mode judges the answer by itself; the browser is then sent to the same path by GET, as with a `ReturnRoute`.
 */
export interface DeliveryRoute {
  readonly kind: 'delivery';
  readonly method: 'POST';
  readonly path: string;
  readonly idParameter: string;
  /** Of the form. */
  readonly maximumBytes: number;
  /** @throws Problem where the answer is not believed */
  deliver(form: Readonly<Record<string, string>>): Promise<Delivered>;
}

/** An answer that is believed, for the browser that asked for it. */
export interface Delivered {
  /** The login that it belongs to. */
  readonly pendingId: string;
  /** What the mode finds again as `delivered` when the browser is back. */
  readonly text: string;
  /** The answer counts once. `until` is a moment of `Clock.monotonic()`. */
  readonly oneUse: { readonly id: string; readonly until: number };
}

/** Where the source has browsers bring messages that are no login, such as a logout: by GET, and by POST from its site. */
export interface MessageRoute {
  readonly kind: 'message';
  readonly path: string;
  /** Of the form. */
  readonly maximumBytes: number;
  /** @throws Problem where the message is not believed */
  receive(message: SourceMessage): Promise<MessageAnswer>;
}

export type SourceMessage = (
  | { readonly kind: 'form'; readonly form: Readonly<Record<string, string>> }
  /** As it stands in the address, without the question mark. */
  | { readonly kind: 'query'; readonly query: string }
) & { readonly from: From };

export type MessageAnswer =
  | { readonly kind: 'sent'; readonly onward: URL | PostedForm }
  /** The browser stays here, and sees that it is logged out. */
  | { readonly kind: 'signedOut' };

/** A form that the browser brings to another site by itself. */
export interface PostedForm {
  readonly address: string;
  readonly fields: Readonly<Record<string, string>>;
}
