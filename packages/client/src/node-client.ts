import { Client as AnyClient } from './client.js';
import { systemClock } from './clock.js';
import type { SessionOptions } from './keeping/session-options.js';
import { leaveOnExit } from './leaving/leave-on-exit.js';
import { NodeLogin } from './node-login.js';
import type { ClientOptions } from './options.js';
import { SessionFile } from './sharing/session-file.js';
import { Sharing } from './sharing/sharing.js';
import { toughCookies } from './tough-cookies.js';
import type { ConnectionOptions } from './transport/connection-options.js';
import { nodeConnections } from './transport/node-connections.js';
import type { Wire } from './wire.js';

/** How a client in Node keeps its session. */
export interface NodeSessionOptions extends SessionOptions {
  /**
   * Path of a file by which the processes of this user on this machine share one session: the first one logs in by `logIn`,
   * the others go on with what it put there, and so it goes when that has ended. `close()` leaves it open, `logout()` ends
   * it for all. The file is a secret; it is made with mode 0600.
   */
  readonly file?: string | undefined;
}

/** What a client in Node is made from. */
export interface NodeClientOptions extends ClientOptions, ConnectionOptions {
  readonly session?: NodeSessionOptions | undefined;
}

/** The client in Node. */
export class Client extends AnyClient<NodeLogin> {
  /** Sessions that more than one process works in. */
  readonly sharing: Sharing;

  constructor(options: NodeClientOptions) {
    let lent: Wire | undefined;
    let sharing: Sharing | undefined;
    const { logIn, file: path, logOutOnExit = true } = options.session ?? {};
    if (path !== undefined && !logIn) throw new TypeError('session.file needs session.logIn, for the first process');
    const file = path === undefined ? undefined : new SessionFile(path, options.clock ?? systemClock);
    const session: SessionOptions = {
      ...options.session,
      logIn: logIn && file ? (login) => sharing?.logInByFile(file, () => logIn(login)) ?? Promise.resolve() : logIn,
    };
    const { cookies = toughCookies(), fetch, connectTimeoutMs, tls, proxy } = options;
    if (fetch && (connectTimeoutMs ?? tls ?? proxy) !== undefined)
      throw new TypeError(
        'connectTimeoutMs, tls and proxy are of no effect on a fetch of your own: leave one of them out',
      );
    super(
      { ...options, cookies, session },
      (wire, applicationType) => {
        lent = wire;
        return new NodeLogin(wire, applicationType);
      },
      fetch ? undefined : nodeConnections({ connectTimeoutMs, tls, proxy }),
    );
    const wire = lent as unknown as Wire; // it was called by now
    this.sharing = sharing = new Sharing({ wire, login: this.login, identityTokens: this.identityTokens });
    // Nobody said that the session of somebody else is to end with this program.
    const isOfOthers = () => wire.settings.keeper?.lent === true || wire.settings.keeper?.delegated === true;
    if (logOutOnExit) leaveOnExit(this, isOfOthers);
  }
}
