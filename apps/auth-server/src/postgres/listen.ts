import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from 'pg';

/** After a connection has ended, or could not be made. */
const againAfterMs = 1000;

/**
 * Calls back at every notification on a channel, and whenever some may have been missed: at the beginning, and after the
 * connection was lost. It is made again as often as it takes.
 * @returns what ends it
 */
export function listen(connect: () => Promise<Client>, channel: string, callback: () => void): () => Promise<void> {
  const end = new AbortController();
  let client: Client | undefined;
  const once = async () => {
    const current = await connect();
    client = current;
    const ended = new Promise<void>((resolve) => current.once('end', resolve));
    current.on('notification', callback);
    if (end.signal.aborted) await current.end();
    await current.query(`listen ${current.escapeIdentifier(channel)}`);
    callback();
    await ended;
  };
  const forever = async () => {
    while (!end.signal.aborted) {
      await once().catch(() => client?.end().catch(() => undefined)); // whoever asks the database says what is wrong with it
      await wait(againAfterMs, undefined, { signal: end.signal, ref: false }).catch(() => undefined);
    }
  };
  void forever();
  return async () => {
    end.abort();
    // A server that hangs does not keep us.
    await Promise.race([client?.end().catch(() => undefined), wait(againAfterMs, undefined, { ref: false })]);
  };
}
