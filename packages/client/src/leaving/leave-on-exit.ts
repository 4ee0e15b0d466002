import { writeSync } from 'node:fs';
import type { ClientEvents } from '../keeping/client-events.js';

/** What is known here of a client. */
interface Leaver {
  on<Name extends keyof ClientEvents>(name: Name, listener: (event: ClientEvents[Name]) => unknown): () => void;
  close(): Promise<void>;
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The clients that hold a session of their own, and whether others go on with it. Listeners are there while it has any. */
const held = new Map<Leaver, () => boolean>();

/**
 * Logs a client out when the program ends without `close()`: by a signal, an error that nobody catches, or because there
 * is nothing more to do. Then it ends as it would have. Where the program has a listener of its own for that signal or for
 * uncaught errors, it is left to it. `process.exit()` waits for nothing: there only a warning is left.
 *
 * @param isLent Do others go on with the session?
 */
export function leaveOnExit(client: Leaver, isLent: () => boolean): void {
  const release = (): void => {
    if (held.delete(client) && held.size === 0) uninstall();
  };
  client.on('loggedIn', () => {
    if (held.size === 0) install();
    held.set(client, isLent);
  });
  client.on('loggedOut', release);
  client.on('expired', ({ knownBy }) => {
    if (knownBy === 'server') release();
  });
}

function install(): void {
  // First, to be gone before others look who else is there.
  for (const signal of signals) process.prependListener(signal, onSignal);
  process.prependListener('uncaughtException', onUncaught);
  process.on('beforeExit', onIdle);
  process.on('exit', warn);
}

function uninstall(): void {
  for (const signal of signals) process.off(signal, onSignal);
  process.off('uncaughtException', onUncaught);
  process.off('beforeExit', onIdle);
  process.off('exit', warn);
}

function onSignal(signal: NodeJS.Signals): void {
  const others = process.listenerCount(signal) > 1;
  // Away from this signal for now: listeners such as those of signal-exit end the program only if they are alone.
  process.off(signal, onSignal);
  if (others) setImmediate(() => held.size > 0 && process.prependListener(signal, onSignal));
  else void leaveThen(() => process.kill(process.pid, signal));
}

function onUncaught(error: unknown): void {
  if (process.listenerCount('uncaughtException') > 1) return;
  void leaveThen(() =>
    setImmediate(() => {
      throw error;
    }),
  );
}

function onIdle(): void {
  void closeAll();
}

/** A second signal or error ends the program at once. */
async function leaveThen(end: () => unknown): Promise<void> {
  uninstall();
  await closeAll();
  end();
}

async function closeAll(): Promise<void> {
  const own = [...held].filter(([, isLent]) => !isLent());
  await Promise.all(own.map(([client]) => client.close()));
}

function warn(): void {
  const count = [...held.values()].filter((isLent) => !isLent()).length;
  if (count === 0) return;
  const what = count === 1 ? 'A session was' : `${count} sessions were`;
  try {
    // Nothing that waits comes through any more.
    writeSync(
      2,
      `(node:${process.pid}) Warning: ${what} left open at process.exit(). Call close() of the client before.\n`,
    );
  } catch {
    // There is nobody to be warned.
  }
}
