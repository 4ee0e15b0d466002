import { spawnSync } from 'node:child_process';

/** Where the processes run. */
export interface Pinning {
  /** What stands before the command of a server. */
  readonly prefix: readonly string[];
  /** For people. */
  readonly note: string;
}

/**
 * Puts this process, which makes the load, on core 1 and servers on core 0, so that neither takes time from the other.
 * Threads of a server share its core. Without `taskset` (util-linux) or a second core everything runs where it may.
 */
export function pin(): Pinning {
  const prefix = ['taskset', '-c', '0'];
  const server = spawnSync('taskset', ['-c', '0', 'true']);
  if (server.error !== undefined) return { prefix: [], note: 'not pinned: there is no taskset (util-linux)' };
  const load = spawnSync('taskset', ['-a', '-c', '-p', '1', String(process.pid)]);
  if (server.status !== 0 || load.status !== 0)
    return { prefix: [], note: 'not pinned: cores 0 and 1 are not both ours' };
  return { prefix, note: 'servers on core 0, load on core 1' };
}
