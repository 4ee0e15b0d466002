import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { made, root } from './places.js';

/** How long a start may take. */
const startMs = 60_000;

/** One server in a process of its own. */
export class ServerProcess {
  readonly url: string;
  readonly #child: ChildProcess;

  private constructor(url: string, child: ChildProcess) {
    this.url = url;
    this.#child = child;
  }

  /**
   * @param script and its arguments: what `node` runs
   * @param prefix what stands before `node`
   * @throws Error with what the server wrote where it does not start
   */
  static async start(script: readonly string[], prefix: readonly string[]): Promise<ServerProcess> {
    const command = [...prefix, process.execPath, '--import', `${made}/report-cpu.mjs`, ...script];
    // Standard output, where the auth-server logs, goes to /dev/null.
    const child = spawn(command[0] ?? '', command.slice(1), { cwd: root, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    return new ServerProcess(await listening(child, script[0] ?? ''), child);
  }

  /** CPU time of the process and all its threads so far, in user and in system mode, in microseconds. */
  async cpuUs(): Promise<number> {
    if (this.#child.exitCode !== null) throw new Error('the server has ended');
    this.#child.send('cpu');
    const [usage] = (await once(this.#child, 'message')) as [NodeJS.CpuUsage]; // servers/report-cpu.ts answers this
    return usage.user + usage.system;
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const impatient = setTimeout(() => this.#child.kill('SIGKILL'), 5000);
    this.#child.kill('SIGTERM');
    await once(this.#child, 'exit');
    clearTimeout(impatient);
  }
}

/** The address that the server names on standard error, which is read to its end so that it never blocks. */
function listening(child: ChildProcess, script: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let written = '';
    const failed = (why: string) => {
      clearTimeout(deadline);
      child.kill('SIGKILL');
      reject(new Error(`${script} ${why}\n${written.slice(-2000)}`));
    };
    const ended = (code: number | null) => failed(`ended with exit code ${code} before it listened`);
    const deadline = setTimeout(() => failed(`did not start within ${startMs / 1000} s`), startMs);
    child.once('error', (error) => failed(error.message));
    child.once('exit', ended);
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      written = written.slice(-10_000) + text;
      const url = /Listening at (\S+)\n/.exec(written)?.[1];
      if (url === undefined) return;
      clearTimeout(deadline);
      child.removeListener('exit', ended);
      resolve(url);
    });
  });
}
