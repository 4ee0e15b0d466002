/** Runs one load case: all participants side by side, one round each in turn, again and again. */
import type { BenchProcess } from './bench-process.js';
import type { Program } from './bundle.js';
import type { Cores } from './cores.js';
import type { Flood, LoadCase, Participant } from './load-case.js';
import type { FloodOrder } from './processes/flood-order.js';
import type { LoadOrder } from './processes/load-order.js';
import { loginRequest, logIn, wrongTokenRequest } from './requests.js';
import type { Round } from './statistics.js';
import { Workbench, type Started } from './workbench.js';

/** Rounds that are not counted: it takes seconds until all that matters is compiled. */
const warmUps = 5;

export interface Effort {
  readonly rounds: number;
  /** A part of the time that a round takes in full, and of the sessions that a store is filled with. */
  readonly share: number;
}

/** The rounds of each participant, in their order. */
export type Rounds = ReadonlyMap<string, readonly Round[]>;

interface Running {
  readonly participant: Participant;
  readonly nodes: readonly Started[];
}

interface Generators {
  readonly load: BenchProcess;
  readonly flood: BenchProcess | undefined;
}

/** @throws Error where a process ends, or answers other than expected */
export async function runCase(
  benchmark: LoadCase,
  cores: Cores | undefined,
  { rounds, share }: Effort,
  progress: (text: string) => void,
): Promise<Rounds> {
  const pinnedTo = benchmark.pinned ? cores : undefined;
  return Workbench.use(async (bench) => {
    const generator = async (program: 'load' | 'flood') =>
      (await bench.start(program, { folder: bench.newFolder() }, pinnedTo?.load)).process;
    const load = await generator('load');
    const floods = benchmark.participants.some(({ flood }) => flood !== undefined);
    const generators = { load, flood: floods ? await generator('flood') : undefined };
    const running = await startAll(bench, benchmark, pinnedTo?.server);
    const durationMs = benchmark.durationMs * share;
    const measured = new Map(benchmark.participants.map(({ name }): [string, Round[]] => [name, []]));
    for (let round = 1 - warmUps; round <= rounds; round += 1) {
      progress(`${benchmark.name}: ${round > 0 ? `round ${round} of ${rounds}` : 'warm-up'}`);
      for (const one of running) {
        const result = await runRound(benchmark, one, generators, { durationMs, awake: pinnedTo !== undefined });
        if (round > 0) measured.get(one.participant.name)?.push(result);
      }
    }
    return measured;
  });
}

async function startAll(bench: Workbench, benchmark: LoadCase, core: number | undefined): Promise<readonly Running[]> {
  const redisUrl = benchmark.redis === true ? await bench.startRedis() : undefined;
  const running: Running[] = [];
  for (const participant of benchmark.participants) {
    const nodes: Started[] = [];
    for (let node = 0; node < (participant.nodes ?? 1); node += 1) {
      const settings = {
        ...participant.settings,
        folder: bench.newFolder(),
        ...(redisUrl === undefined ? {} : { redisUrl }),
        ...(participant.concurrency === undefined ? {} : { threads: participant.concurrency }),
      };
      nodes.push(await bench.start(participant.program, settings, core));
    }
    running.push({ participant, nodes });
  }
  return running;
}

/** Those who serve nobody, and work when they are told to. */
const workers: ReadonlySet<Program> = new Set(['pure-hash', 'client-ours', 'client-pool', 'client-openapi']);

async function runRound(
  benchmark: LoadCase,
  { participant, nodes }: Running,
  { load, flood }: Generators,
  manner: Pick<LoadOrder, 'durationMs' | 'awake'>,
): Promise<Round> {
  const [first] = nodes;
  if (first === undefined) throw new Error(`${participant.name} has no process`);
  for (const { process } of nodes) await process.ask('forget', undefined);
  const serves = !workers.has(participant.program);
  const requests = serves ? await benchmark.requests(nodes.map(({ url }) => url)) : [];
  const { status, restMs } = benchmark;
  const { concurrency: connections = benchmark.connections } = participant;
  if (participant.flood !== undefined) await flood?.ask('begin', await floodOrder(first.url, participant.flood));
  const before = await cpuOf(nodes);
  const result = serves
    ? await load.ask('load', { requests, status, connections, ...(restMs === undefined ? {} : { restMs }), ...manner })
    : await first.process.ask('work', manner.durationMs);
  const cpuMs = ((await cpuOf(nodes)) - before) / 1000;
  if (participant.flood !== undefined) await flood?.ask('end', undefined);
  return { ...result, cpuMs };
}

async function cpuOf(nodes: readonly Started[]): Promise<number> {
  const each = await Promise.all(nodes.map(({ process }) => process.ask('cpu', undefined)));
  return each.reduce((sum, one) => sum + one, 0);
}

async function floodOrder(url: string, flood: Flood): Promise<FloodOrder> {
  switch (flood.kind) {
    case 'logins':
      return { kind: 'requests', request: loginRequest(url, 'standard'), status: 204, connections: flood.callers };
    case 'wrongTokens':
      return { kind: 'requests', request: wrongTokenRequest(url), status: 401, connections: flood.callers };
    case 'idle':
    case 'slow': {
      const { headers } = await logIn(url);
      const request = { method: 'GET', url: `${url}/api/sessions`, headers } as const;
      return { kind: flood.kind, request, connections: flood.connections };
    }
  }
}
