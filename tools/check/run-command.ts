/** Runs a command whose output streams through, and ends it where it hangs or we are interrupted. */
import { spawn, type ChildProcess } from 'node:child_process';
import { commandEnvironment, root } from './environment.js';

/** Longer than any step takes on two slow cores, and short enough that one that hangs leaves time for the others. */
const defaultDeadlineMs = 5 * 60_000;

/** `failure` is undefined where the command ended with exit code 0. */
export interface Ended {
  readonly failure: string | undefined;
  readonly durationMs: number;
}

export async function runCommand(
  [program = '', ...args]: readonly string[],
  deadlineMs = defaultDeadlineMs,
): Promise<Ended> {
  const start = performance.now();
  const failure = await new Promise<string | undefined>((settle) => {
    // A process group of its own: npm, nx and jest each start the next, and all of them have to end.
    const child = spawn(program, args, {
      cwd: root,
      env: commandEnvironment(program),
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: true,
    });
    const interrupted = () => {
      endGroup(child);
      process.exit(130);
    };
    let late: string | undefined;
    const deadline = setTimeout(() => {
      late = `did not end within ${deadlineMs / 1000} s`;
      endGroup(child);
    }, deadlineMs);
    const done = (outcome: string | undefined) => {
      clearTimeout(deadline);
      for (const signal of interruptions) process.removeListener(signal, interrupted);
      endGroup(child); // What the command left running would write on, or hold a port.
      settle(late ?? outcome);
    };
    for (const signal of interruptions) process.once(signal, interrupted);
    child.once('error', (error) => done(`did not start: ${error.message}`));
    child.once('exit', (code, signal) => done(code === 0 ? undefined : `ended with ${signal ?? `exit code ${code}`}`));
  });
  return { failure, durationMs: performance.now() - start };
}

const interruptions = ['SIGINT', 'SIGTERM'] as const;

function endGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
}
