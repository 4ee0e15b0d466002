/** How long it takes from the start of a process to the answer of its first login. */
import { performance } from 'node:perf_hooks';
import type { Program } from '../bundle.js';
import type { FigureCase } from '../figure-case.js';
import type { ServerSettings } from '../processes/settings.js';
import { logIn } from '../requests.js';
import type { Workbench } from '../workbench.js';

async function timeToLogin(bench: Workbench, program: Program, settings: ServerSettings): Promise<number> {
  const start = performance.now();
  const { process, url } = await bench.start(program, settings);
  await logIn(url);
  const took = performance.now() - start;
  await process.stop();
  return took;
}

export const coldStart: FigureCase = {
  name: 'cold-start',
  title: 'from the start of the process to the answer of its first login (Anonymous), embedded store',
  async measure(bench, { rounds, progress }) {
    const kept: ServerSettings = { folder: bench.newFolder(), store: 'embedded' };
    const times: Record<'first' | 'again' | 'bare', number[]> = { first: [], again: [], bare: [] };
    await timeToLogin(bench, 'ours', kept); // makes its data, and warms the disk's cache
    for (let round = 1; round <= rounds; round += 1) {
      progress(`cold-start: round ${round} of ${rounds}`);
      times.first.push(await timeToLogin(bench, 'ours', { folder: bench.newFolder(), store: 'embedded' }));
      times.again.push(await timeToLogin(bench, 'ours', kept));
      times.bare.push(await timeToLogin(bench, 'bare-login', { folder: bench.newFolder() }));
    }
    const { first, again, bare } = times;
    const timesBare = again.map((ms, round) => ms / (bare[round] ?? Number.NaN));
    return [
      { what: 'node:http, bare', unit: 'ms', values: bare },
      { what: 'ours', unit: 'ms', values: again },
      { what: 'ours, the first start ever, which makes its data and hashes a password', unit: 'ms', values: first },
      { what: 'ours / node:http, bare', unit: 'times', values: timesBare, goal: 5 },
    ];
  },
};
