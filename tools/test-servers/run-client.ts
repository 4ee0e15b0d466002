/** Runs a command line client, such as ldapsearch or kinit, to its end. */
import { spawn } from 'node:child_process';

export interface ClientResult {
  /** Null where a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ClientOptions {
  readonly stdin?: string;
  /** On top of the environment of this process. */
  readonly env?: NodeJS.ProcessEnv;
  /** It is killed then. */
  readonly deadlineMs?: number;
}

/** Rejects only where the program did not start: what its exit code means is for the caller to say. */
export function runClient(
  command: string,
  args: readonly string[],
  options: ClientOptions = {},
): Promise<ClientResult> {
  const { stdin = '', env = {}, deadlineMs = 20_000 } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      env: { ...process.env, ...env },
      timeout: deadlineMs,
      killSignal: 'SIGKILL',
    });
    const output = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => (output[name] += text));
    }
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...output }));
    child.stdin.on('error', () => undefined); // It may end without reading.
    child.stdin.end(stdin);
  });
}

/** @returns what it printed; throws what it said where it failed */
export async function mustRun(command: string, args: readonly string[], options?: ClientOptions): Promise<string> {
  const { code, stdout, stderr } = await runClient(command, args, options);
  if (code !== 0) throw new Error(`${command} ended with ${code ?? 'a signal'}:\n${stdout}${stderr}`);
  return stdout;
}
