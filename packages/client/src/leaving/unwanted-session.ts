import { sessionCookie } from '@mstr-rest/protocol';
import type { Clock } from '../clock.js';
import { SessionState } from '../session-state.js';

/** How long a login that was given up may still be answered, so that its session can be logged out. */
const lingerMs = 5_000;

/** A signal that is aborted some seconds after another one, for a request that may have done its work by then. */
export function lingering(signal: AbortSignal, clock: Clock): AbortSignal {
  const late = new AbortController();
  const abort = (): void => void clock.after(lingerMs, () => late.abort(signal.reason), true);
  signal.addEventListener('abort', abort, { once: true });
  return late.signal;
}

/**
 * A session apart from that of the client: one that a login opened for which nobody waits any more.
 *
 * @param sent The `Cookie` header that the client would send; undefined where the platform sends them.
 * @param setCookies What its login has set, which counts more.
 */
export function sessionApart(token: string, sent: string | undefined, setCookies: readonly string[]): SessionState {
  const pairs = [...(sent ?? '').split('; '), ...setCookies.map((one) => one.split(';', 1)[0] ?? '')];
  const byName = new Map(pairs.filter((pair) => pair !== '').map((pair) => [pair.slice(0, pair.indexOf('=')), pair]));
  if (!setCookies.some((one) => one.startsWith(`${sessionCookie}=`))) byName.delete(sessionCookie);
  const header = [...byName.values()].join('; ');
  const nothing = (): void => undefined;
  const cookies = { cookieHeader: () => header, store: nothing, forget: nothing };
  const session = new SessionState(sent === undefined ? undefined : cookies);
  session.open(token, '', []);
  return session;
}
