import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Problem } from '../../errors/problem.js';
import { loadKerberosPackage, useKeytab, type KerberosPackage } from './kerberos-package.js';
import { principalsIn } from './keytab.js';
import { parsePrincipal } from './principal.js';
import type { KerberosSettings } from './settings.js';
import { beginsWithKerberos, isComplete } from './spnego.js';

/** Somebody who holds a ticket for this service. */
export interface Accepted {
  /** The whole principal: `ann@EXAMPLE.COM`. */
  readonly principal: string;
  /** The server's own proof that it holds the keys, in base64. */
  readonly proof: string;
}

/** A check reads two files at most: one that takes longer hangs. */
const deadlineMs = 5_000;
/** The library runs in a few threads that others need too: hanging checks must not queue up behind one another. */
const mostAtOnce = 64;

/** Checks tickets with the keys of this service. */
export class Acceptor {
  readonly #package: KerberosPackage;
  readonly #keytab: string;
  readonly #services: ReadonlySet<string>;
  readonly #maximumTokenBytes: number;
  #underWay = 0;

  /** @throws Error where package or keytab are missing, or the keytab has no key of the service */
  constructor({ keytab, servicePrincipals, maximumTokenBytes }: KerberosSettings) {
    this.#keytab = resolve(keytab);
    const known = servicesIn(this.#keytab);
    const keyless = servicePrincipals?.filter((service) => !known.includes(service)) ?? [];
    if (keyless.length > 0) throw new Error(`auth.kerberos.keytab: the file has no key of ${keyless.join(', ')}`);
    this.#services = new Set(servicePrincipals ?? known.filter((service) => service.startsWith('HTTP/')));
    if (this.#services.size === 0) throw new Error('auth.kerberos.keytab: the file has no key of an HTTP service');
    this.#package = loadKerberosPackage();
    useKeytab(this.#keytab);
    this.#maximumTokenBytes = maximumTokenBytes;
  }

  /** The realms of this service. */
  get realms(): readonly string[] {
    return [...new Set([...this.#services].map((service) => parsePrincipal(service)?.realm ?? ''))];
  }

  /**
   * @param sent what stands behind the word Negotiate
   * @throws Error that says why the token is refused
   * @throws Problem serviceUnavailable where the check itself fails
   */
  async accept(sent: string): Promise<Accepted> {
    const token = this.#tokenOf(sent);
    if (!beginsWithKerberos(token)) throw new Error('the token does not begin with Kerberos in SPNEGO');
    if (this.#underWay >= mostAtOnce) throw unavailable(new Error(`${mostAtOnce} checks are under way`));
    this.#underWay += 1;
    const checked = this.#check(sent).finally(() => (this.#underWay -= 1));
    return inTime(checked);
  }

  #tokenOf(sent: string): Buffer {
    if (sent.length > Math.ceil(this.#maximumTokenBytes / 3) * 4) throw new Error('the token is too long');
    const token = Buffer.from(sent, 'base64');
    // The library decodes by itself: it gets nothing that two readers could take for two things.
    if (token.length === 0 || token.toString('base64') !== sent) throw new Error('the token is not base64');
    return token;
  }

  async #check(token: string): Promise<Accepted> {
    const server = await this.#package.initializeServer('');
    let answer: string | null;
    try {
      answer = await server.step(token);
    } catch (error) {
      await this.#checkKeytab();
      throw error;
    }
    // The package does not look whether the library wants a second round. MIT's then names nobody, another may.
    if (answer === null || !isComplete(Buffer.from(answer, 'base64')))
      throw new Error('it is not complete in one round');
    const { username, targetName } = server;
    if (targetName === null || !this.#services.has(targetName)) {
      throw new Error(`the ticket is for another service: ${targetName}`);
    }
    if (username === null) throw new Error('the ticket names nobody');
    return { principal: username, proof: answer };
  }

  /** A keytab that has gone makes every ticket look wrong: that is not the callers' fault. */
  async #checkKeytab(): Promise<void> {
    try {
      const known = principalsIn(await readFile(this.#keytab));
      if ([...this.#services].some((service) => !known.includes(service))) throw new Error('keys are missing');
    } catch (error) {
      throw unavailable(error);
    }
  }
}

/** @throws Error that names the setting */
function servicesIn(keytab: string): readonly string[] {
  try {
    return principalsIn(readFileSync(keytab));
  } catch (error) {
    const unreadable = typeof error === 'object' && error !== null && 'code' in error;
    const reason = unreadable ? `cannot be read (${String(error.code)})` : 'is no keytab';
    throw new Error(`auth.kerberos.keytab: ${keytab} ${reason}`, { cause: error });
  }
}

function unavailable(cause: unknown): Problem {
  return new Problem('serviceUnavailable', {
    message: 'Kerberos tickets cannot be checked at the moment',
    headers: { 'retry-after': '5' },
    cause,
  });
}

function inTime<Result>(checked: Promise<Result>): Promise<Result> {
  return new Promise((settle, reject) => {
    const deadline = setTimeout(() => {
      reject(unavailable(new Error(`the Kerberos library did not answer within ${deadlineMs} ms`)));
    }, deadlineMs);
    checked.then(settle, reject).finally(() => clearTimeout(deadline));
  });
}
