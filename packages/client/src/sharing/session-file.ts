import { createHash, randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { open, readFile, rename, stat, unlink, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import type { Clock } from '../clock.js';

const lockedAtMostMs = 6 * 60_000;
const lookEveryMs = 50;

/** A file with one text that only its owner can read, and that one process at a time replaces. */
export class SessionFile {
  readonly #path: string;
  readonly #clock: Clock;

  constructor(path: string, clock: Clock) {
    this.#path = path;
    this.#clock = clock;
  }

  /**
   * @returns undefined where there is none
   * @throws {Error} for a file that is not this user's own, or that others can read or write
   */
  async read(): Promise<string | undefined> {
    const file = await open(this.#path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0)).catch(unlessMissing);
    if (file === undefined) return undefined;
    try {
      const { mode, uid } = await file.stat();
      // Windows knows no such bits.
      if (process.getuid && (uid !== process.getuid() || (mode & 0o077) !== 0)) {
        throw new Error(
          `${this.#path} has a session in it that others can get at: log out, and remove it or chmod 600 it`,
        );
      }
      return (await file.readFile('utf8')).trim();
    } finally {
      await file.close();
    }
  }

  /** Puts a text in the place of what is there, in one step. */
  async write(text: string): Promise<void> {
    const temporary = `${this.#path}.${randomUUID()}.tmp`;
    try {
      await writeFile(temporary, `${text}\n`, { flag: 'wx', mode: 0o600, flush: true });
      await rename(temporary, this.#path);
    } catch (error) {
      await unlink(temporary).catch(() => undefined);
      throw error;
    }
  }

  /**
   * Does something that replaces `seen`, unless another process does or has done so. Each content has locks of its own, one
   * after another: that of a process that died is not removed but followed by the next, so that no two take it over.
   *
   * @returns false where the content is another one now
   */
  async replacing(seen: string | undefined, work: () => Promise<void>): Promise<boolean> {
    const lock = `${this.#path}.${createHash('sha256').update(`${seen}`).digest('hex').slice(0, 16)}`;
    const own = JSON.stringify({ pid: process.pid, host: hostname() });
    let count = 0;
    for (let taken = false; !taken;) {
      if ((await this.read()) !== seen) return false;
      taken = await writeFile(`${lock}.${count}.lock`, own, { flag: 'wx', mode: 0o600 }).then(() => true, unlessThere);
      if (taken) continue;
      if (await this.#isLeft(`${lock}.${count}.lock`)) count += 1;
      else await new Promise<void>((resolve) => this.#clock.after(lookEveryMs, resolve));
    }
    try {
      // Between the look and the lock another one may have been through.
      if ((await this.read()) !== seen) return false;
      await work();
      return true;
    } finally {
      for (; count >= 0; count -= 1) await unlink(`${lock}.${count}.lock`).catch(() => undefined);
    }
  }

  /** Has the process died that took this lock, or does it take too long? */
  async #isLeft(lock: string): Promise<boolean> {
    try {
      const { mtimeMs } = await stat(lock);
      if (this.#clock.now() - mtimeMs > lockedAtMostMs) return true;
      const { pid, host } = JSON.parse(await readFile(lock, 'utf8')) as {
        readonly pid?: unknown;
        readonly host?: unknown;
      };
      return host === hostname() && typeof pid === 'number' && !isAlive(pid);
    } catch {
      return false; // it is gone, or not yet written
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) !== 'ESRCH';
  }
}

function unlessMissing(error: unknown): undefined {
  if (codeOf(error) !== 'ENOENT') throw error;
}

function unlessThere(error: unknown): false {
  if (codeOf(error) !== 'EEXIST') throw error;
  return false;
}

function codeOf(error: unknown): unknown {
  return (error as { readonly code?: unknown }).code; // of the system
}
