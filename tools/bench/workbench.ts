/** What a case works with: a folder, and processes that end with it. */
import { closeSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRedis } from '../test-servers/redis.js';
import { BenchProcess } from './bench-process.js';
import type { Program } from './bundle.js';
import type { ServerSettings } from './processes/settings.js';

export interface Started {
  readonly process: BenchProcess;
  readonly url: string;
}

export class Workbench {
  /** What the processes write. */
  readonly logFile: string;
  readonly #log: number;
  readonly #closing: (() => Promise<void>)[] = [];
  #folders = 0;

  private constructor(readonly folder: string) {
    this.logFile = join(folder, 'log');
    this.#log = openSync(this.logFile, 'w');
  }

  /** Leaves no process and no file behind, also where `work` throws or the program is interrupted. */
  static async use<Found>(work: (bench: Workbench) => Promise<Found>): Promise<Found> {
    const folder = mkdtempSync(join(tmpdir(), 'mstr-auth-bench-'));
    const removeFolder = () => rmSync(folder, { recursive: true, force: true });
    process.once('exit', removeFolder);
    const bench = new Workbench(folder);
    try {
      return await work(bench);
    } finally {
      await Promise.all(bench.#closing.map((close) => close()));
      closeSync(bench.#log);
      process.removeListener('exit', removeFolder);
      removeFolder();
    }
  }

  /** The path of a folder that nobody else is told. */
  newFolder(): string {
    this.#folders += 1;
    return join(this.folder, String(this.#folders));
  }

  /** @param core that it is pinned to; undefined: it may run on all */
  async start(program: Program, settings: ServerSettings, core?: number): Promise<Started> {
    const started = await BenchProcess.start(program, { args: [JSON.stringify(settings)], core, log: this.#log });
    this.#closing.push(() => started.process.stop());
    return started;
  }

  /** @returns the URL of a Redis that writes nothing to the disk */
  async startRedis(): Promise<string> {
    const redis = await startRedis(['--appendonly', 'no']);
    this.#closing.push(() => redis.stop());
    return `redis://${redis.host}:${redis.port}`;
  }
}
