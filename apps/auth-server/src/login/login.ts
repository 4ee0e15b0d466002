import type { Door } from '@mstr-rest/protocol';
import type { Audit } from '../audit/audit.js';
import type { From } from '../audit/audit-event.js';
import type { SessionSettings } from '../engine-sessions/engine-session.js';
import { Problem } from '../errors/problem.js';
import type { Clock } from '../clock/clock.js';
import type { LoginMetrics, LoginResult } from '../metrics/login-metrics.js';
import type { Throttle } from '../guessing/throttle.js';
import type { Evidence, Identity, LoginMode, Rejection, Verdict } from '../login-modes/login-mode.js';
import type { AccessWatch } from '../sessions/access-endings.js';
import type { Opened, Sessions } from '../sessions/sessions.js';
import type { Credentials } from '../tokens/auth-token.js';
import type { User } from '../users/user.js';
import type { EnabledModes } from './enabled-modes.js';
import type { Recognition } from './recognition.js';

/** What a door asks for. */
export interface LoginAttempt {
  readonly door: Door;
  /** As the caller sent it; undefined where he left it out. */
  readonly loginMode: number | undefined;
  /** The field `username`, for the audit: shown only where the mode says that it is a name. */
  readonly username: string | undefined;
  readonly settings: SessionSettings;
  readonly evidence: Evidence;
}

/** What a login hands to the caller. */
export interface LoggedIn extends Credentials {
  /** The server's own proof, where the mode has one: the value of `WWW-Authenticate`. */
  readonly serverProof: string | undefined;
}

/** The caller has to prove himself elsewhere, and will be sent back from there. */
export interface Redirected {
  readonly location: string;
  /** What the browser brings there as a form; undefined: it goes there by a redirect. */
  readonly form: Readonly<Record<string, string>> | undefined;
}

/** How logins are answered (docs/protocol Q9 and Q11). */
export interface LoginRules {
  /** Is the caller told the real reason of a refusal, such as that there is no such user? */
  readonly detailed: boolean;
  /** The only values of `applicationType` that a login may have; undefined: any. */
  readonly applicationTypes: readonly number[] | undefined;
}

/** Where logins are counted and measured. */
export interface LoginWatch {
  readonly logins: LoginMetrics;
  readonly clock: Clock;
}

/** The whole of logging in: evidence → verdict → identity → user → session. */
export class Login {
  readonly #modes: EnabledModes;
  readonly #recognition: Recognition;
  readonly #sessions: Sessions;
  readonly #audit: Audit;
  readonly #rules: LoginRules;
  readonly #throttle: Throttle | undefined;
  readonly #hearEndings: () => Promise<void>;
  readonly #metrics: LoginWatch | undefined;

  /**
   * @param throttle undefined: guessing is not slowed down
   * @param hearEndings once it resolves, whoever has lost his access by another process is known to the sessions
   */
  constructor(
    modes: EnabledModes,
    recognition: Recognition,
    sessions: Sessions,
    audit: Audit,
    rules: LoginRules,
    throttle: Throttle | undefined,
    hearEndings: () => Promise<void>,
    metrics?: LoginWatch,
  ) {
    this.#modes = modes;
    this.#recognition = recognition;
    this.#sessions = sessions;
    this.#audit = audit;
    this.#rules = rules;
    this.#throttle = throttle;
    this.#hearEndings = hearEndings;
    this.#metrics = metrics;
  }

  /**
   * @returns the credentials of a new session
   * @throws Problem whatever kept the caller out
   */
  async logIn(attempt: LoginAttempt): Promise<LoggedIn> {
    const outcome = await this.begin(attempt);
    if ('location' in outcome)
      throw new Error(`login mode ${attempt.loginMode} redirects, though no page asked for it`);
    return outcome;
  }

  /** As `logIn`, for a browser: it may be sent elsewhere first. */
  async begin(attempt: LoginAttempt): Promise<LoggedIn | Redirected> {
    const { evidence } = attempt;
    const from = { ip: evidence.ip, requestId: evidence.requestId };
    const startedAt = this.#metrics?.clock.monotonic() ?? 0;
    let result: LoginResult = 'failed';
    let mode: LoginMode | undefined;
    let identity: Identity | undefined;
    const watch = this.#sessions.watchAccess();
    for (const distrusted of this.#modes.distrustedHeaders(evidence)) {
      this.#audit.record({ event: 'trustedHeaderRefused', ...distrusted, ...from });
    }
    try {
      // Whose access was ended before: a login that begins now goes by what there is after that, such as the new password.
      await this.#hearEndings();
      watch.begin();
      mode = await this.#modes.pick(attempt.door, attempt.loginMode);
      this.#checkApplicationType(attempt.settings);
      const proof = await this.#prove(mode, attempt);
      if ('location' in proof) {
        result = 'redirected';
        return proof;
      }
      identity = proof;
      await this.#useOnce(identity);
      const user = await this.#recognition.userOf(identity, this.#modes.admissionOf(mode));
      if (identity.passwordChanged) await this.#endFormerSessions(user, watch, from);
      const { credentials, sessionId } = await this.#openSession(identity, user, mode.id, attempt);
      await this.#confirm(identity, sessionId);
      await this.#refuseAfterEnding(watch, user.id, sessionId);
      const opened = { userId: user.id, loginName: user.loginName, sessionId, ...from };
      if (identity.shares === undefined) this.#audit.record({ event: 'login', loginMode: mode.id, ...opened });
      else this.#audit.record({ event: 'delegation', ...opened });
      result = 'accepted';
      return { ...credentials, serverProof: identity.serverProof };
    } catch (error) {
      const { loginMode, username } = attempt;
      const loginName = (mode?.usernameIsName ? username : undefined) ?? identity?.profile?.loginName;
      // Whom another source names is not yet one of ours.
      const userId = identity?.profile === undefined ? identity?.subject : undefined;
      result = resultOf(error);
      const reason = error instanceof Problem ? error.actually : 'internal';
      const detail = error instanceof Problem ? error.detail : undefined;
      const retryAfterSeconds = secondsToWait(error);
      if (retryAfterSeconds === undefined) {
        this.#audit.record({ event: 'loginRefused', loginMode, loginName, userId, reason, detail, ...from });
      } else {
        this.#audit.record({ event: 'loginThrottled', loginMode, loginName, retryAfterSeconds, ...from });
      }
      throw error;
    } finally {
      watch.close();
      this.#metrics?.logins.ended(mode?.name, result, this.#metrics.clock.monotonic() - startedAt);
    }
  }

  /** Who it is. Where that rests on a secret that can be guessed, whoever was wrong too often has to wait. */
  #prove(mode: LoginMode, { door, username, evidence }: LoginAttempt): Promise<Identity | Redirected> {
    const prove = async () => this.#decided(await this.#modes.judge(mode, evidence), door);
    const { usernameIsName = false, guessable = usernameIsName } = mode;
    if (this.#throttle === undefined || !guessable) return prove();
    return this.#throttle.guard({ realm: mode.name, name: username ?? '', ip: evidence.ip }, prove);
  }

  #checkApplicationType({ applicationType }: SessionSettings): void {
    const { applicationTypes: allowed } = this.#rules;
    if (allowed === undefined || allowed.includes(applicationType)) return;
    // A real client looks for these two words, and then tries the type of the Web.
    const message = `constraint violations: applicationType must be one of ${allowed.join(', ')}`;
    throw new Problem('inputInvalid', { message });
  }

  #decided(verdict: Verdict, door: Door): Identity | Redirected {
    if (verdict.kind === 'identified') return verdict.identity;
    if (verdict.kind === 'redirected') {
      if (door !== 'browser') throw new Problem('loginModeAtWrongDoor');
      return { location: verdict.location, form: verdict.form };
    }
    throw this.#refusal(verdict.rejection, verdict.challenge);
  }

  #refusal({ problem, actually = problem, message, detail, cause }: Rejection, challenge?: string): Problem {
    return new Problem(this.#rules.detailed ? actually : problem, {
      actually,
      cause,
      ...(detail === undefined ? {} : { detail }),
      ...(message === undefined ? {} : { message }),
      ...(challenge === undefined ? {} : { headers: { 'www-authenticate': challenge } }),
    });
  }

  async #useOnce({ oneUse }: Identity): Promise<void> {
    if (oneUse === undefined || (await this.#sessions.useOnce(oneUse))) return;
    throw new Problem('providerAnswerRefused', { detail: 'it was used before' });
  }

  /** Evidence that was taken back while the session was being opened, or that nobody can vouch for, opens none. */
  async #confirm({ confirm }: Identity, sessionId: string): Promise<void> {
    if (confirm === undefined) return;
    try {
      const rejection = await confirm();
      if (rejection !== undefined) throw this.#refusal(rejection);
    } catch (error) {
      await this.#sessions.endEngine(sessionId, 'withdrawn');
      throw error;
    }
  }

  /** Who was disabled or given another password while he logged in got in by what counts no more. */
  async #refuseAfterEnding(watch: AccessWatch, userId: string, sessionId: string): Promise<void> {
    try {
      // Who ends access later finds this session; who did so before has written it down.
      await this.#hearEndings();
      if (watch.saw(userId)) throw new Problem('wrongCredentials');
    } catch (error) {
      await this.#sessions.endEngine(sessionId, 'withdrawn');
      throw error;
    }
  }

  async #endFormerSessions(user: User, watch: AccessWatch, from: From): Promise<void> {
    let sessionsEnded: number | undefined;
    try {
      sessionsEnded = await this.#sessions.endAccessOf(user.id, { login: watch });
    } finally {
      this.#audit.record({ event: 'passwordChanged', userId: user.id, sessionsEnded, ...from });
    }
  }

  async #openSession(identity: Identity, user: User, loginMode: number, attempt: LoginAttempt): Promise<Opened> {
    const { settings, evidence } = attempt;
    if (identity.shares === undefined) {
      const { id, loginName, fullName, initials, metadataUser } = user;
      const sessionUser = { id, loginName, fullName, initials, metadataUser };
      const { issuer, subject, sourceSession } = identity;
      const source = sourceSession === undefined ? {} : { source: { issuer, subject, ...sourceSession } };
      return this.#sessions.open({ user: sessionUser, loginMode, settings, ip: evidence.ip, ...source });
    }
    const opened = await this.#sessions.share(identity.shares.sessionKey, identity.shares.oneUse);
    if (opened === undefined) throw new Problem('identityTokenInvalid');
    return opened;
  }
}

function resultOf(error: unknown): LoginResult {
  if (!(error instanceof Problem)) return 'failed';
  if (error.kind === 'tooManyRequests') return 'throttled';
  return error.row.status >= 500 ? 'failed' : 'refused';
}

/** Of an attempt that came too early after too many failures; of any other error undefined. */
function secondsToWait(error: unknown): number | undefined {
  if (!(error instanceof Problem) || error.kind !== 'tooManyRequests') return undefined;
  return Number(error.headers?.['retry-after']);
}
