/** One request and what must come back, as data. */
import type { OperationId } from '@mstr-rest/protocol';
import type { SettingsWanted } from './settings.js';

/**
 * How binding an exchange is. `required`: a real client breaks without it. `recommended`: the document says so, and no
 * known client breaks. `vendor-observed`: seen at the vendor's server by a third party. `ours`: a choice of this project
 * where the public record is silent.
 */
export type Level = 'required' | 'recommended' | 'vendor-observed' | 'ours';

/** A real client whose request shape is sent. The keys are those of docs/protocol, section 0. */
export type ClientName =
  | 'MSTRIO'
  | 'PAUL'
  | 'NODE'
  | 'NODES'
  | 'RMSTRIO'
  | 'DHUB'
  | 'OMD'
  | 'DATAIKU'
  | 'TOUCAN'
  | 'AUTO'
  | 'GS'
  | 'SAMP'
  | 'PHP'
  | 'ESDK';

/**
 * What is asked: an operation of the document; `preflight`, a browser's question whether it may ask; or null for an
 * address that the document does not have, which must be answered 404 ERR004. The last two have a `line`.
 */
export type Asked = OperationId | 'preflight' | null;

/**
 * Which session cookies a request carries. `jar`: those that the actor was given. `of`: those of another actor. `raw`:
 * this text as the whole `Cookie` header.
 */
export type CookieChoice = 'jar' | 'none' | { readonly of: string } | { readonly raw: string };

/** Which `X-MSTR-AuthToken` a request carries. `garbage`: one in the right form that was never issued. */
export type TokenChoice = 'jar' | 'none' | 'garbage' | { readonly of: string } | { readonly raw: string };

/**
 * Login modes whose proof is in headers that only the target can make: 64 trusted, 128 Kerberos, and 1048576 SAML, where it
 * is the `Cookie` of a browser that has just logged in.
 */
export type ProofMode = 64 | 128 | 1048576;

/** The headers that prove who somebody is to such a mode (target.ts). */
export interface ProofChoice {
  readonly mode: ProofMode;
  /** `stranger`: whom the mode knows, and who has no account. */
  readonly of: 'user' | 'stranger';
  /** Sends those of the last time once more, in the place of new ones. */
  readonly again?: true;
}

/** A request body, as it goes over the wire. */
export interface Body {
  /** `Content-Type`; undefined sends none. */
  readonly type?: string | undefined;
  readonly text: string;
}

/**
 * What is special about a request. Texts may hold placeholders such as `{{user.username}}` (target.ts) and
 * `{{caller.identityToken}}` (actors.ts); in a body and in a path they are encoded as their place asks for.
 */
export interface RequestFacts {
  /** Method and path below `/api` in the place of the operation's own: `DELETE /sessions`. */
  readonly line?: string;
  /** Values of the parameters in the path. */
  readonly path?: Readonly<Record<string, string>>;
  /** Puts a slash behind the path. */
  readonly slash?: true;
  /** What stands behind `?`, as it is. An empty one sends the question mark alone. */
  readonly query?: string;
  /** A list sends the header several times. */
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly proof?: ProofChoice;
  /** Sends every header of the answer that opened this actor's session. */
  readonly replaysHeadersOf?: string;
  readonly body?: Body;
  /** By default the jar where the operation goes by the cookie, else none. */
  readonly cookie?: CookieChoice;
  /** By default the jar where the operation goes by the token, else none. */
  readonly token?: TokenChoice;
}

/** Exactly this text, a text that matches, or no such header at all. */
export type HeaderMatcher = string | { readonly matches: string } | null;

/** What must come back, beside everything that the document says of the operation. Texts may hold placeholders. */
export interface Expected {
  readonly status: number;
  /** In the spelling of the wire. */
  readonly code?: string;
  /** Null: there must be none. */
  readonly iServerCode?: number | null;
  /** The whole message. */
  readonly message?: string;
  readonly messageIncludes?: string;
  readonly headers?: Readonly<Record<string, HeaderMatcher>>;
  /** Members that the body must have. Lists are compared element by element. */
  readonly body?: unknown;
  /** All members that the body, or each element of it, has. */
  readonly members?: readonly string[];
}

/** What must hold before an exchange. The exchange itself is sent by `caller`; `other` is somebody beside it. */
export type Need =
  | 'nothing'
  | 'session'
  | 'guest session'
  | 'project session'
  | 'session of each'
  | 'API token'
  | 'no API token'
  | 'session by API token'
  | 'session beside a colleague'
  | 'administrator'
  | 'administrator beside sessions'
  | 'identity token'
  | 'identity token for a challenge'
  | 'used identity token'
  | 'delegated session'
  | 'ended session'
  | 'project taken by the other';

/** One request to one operation, what must hold before it, and what must come back. */
export interface Exchange {
  readonly id: string;
  /** A sentence about behaviour. */
  readonly title: string;
  readonly operation: Asked;
  readonly level: Level;
  readonly client?: ClientName;
  /** The settings under which it holds; by default any. */
  readonly with?: SettingsWanted;
  readonly needs: Need;
  readonly request: RequestFacts;
  readonly expect: Expected;
}
