import type { Clock } from '../../../clock/clock.js';
import { withDeadline } from '../deadline.js';
import { DirectoryDown } from '../directory-down.js';
import { silent, type Answer, type LdapEngine } from '../engine.js';
import { Failover } from '../failover.js';
import type { FileContents } from '../settings-files.js';
import type { LdapSettings } from '../settings.js';
import { addressOf } from './addresses.js';
import { SearchRefused } from './connection.js';
import { directBind } from './direct-bind.js';
import { DirectoryServer } from './directory-server.js';
import { SearchThenBind } from './search-then-bind.js';

/** The engine by default: the messages are ldapts's, the connections and their safeguards are ours. */
export function openLdaptsEngine(settings: LdapSettings, files: FileContents, clock: Clock): LdapEngine {
  const { servers: urls, timeouts, pool, search } = settings;
  const { bindPassword: password } = files;
  const serviceAccount =
    search?.bindDn === undefined || password === undefined ? undefined : { name: search.bindDn, password };
  const servers = urls.map(
    (url) => new DirectoryServer(url, addressOf(url, settings, files.authorities), { timeouts, pool, serviceAccount }),
  );
  const failover = new Failover(servers, clock, timeouts.restMs);
  const ask = (work: (server: DirectoryServer, signal: AbortSignal) => Promise<Answer>): Promise<Answer> =>
    withDeadline(timeouts.loginMs, (signal) => failover.run(signal, (server) => refusing(() => work(server, signal))));
  const close = async () => void (await Promise.all(servers.map((server) => server.close())));

  if (settings.directBind !== undefined) {
    const way = directBind({ ...settings, directBind: settings.directBind });
    return {
      check: (name, given, tell = silent) => ask((server, signal) => way(server, name, given, signal, tell)),
      close,
    };
  }
  const way = new SearchThenBind(settings);
  return {
    check: (name, given, tell = silent) => ask((server, signal) => way.check(server, name, given, signal, tell)),
    find: (name, tell = silent) => ask((server, signal) => way.find(server, name, signal, tell)),
    close,
  };
}

/** A search that has to be answered, and is refused, is a fault of the server, not of the person. */
async function refusing(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof SearchRefused)) throw error;
    throw new DirectoryDown(`a search was answered with code ${error.code}: ${error.message}`, { cause: error });
  }
}
