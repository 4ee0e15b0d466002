/** Runs one case: all participants side by side, one round each in turn, again and again. */
import { closeSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { BenchProcess } from './bench-process.js';
import type { Program } from './bundle.js';
import type { Case, Participant } from './cases.js';
import type { Cores } from './cores.js';
import type { LoadOrder } from './processes/load-order.js';
import { loginRequest } from './requests.js';
import type { Round } from './statistics.js';

/** Rounds that are not counted: it takes seconds until all that matters is compiled. */
const warmUps = 3;

export interface Effort {
  readonly rounds: number;
  /** A part of the time that a round takes in full. */
  readonly share: number;
}

/** The rounds of each participant, in their order. */
export type Rounds = ReadonlyMap<string, readonly Round[]>;

interface Running {
  readonly participant: Participant;
  readonly process: BenchProcess;
  readonly url: string;
}

/** @throws Error where a process ends, or answers other than expected */
export async function runCase(
  benchmark: Case,
  cores: Cores | undefined,
  { rounds, share }: Effort,
  progress: (text: string) => void,
): Promise<Rounds> {
  const folder = mkdtempSync(join(tmpdir(), 'mstr-auth-bench-'));
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', removeFolder); // also where we are interrupted
  const log = openSync(join(folder, 'log'), 'w');
  const pinnedTo = benchmark.pinned ? cores : undefined;
  const started: BenchProcess[] = [];
  const start = async (...call: Parameters<typeof BenchProcess.start>) => {
    const one = await BenchProcess.start(...call);
    started.push(one.process);
    return one;
  };
  try {
    const { process: load } = await start('load', { core: pinnedTo?.load, log });
    const running: Running[] = [];
    const others = benchmark.participants.some((one) => one.storm !== undefined)
      ? (await start('load', { core: pinnedTo?.load, log })).process
      : undefined;
    for (const [number, participant] of benchmark.participants.entries()) {
      const args = [join(folder, `${participant.program} ${number}`), String(participant.concurrency ?? '')];
      running.push({ participant, ...(await start(participant.program, { args, core: pinnedTo?.server, log })) });
    }
    const durationMs = benchmark.durationMs * share;
    const measured = new Map(benchmark.participants.map(({ name }): [string, Round[]] => [name, []]));
    for (let round = 1 - warmUps; round <= rounds; round += 1) {
      progress(`${benchmark.name}: ${round > 0 ? `round ${round} of ${rounds}` : 'warm-up'}`);
      for (const one of running) {
        const result = await runRound(benchmark, one, { load, others }, { durationMs, awake: pinnedTo !== undefined });
        if (round > 0) measured.get(one.participant.name)?.push(result);
      }
    }
    return measured;
  } finally {
    await Promise.all(started.map((one) => one.stop()));
    closeSync(log);
    process.removeListener('exit', removeFolder);
    removeFolder();
  }
}

/** Those who serve nobody, and work when they are told to. */
const workers: ReadonlySet<Program> = new Set(['pure-hash', 'client-ours', 'client-pool', 'client-openapi']);

/** The storm rages before the reads begin, and until they are over. */
const stormLeadMs = 300;

function stormOrder(url: string, connections: number, durationMs: number): LoadOrder {
  const requests = [loginRequest(url, 'standard')];
  return { requests, status: 204, connections, durationMs: durationMs + 2 * stormLeadMs, awake: false };
}

async function runRound(
  benchmark: Case,
  { participant, process, url }: Running,
  { load, others }: { readonly load: BenchProcess; readonly others: BenchProcess | undefined },
  manner: Pick<LoadOrder, 'durationMs' | 'awake'>,
) {
  await process.ask('forget', undefined);
  const serves = !workers.has(participant.program);
  const requests = serves ? await benchmark.requests(url) : [];
  const { status, restMs } = benchmark;
  const { concurrency: connections = benchmark.connections, storm } = participant;
  const storming = storm === undefined ? undefined : others?.ask('load', stormOrder(url, storm, manner.durationMs));
  storming?.catch(() => undefined); // it is waited for below, should nothing else fail before
  if (storming !== undefined) await wait(stormLeadMs);
  const before = await process.ask('cpu', undefined);
  const result = serves
    ? await load.ask('load', { requests, status, connections, ...(restMs === undefined ? {} : { restMs }), ...manner })
    : await process.ask('work', manner.durationMs);
  const cpuMs = ((await process.ask('cpu', undefined)) - before) / 1000;
  await storming;
  return { ...result, cpuMs };
}
