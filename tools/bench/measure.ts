import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configOf } from './auth-server-config.js';
import { openCallers } from './callers.js';
import { load } from './load.js';
import type { Scenario } from './scenarios.js';
import { ServerProcess } from './server-process.js';
import { percentile } from './statistics.js';

/** One turn of one server. */
export interface Sample {
  readonly requestsPerSecond: number;
  /** CPU time of the server's process, all threads, in microseconds. */
  readonly cpuUsPerRequest: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Of one core: 1 is all of it. */
  readonly serverShare: number;
  readonly loadShare: number;
}

/** The turns of each entrant, one a round, in the order of the scenario's entrants. */
export type Samples = readonly (readonly Sample[])[];

export interface Run {
  readonly rounds: number;
  readonly seconds: number;
  /** What stands before the command of a server. */
  readonly prefix: readonly string[];
  /** Told of every round; round 0 warms up and is thrown away. */
  progress(round: number, samples: readonly Sample[]): void;
}

/** Starts all servers of a scenario and lets them take turns. @throws Error naming the server that failed */
export async function measure(scenario: Scenario, run: Run): Promise<Samples> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const servers: ServerProcess[] = [];
  try {
    const configFile = join(folder, 'config.json');
    writeFileSync(configFile, JSON.stringify(await configOf(join(folder, 'data'), scenario.hashing)));
    for (const { script } of scenario.entrants) {
      servers.push(await ServerProcess.start([...script, configFile], run.prefix));
    }
    const samples: Sample[][] = servers.map(() => []);
    for (let round = 0; round <= run.rounds; round += 1) {
      const taken: Sample[] = [];
      for (const [index, server] of servers.entries()) {
        const sample = await turn(scenario, server, run.seconds).catch((cause: unknown) => {
          const why = cause instanceof Error ? cause.message : String(cause);
          throw new Error(`${scenario.name}, ${scenario.entrants[index]?.name}: ${why}`, { cause });
        });
        taken.push(sample);
        if (round > 0) samples[index]?.push(sample);
      }
      run.progress(round, taken);
    }
    return samples;
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    rmSync(folder, { recursive: true, force: true });
  }
}

async function turn(scenario: Scenario, server: ServerProcess, seconds: number): Promise<Sample> {
  const callers = await openCallers(scenario, server.url);
  try {
    const serverBefore = await server.cpuUs();
    const loadBefore = process.cpuUsage();
    const { requests, durationMs, latenciesMs } = await load(callers, { seconds, atMost: scenario.atMost });
    const loadUsed = process.cpuUsage(loadBefore);
    const serverUsedUs = (await server.cpuUs()) - serverBefore;
    return {
      requestsPerSecond: (requests / durationMs) * 1000,
      cpuUsPerRequest: serverUsedUs / requests,
      p50Ms: percentile(latenciesMs, 50),
      p99Ms: percentile(latenciesMs, 99),
      serverShare: serverUsedUs / 1000 / durationMs,
      loadShare: (loadUsed.user + loadUsed.system) / 1000 / durationMs,
    };
  } finally {
    for (const { connection } of callers) connection.close();
  }
}
