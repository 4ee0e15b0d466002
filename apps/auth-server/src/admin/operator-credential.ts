/** The operator: who holds the credential in the configuration, which is no account. Source: docs/protocol Q24, RFC 7617. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Audit } from '../audit/audit.js';
import type { From } from '../audit/audit-event.js';
import { Problem } from '../errors/problem.js';
import type { Throttle } from '../guessing/throttle.js';

/** Name and password, by HTTP Basic. */
export interface Credential {
  readonly username: string;
  readonly password: string;
}

const challenge = 'Basic realm="administration", charset="UTF-8"';
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Lets in who sends the credential. Wrong ones are counted and slowed down like passwords at a login. */
export class OperatorCredential {
  /** Of this process alone, so that what is kept of the credential is of no use elsewhere. */
  readonly #key = randomBytes(32);
  readonly #expected: Buffer | undefined;

  /**
   * @param credential undefined: there is no operator
   * @param throttle undefined: guessing is not slowed down
   */
  constructor(
    credential: Credential | undefined,
    private readonly audit: Audit,
    private readonly throttle: Throttle | undefined,
  ) {
    this.#expected = credential && this.#digest(credential);
  }

  /**
   * @param authorization the header of this name
   * @returns the name of the operator
   * @throws Problem notFound where there is no operator, operatorUnknown, tooManyRequests
   */
  async check(authorization: string | undefined, from: From): Promise<string> {
    const expected = this.#expected;
    if (expected === undefined) throw new Problem('notFound');
    const sent = credentialIn(authorization);
    if (sent === undefined) throw refused();
    const operator = sent.username;
    try {
      await this.#judge(operator, from.ip, () => timingSafeEqual(this.#digest(sent), expected));
    } catch (error) {
      if (error instanceof Problem)
        this.audit.record({ event: 'operatorRefused', operator, ...reasonOf(error), ...from });
      throw error;
    }
    this.audit.record({ event: 'operatorAdmitted', operator, ...from });
    return operator;
  }

  async #judge(name: string, ip: string, isRight: () => boolean): Promise<void> {
    const judge = () => (isRight() ? Promise.resolve() : Promise.reject(refused()));
    return this.throttle === undefined ? judge() : this.throttle.guard({ realm: 'operator', name, ip }, judge);
  }

  /** Of one length, so that comparing takes the same time whatever was sent. */
  #digest({ username, password }: Credential): Buffer {
    return createHmac('sha256', this.#key)
      .update(JSON.stringify([username, password]))
      .digest();
  }
}

/** Undefined where there is none that could be read. The name ends at the first colon (RFC 7617 section 2). */
function credentialIn(authorization = ''): Credential | undefined {
  const encoded = /^basic +([A-Za-z0-9+/]+={0,2})$/i.exec(authorization)?.[1];
  if (encoded === undefined) return undefined;
  try {
    const text = utf8.decode(Buffer.from(encoded, 'base64'));
    const colon = text.indexOf(':');
    return colon < 0 ? undefined : { username: text.slice(0, colon), password: text.slice(colon + 1) };
  } catch {
    return undefined;
  }
}

function reasonOf({ kind, headers }: Problem): { readonly reason: string; readonly retryAfterSeconds?: number } {
  return kind === 'tooManyRequests'
    ? { reason: kind, retryAfterSeconds: Number(headers?.['retry-after']) }
    : { reason: kind };
}

function refused(): Problem {
  return new Problem('operatorUnknown', { headers: { 'www-authenticate': challenge } });
}
