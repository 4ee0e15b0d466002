/** Which cores the processes of a run are pinned to. */
import { spawnSync } from 'node:child_process';

export interface Cores {
  readonly server: number;
  readonly load: number;
}

/** @returns undefined where there is no `taskset`, or only one core: then nothing is pinned */
export function findCores(): Cores | undefined {
  const { status, stdout } = spawnSync('taskset', ['-cp', String(process.pid)], { encoding: 'utf8' });
  if (status !== 0) return undefined;
  const cores = coresIn(stdout.slice(stdout.lastIndexOf(':') + 1));
  const [server, load] = [cores[0], cores.at(-1)];
  return server === undefined || load === undefined || server === load ? undefined : { server, load };
}

/** @param list as Linux writes it: `0-3,6` */
export function coresIn(list: string): readonly number[] {
  return list.split(',').flatMap((part) => {
    const [first = Number.NaN, last = first] = part.split('-').map(Number);
    return Number.isNaN(last) ? [] : Array.from({ length: last - first + 1 }, (_none, offset) => first + offset);
  });
}
