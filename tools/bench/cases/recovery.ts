/** A server with a million sessions that is killed and started again, and how long its event loop stands still meanwhile. */
import { performance } from 'node:perf_hooks';
import type { FigureCase } from '../figure-case.js';
import type { LoadRequest } from '../processes/load-order.js';
import type { ServerSettings } from '../processes/settings.js';
import { loginRequest, logIn, readRequests } from '../requests.js';
import type { Started, Workbench } from '../workbench.js';

const million = 1_000_000;
/** Far longer than it takes to fill the store; sessions end all the while the server runs. */
const idleSeconds = { http: 7200, engine: 3600 };
const warmMs = 3_000;
const watchedMs = 20_000;
const connections = 8;

export const recovery: FigureCase = {
  name: 'recovery',
  title: 'a million sessions in the embedded store: killed with kill -9 and started again',
  async measure(bench, { rounds, share, progress }) {
    const count = Math.round(million * share);
    const [full, empty] = [
      { folder: bench.newFolder(), store: 'embedded', idleSeconds },
      { folder: bench.newFolder(), store: 'embedded', idleSeconds },
    ] as const satisfies readonly ServerSettings[];
    progress(`recovery: filling a store with ${count} sessions`);
    await (await bench.start('ours', full)).process.stop(); // makes the data directory
    const filler = (await bench.start('fill', full)).process;
    const { durationMs } = await filler.ask('fill', count);
    await filler.stop();
    const times: Record<'full' | 'empty', number[]> = { full: [], empty: [] };
    for (let round = 1; round <= rounds; round += 1) {
      progress(`recovery: kill ${round} of ${rounds}`);
      times.full.push(await timeToRead(bench, full));
      times.empty.push(await timeToRead(bench, empty));
    }
    progress('recovery: watching the event loop');
    const more = times.full.map((ms, round) => ms - (times.empty[round] ?? Number.NaN));
    const stalls = [await longestStall(bench, full, share), await longestStall(bench, empty, share)];
    const what = `${count.toLocaleString('en')} sessions`;
    return [
      { what: `${what}: filling the store`, unit: 's', values: [durationMs / 1000] },
      {
        what: `${what}: from the start to the first answered read of a former session`,
        unit: 'ms',
        values: times.full,
      },
      { what: 'the same with an empty store', unit: 'ms', values: times.empty },
      { what: 'what the sessions add to it', unit: 'ms', values: more, goal: 500 },
      {
        what: `${what}: longest stall of the event loop, in ${(watchedMs * share) / 1000} s of reads and logins`,
        unit: 'ms',
        values: stalls.slice(0, 1),
        goal: 50,
      },
      { what: 'the same with an empty store', unit: 'ms', values: stalls.slice(1) },
    ];
  },
};

/** Kills a server that has answered logins in this moment. @throws Error where one of these sessions is lost */
async function timeToRead(bench: Workbench, settings: ServerSettings): Promise<number> {
  const killed = await bench.start('ours', settings);
  const answered = await Promise.all(Array.from({ length: 32 }, () => logIn(killed.url)));
  await killed.process.kill();
  const start = performance.now();
  const { process, url } = await bench.start('ours', settings);
  const statusOf = async ({ headers }: Pick<LoadRequest, 'headers'>) =>
    (await fetch(`${url}/api/sessions`, { headers })).status;
  const [first, ...others] = answered;
  const firstStatus = first && (await statusOf(first));
  const took = performance.now() - start;
  const statuses = [firstStatus, ...(await Promise.all(others.map(statusOf)))];
  const lost = statuses.filter((status) => status !== 200).length;
  if (lost > 0) throw new Error(`${lost} of ${answered.length} answered logins were lost by kill -9`);
  await process.stop();
  return took;
}

async function longestStall(bench: Workbench, settings: ServerSettings, share: number): Promise<number> {
  const server = await bench.start('ours', settings);
  const load = await bench.start('load', { folder: bench.newFolder() });
  await keepBusy(server, load, warmMs * share);
  await server.process.ask('longestStall', undefined); // from now on
  await keepBusy(server, load, watchedMs * share);
  const stall = await server.process.ask('longestStall', undefined);
  await Promise.all([server.process.stop(), load.process.stop()]);
  return stall;
}

/** By turns reads and logins: an order has one status, so each is an order of its own. */
async function keepBusy({ url }: Started, { process }: Started, durationMs: number): Promise<void> {
  const turnMs = Math.min(500, durationMs / 2);
  const manner = { connections, durationMs: turnMs, awake: false };
  for (const start = performance.now(); performance.now() - start < durationMs;) {
    await process.ask('load', { requests: await readRequests([url]), status: 200, ...manner });
    await process.ask('load', { requests: [loginRequest(url, 'anonymous')], status: 204, ...manner });
  }
}
