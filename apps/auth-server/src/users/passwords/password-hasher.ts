/** Argon2id for passwords (RFC 9106), computed beside the event loop. */
import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { parseOptions } from '@node-rs/argon2';
import type { HashingWatch } from './hashing-watch.js';
import { HashingThreads, type HashingCost, type HashingTask } from './hashing-threads.js';

/** Cost and queue. The default cost is a recommendation of the OWASP Password Storage Cheat Sheet. */
export interface PasswordHashingOptions {
  /** Memory of one hash, in KiB; 19,456 by default. */
  readonly memoryKiB?: number | undefined;
  /** 2 by default. */
  readonly iterations?: number | undefined;
  /** Lanes of one hash; 1 by default. */
  readonly parallelism?: number | undefined;
  /** How many hashes are computed at a time; one a core by default. */
  readonly threads?: number | undefined;
  /** How many may wait for a thread, further ones being refused with 503; 256 by default. */
  readonly maxQueued?: number | undefined;
  /**
   * How many requests of those who are logged in were served so far. While it grows, one of several threads rests, so that
   * many logins at once do not slow these requests. By default no thread ever rests.
   */
  readonly served?: (() => number) | undefined;
  readonly watch?: HashingWatch | undefined;
}

const workerBesideThisFile = new URL('./argon2-worker.mjs', import.meta.url);

/**
 * Hashes and verifies. Every method that computes throws the problem `serviceUnavailable` when too many are waiting,
 * when the computing thread dies, and once the hasher is closed.
 */
export class PasswordHasher {
  readonly #cost: HashingCost;
  readonly #threads: HashingThreads;
  /** A hash of no password. Verifying against it costs what verifying against a hash made today costs. */
  readonly #nobody: string;
  #hashCalls = 0;

  /** @param workerFile where `argon2-worker.mjs` lies, for who bundles the server into one file */
  constructor(options: PasswordHashingOptions = {}, workerFile: URL = workerBesideThisFile) {
    const { memoryKiB = 19_456, iterations = 2, parallelism = 1 } = options;
    const { threads = availableParallelism(), maxQueued = 256, served, watch } = options;
    this.#cost = { memoryKiB, iterations, parallelism };
    this.#threads = new HashingThreads({ cost: this.#cost, threads, maxQueued, workerFile, served, watch });
    this.#nobody = hashOfNothing(this.#cost);
  }

  /** How many Argon2 computations were accepted so far. Equal numbers mean equal time, which tests can count. */
  get hashCalls(): number {
    return this.#hashCalls;
  }

  /** @returns the hash of a password with a fresh salt, in the PHC string format */
  async hash(password: string): Promise<string> {
    const hash = await this.#compute({ kind: 'hash', password });
    if (typeof hash !== 'string') throw new Error('The hashing thread gave no hash');
    return hash;
  }

  /** @throws Error for a stored hash that is no Argon2 hash: that is a damaged directory and not a wrong password */
  async verify(hash: string, password: string): Promise<boolean> {
    return (await this.#compute({ kind: 'verify', hash, password })) === true;
  }

  /** Costs what `verify` costs: for a login name that nobody has. */
  async verifyNobody(password: string): Promise<false> {
    await this.#compute({ kind: 'verify', hash: this.#nobody, password });
    return false;
  }

  /**
   * Was the hash made at another cost than today's?
   * @throws Error for what is no Argon2 hash
   */
  needsRehash(hash: string): boolean {
    const { memoryKiB, iterations, parallelism } = this.#cost;
    const made = parseOptions(hash);
    return !(
      hash.startsWith('$argon2id$v=19$') &&
      made.memoryCost === memoryKiB &&
      made.timeCost === iterations &&
      made.parallelism === parallelism
    );
  }

  /**
   * Is one of these words, in lower case, among the passwords that many people use? Looked up in the threads: reading the
   * list would hold up the event loop.
   */
  async isAnyCommon(words: readonly string[]): Promise<boolean> {
    return (await this.#threads.run({ kind: 'find', words })) === true;
  }

  /** Ends the threads. Who is still waiting is refused. */
  async close(): Promise<void> {
    await this.#threads.close();
  }

  #compute(task: HashingTask): Promise<string | boolean> {
    const answer = this.#threads.run(task);
    this.#hashCalls += 1;
    return answer;
  }
}

/** A well-formed hash without a password: random bytes stand where the result of Argon2 would. */
function hashOfNothing({ memoryKiB, iterations, parallelism }: HashingCost): string {
  const random = (bytes: number) => randomBytes(bytes).toString('base64').replaceAll('=', '');
  return `$argon2id$v=19$m=${memoryKiB},t=${iterations},p=${parallelism}$${random(16)}$${random(32)}`;
}
