/** Owns the process of one real server: started, waited for, paused, and never left behind. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';

export interface ServerCommand {
  readonly name: string;
  readonly command: readonly string[];
  /** On top of the environment of this process. */
  readonly env?: NodeJS.ProcessEnv;
  /** Who runs it where we are root: `user:group`. */
  readonly runAs?: string;
  /** Whether it answers. Asked again until it does. */
  readonly isReady: () => Promise<boolean>;
}

const deadlineMs = 30_000;
const pollMs = 25;
const patienceMs = 5_000;

export class ServerProcess {
  private constructor(
    private readonly child: ChildProcess,
    private readonly output: readonly string[],
  ) {}

  /** Resolves when the server answers; rejects with the server's own words where it ends or stays silent for 30 s. */
  static async start({ name, command, env, runAs, isReady }: ServerCommand): Promise<ServerProcess> {
    // The kernel kills the server when this process is gone. `process.on('exit')` would not: jest has a process object of its own.
    const child = spawn('setpriv', ['--pdeathsig=KILL', ...asUser(runAs), ...command], {
      env: { ...process.env, ...env },
    });
    const output: string[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => output.push(text));
    }
    child.on('error', ({ message }) => output.push(message));
    const server = new ServerProcess(child, output);
    const deadline = performance.now() + deadlineMs;
    while (!(await isReady())) {
      const late = performance.now() > deadline;
      if (server.hasEnded || late) {
        await server.stop();
        throw new Error(`${name} ${late ? 'did not answer in time' : 'ended'}:\n${output.join('')}`);
      }
      await wait(pollMs);
    }
    return server;
  }

  /** Stops it in mid-work, as a hanging server: it still accepts connections, for the kernel does that. */
  pause(): void {
    this.child.kill('SIGSTOP');
  }

  resume(): void {
    this.child.kill('SIGCONT');
  }

  /** Ends it at once, as a crash does. */
  async kill(): Promise<void> {
    if (this.hasEnded) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await ended;
  }

  /** Resolves when it has ended: asked first, killed after 5 s. */
  async stop(): Promise<void> {
    if (this.hasEnded) return;
    const ended = once(this.child, 'exit');
    this.resume();
    this.child.kill('SIGTERM');
    const patience = setTimeout(() => this.child.kill('SIGKILL'), patienceMs);
    await ended;
    clearTimeout(patience);
  }

  private get hasEnded(): boolean {
    return this.child.pid === undefined || this.child.exitCode !== null || this.child.signalCode !== null;
  }
}

function asUser(runAs: string | undefined): readonly string[] {
  if (runAs === undefined || process.getuid?.() !== 0) return [];
  const [user = '', group = ''] = runAs.split(':');
  return [`--reuid=${user}`, `--regid=${group}`, '--clear-groups'];
}
