import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The layout that this version reads and writes. A later version migrates older ones; none is older yet. */
const currentFormat = 1;
const formatFile = 'FORMAT';
const secretFile = 'identity-token.key';

/** The folder in which the server keeps what must outlive it. */
export class DataDirectory {
  readonly path: string;

  private constructor(path: string) {
    this.path = path;
  }

  /**
   * Opens the folder, or makes it (readable by its owner only).
   * @throws Error if it holds something else, or the layout of a newer version
   */
  static open(path: string): DataDirectory {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    const marker = join(path, formatFile);
    if (!existsSync(marker)) {
      if (readdirSync(path).length > 0) {
        throw new Error(`dataDirectory ${path} holds files that are not ours (there is no ${formatFile} among them)`);
      }
      writeWhole(marker, `${currentFormat}\n`);
    }
    const format = Number(readFileSync(marker, 'utf8').trim());
    if (!Number.isInteger(format) || format < 1) throw new Error(`${marker} does not hold a format version`);
    if (format > currentFormat) {
      throw new Error(
        `dataDirectory ${path} has format ${format}, but this version knows only ${currentFormat}: use a newer version`,
      );
    }
    return new DataDirectory(path);
  }

  /** Path of the database of users, where they are in this folder. */
  static usersFileIn(path: string): string {
    return join(path, 'users.sqlite');
  }

  /** Path of the database of audit events, where they are in this folder. */
  static auditFileIn(path: string): string {
    return join(path, 'audit.sqlite');
  }

  /** Folder of the sessions. */
  get sessionsFolder(): string {
    return join(this.path, 'sessions');
  }

  /** Folder of the counters of failed logins. */
  get guessingFolder(): string {
    return join(this.path, 'guessing');
  }

  /** The key that signs identity tokens: made at the first start and kept, so that a restart invalidates none. */
  identityTokenSecret(): string {
    const file = join(this.path, secretFile);
    if (!existsSync(file)) writeWhole(file, `${randomBytes(66).toString('base64')}\n`);
    const secret = readFileSync(file, 'utf8').trim();
    if (secret.length < 32) throw new Error(`${file} holds no usable key: remove it to have a new one made`);
    return secret;
  }
}

/** All or nothing: a crash or a full disk leaves no half file under the final name. */
function writeWhole(file: string, text: string): void {
  const part = `${file}.part`;
  writeFileSync(part, text, { mode: 0o600, flush: true });
  if (readFileSync(part, 'utf8') !== text) throw new Error(`${part} was not written completely: is the disk full?`);
  chmodSync(part, 0o600);
  renameSync(part, file);
}
