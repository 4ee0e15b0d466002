import type { components, Door, ErrorKind } from '@mstr-rest/protocol';
import type { Strategy } from 'passport';
import type { Logger } from 'pino';
import type { z } from 'zod';
import type { Audit } from '../audit/audit.js';
import type { From } from '../audit/audit-event.js';
import type { Clock } from '../clock/clock.js';
import type { SourceSession } from '../engine-sessions/engine-session.js';
import type { ApiTokens } from '../tokens/api-token.js';
import type { IdentityTokens } from '../tokens/identity-token.js';
import type { Passwords } from '../users/passwords/passwords.js';
import type { UserDirectory } from '../users/user-directory.js';
import type { ModeRoute, PostedForm } from './mode-route.js';

export type * from './mode-route.js';

/** One way of proving who you are. */
export interface LoginMode {
  /** What a caller sends as loginMode. */
  readonly id: number;
  /** Its folder, and its key below `auth` in the configuration. */
  readonly name: string;
  /** The routes that may ask for it. */
  readonly doors: readonly Door[];
  /** Is the field `username` a name, which the audit may show? In some modes it is a secret, so only who says so is believed. */
  readonly usernameIsName?: true;
  /** Does it rest on a secret that can be guessed, so that failures are counted and slowed down? By default as `usernameIsName`. */
  readonly guessable?: boolean;
  /**
   * How the login page offers it, where its door is `login`: by a form for name and password, or by a button alone. Absent:
   * not at all.
   */
  readonly onPage?: 'password' | 'button';
  /** The form of its settings, where it has any, for the published JSON Schema of the configuration. */
  readonly settings?: z.ZodType;
  /**
   * Checks its own settings (the value of `auth.<name>`, undefined where there is none) before the server starts.
   * @throws Error that says which setting is wrong and what was expected
   */
  configure(settings: unknown): OpenStrategy;
}

/** Makes the Passport strategy of a mode, and connects to nothing yet: the mode may be off. Called once a server. */
export type OpenStrategy = (lent: Lent) => OpenedMode;

/** A mode at work. */
export interface OpenedMode {
  readonly strategy: Strategy;
  /** Where its identities come from another source: who of them gets in. Absent: they are of our own directory. */
  readonly admission?: Admission;
  /** Headers of a request that only this mode may see, and only from whom it believes them. */
  readonly guarded?: GuardedHeaders;
  /** Where there are several to choose from: the sources that vouch for people, the first by default. */
  readonly sources?: readonly Source[];
  /** Addresses of its own below the context, where its source and browsers reach it. */
  readonly routes?: readonly ModeRoute[];
  /** What its settings make less safe than it could be, for the log at start. */
  readonly warnings?: readonly string[];
  /**
   * Where a browser whose session has ended here goes so that it ends at the source too; undefined: nowhere. Asked for
   * sessions whose identity had a `sourceSession`.
   */
  logoutAddress?(source: SourceSession): Promise<URL | PostedForm | undefined>;
  /** What programs that are no browser have to know before they come to the door `native`. */
  nativeSources?(): Promise<readonly NativeSource[]>;
  /** Frees what it holds, such as connections. */
  close?(): Promise<void>;
}

/** One of the sources of a mode, such as an identity provider. */
export interface Source {
  /** As callers name it: the parameter `source` of the login page. */
  readonly name: string;
  /** For people. */
  readonly title: string;
}

/** What a mode finds as the body of the evidence at the door `browser`. */
export type BrowserEvidence =
  /** The browser is to be sent to the source. */
  | { readonly kind: 'start'; readonly pending: PendingLogin }
  /** It is back. `parameters` is the query of the return route; none of them twice. */
  | {
      readonly kind: 'return';
      readonly pending: PendingLogin;
      readonly parameters: Readonly<Record<string, string>>;
      /** What a `DeliveryRoute` has delivered for it, once. */
      readonly delivered: string | undefined;
    };

/** What a mode finds as the body of the evidence at the door `native`. */
export interface NativeEvidence {
  readonly kind: 'tokens';
  /** The client of the source that the program is. */
  readonly clientId: string;
  readonly idToken: string;
  readonly accessToken: string | undefined;
}

/** A source, as the answer of `GET /config/oidc/native` has it. */
export type NativeSource = components['schemas']['OidcNativeProvider'];

/** A login that goes through other pages. Bound to the browser that began it, for minutes, and for one return. */
export interface PendingLogin {
  /** To be sent along: opaque, random, safe in an address. */
  readonly id: string;
  /** The name of the source that was chosen; undefined: none was. */
  readonly source: string | undefined;
  /** A value that only this server can make of this login, and makes again at the return: 43 characters of base64url. */
  derive(label: string): string;
}

/** Headers that say who somebody is, so that whoever could send them could be anybody (decision 10). */
export interface GuardedHeaders {
  /** Their names, in lower case. */
  readonly headers: readonly string[];
  /** Why they are not believed in this request, for the audit; undefined where they are. */
  distrust(evidence: Evidence): string | undefined;
}

/** How somebody whom another source vouches for becomes a user of ours. An identity that is linked already always does. */
export interface Admission {
  /** Links a new identity to the account with its login name, save the administrator's and the guest's. */
  readonly linkByLoginName: boolean;
  /** Makes an account for an identity that has none, where nobody has its login name. */
  readonly importUsers: boolean;
  /** Which groups of the source count: none, those that exist here by the same name, or all, which are made as needed. */
  readonly groups: 'none' | 'existing' | 'import';
}

/** What the server lends to a login mode. Each further thing needs a decision record. */
export interface Lent {
  readonly users: UserDirectory;
  readonly passwords: Passwords;
  readonly identityTokens: IdentityTokens;
  readonly apiTokens: ApiTokens;
  readonly clock: Clock;
  readonly audit: Audit;
  /** For whoever runs the server: what goes wrong where no caller waits for it (decision 22). Never a secret. */
  readonly log: Pick<Logger, 'info' | 'warn'>;
  /** Where browsers reach the server, with the context path and without a slash at the end. */
  readonly publicUrl: () => string;
  readonly sourceSessions: SourceSessions;
}

/** The sessions that a mode has opened, and what it may remember for all nodes (decision 14). */
export interface SourceSessions {
  /** Ends those that are meant, by what is known of them at the source. */
  end(isMeant: (source: SourceSession) => boolean, from: From): Promise<void>;
  /** Notes the use of what may be used once, until this moment of `Clock.monotonic()`. @returns whether this was the first */
  useOnce(oneUse: { readonly id: string; readonly until: number }): Promise<boolean>;
  /** Keeps a text for whoever asks with the handle. */
  park(handle: string, text: string, lifetimeMs: number): Promise<void>;
  /** Hands out what was parked, once. */
  takeParked(handle: string): Promise<string | undefined>;
}

/** What a caller brings. A plain view of the request: a strategy never sees the reply, and gets no query. */
export interface Evidence {
  /** The parsed request of the door: `LoginRequest` or `DelegateRequest` of the protocol. */
  readonly body: unknown;
  /** By their names in lower case; a list where the request has the header several times. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly method: string;
  readonly url: string;
  /** Where the request comes from, as the trusted proxies in front have it: for the audit and for counting failures. */
  readonly ip: string;
  /** Address of the socket, whatever X-Forwarded-For says: whom to believe. */
  readonly peer: string;
  /** By which the log and the audit name the request. */
  readonly requestId?: string;
}

/** What the evidence says. Not yet a user of ours, and not a session. */
export interface Identity {
  /** Who vouches for it: `standard` for our own directory, else the name of the mode and its source. */
  readonly issuer: string;
  /** The issuer's own, stable name for this person. Of our own directory: the user's id. */
  readonly subject: string;
  /** What another source says of the person. */
  readonly profile?: Profile;
  /** Set where the evidence counts once. `until`, a moment of `Clock.monotonic()`: then it counts no more anyway. */
  readonly oneUse?: { readonly id: string; readonly until: number };
  /** Set where the source keeps a session too, whose end is to be known here: which source, and what it knows of it. */
  readonly sourceSession?: Pick<SourceSession, 'name' | 'id' | 'note'>;
  /** Set where the attempt has changed the password: sessions that the former one opened must end. */
  readonly passwordChanged?: true;
  /** The server's own proof to the caller, where the mode has one: the value of `WWW-Authenticate` of the answer. */
  readonly serverProof?: string;
  /**
   * Asked once the session is open, where the evidence can be taken back meanwhile: a rejection ends the session again.
   */
  readonly confirm?: () => Promise<Rejection | undefined>;
  /** Set by delegation: the session to share, and the single use of its identity token. */
  readonly shares?: {
    readonly sessionKey: string;
    readonly oneUse: { readonly id: string; readonly until: number } | undefined;
  };
}

/** What another source knows of a person. What it does not say is left as it was. */
export interface Profile {
  readonly loginName: string;
  readonly fullName?: string;
  readonly email?: string;
  /** Names of groups, nested ones included where the source offers them. */
  readonly groups?: readonly string[];
}

/** What a strategy passes to `fail()` when the caller is not who he says, with the row of the catalogue to answer. */
export interface Rejection {
  readonly problem: ErrorKind;
  /** The real reason, where `problem` hides it: for the audit, and for the caller where `errors.detailedLogin` is set. */
  readonly actually?: ErrorKind;
  /** Replaces the catalogue's message. */
  readonly message?: string;
  /** How the caller can prove who he is: the value of `WWW-Authenticate` (RFC 9110 section 11.6.1). */
  readonly challenge?: string;
  /** What exactly was wrong, in words of ours: for the audit. */
  readonly detail?: string;
  /** What went wrong, for the log. */
  readonly cause?: unknown;
}

/** How an attempt ended. */
export type Verdict =
  | { readonly kind: 'identified'; readonly identity: Identity }
  | { readonly kind: 'rejected'; readonly rejection: Rejection; readonly challenge: string | undefined }
  | {
      readonly kind: 'redirected';
      readonly location: string;
      /** What the browser brings there as a form; undefined: it goes there by a redirect. */
      readonly form: Readonly<Record<string, string>> | undefined;
    };
