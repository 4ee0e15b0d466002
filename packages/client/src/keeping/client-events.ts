import { show } from '../hooks.js';
import type { OperationName } from '../operations.js';

/** The layer whose idle timer has probably run out; `unknown` where neither can have: somebody ended the session. */
export type EndedLayer = 'http' | 'engine' | 'unknown';

/** What a client tells of its session. Nothing of it is secret. Source: docs/protocol section 5.8. */
export interface ClientEvents {
  /** A session was opened or taken over: by this operation, or without one from where it was saved. */
  readonly loggedIn: { readonly operation: OperationName | undefined };
  /** Both idle timers have started again. */
  readonly renewed: object;
  /** The session is idle, and ends in so many milliseconds unless it is used. */
  readonly expiring: { readonly layer: EndedLayer; readonly endsInMs: number };
  /**
   * The session is over without a logout: because a timer has run out, which the server may not have noticed yet, or
   * because the server says so.
   */
  readonly expired: { readonly layer: EndedLayer; readonly knownBy: 'timer' | 'server' };
  /** The client holds no session any more. */
  readonly loggedOut: { readonly by: 'logout' | 'close' };
  /** A call is made once more. */
  readonly retrying: {
    readonly operation: OperationName;
    /** Number of the attempt that failed, from 1. */
    readonly attempt: number;
    readonly delayMs: number;
    readonly error: unknown;
  };
}

type Listener<Event> = (event: Event) => unknown;

/** Tells listeners. They change nothing: what a listener throws or rejects with is ignored. */
export class Emitter {
  readonly #listeners = new Map<keyof ClientEvents, Set<Listener<never>>>();

  /** @returns what takes the listener away again */
  on<Name extends keyof ClientEvents>(name: Name, listener: Listener<ClientEvents[Name]>): () => void {
    const own: Listener<ClientEvents[Name]> = (event) => listener(event); // the same one twice is two
    const all = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, all.add(own));
    return () => void all.delete(own);
  }

  emit<Name extends keyof ClientEvents>(name: Name, event: ClientEvents[Name]): void {
    for (const listener of [...(this.#listeners.get(name) ?? [])]) {
      show(listener as Listener<ClientEvents[Name]>, () => event); // kept under its name
    }
  }
}
