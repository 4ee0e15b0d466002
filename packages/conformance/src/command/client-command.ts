/** `client`: runs a program at a server of ours, and says how it treats its sessions. */
import { randomBytes } from 'node:crypto';
import { spawn } from 'node:child_process';
import { judge, junitReportOf, textOf } from '../hygiene/client-report.js';
import type { Journal } from '../hygiene/journal.js';
import { Observer } from '../hygiene/observer.js';
import type { ClientArguments } from './arguments.js';
import { writeReport } from './server-command.js';
import type { Process } from './surroundings.js';
import { UsageError } from './usage-error.js';

/** After SIGTERM; then it is killed. */
const graceMs = 3_000;

/**
 * @returns the exit code: 0 nothing was found, 1 something was, 130 it was interrupted
 * @throws UsageError where the program cannot be started
 */
export async function runClientCommand(given: ClientArguments, process: Process): Promise<number> {
  const startedAt = new Date();
  const { expireAfter, redirectAfter, wrongPassword } = given;
  const idleTimeoutMs = given.idleTimeout * 1000;
  await using observer = await Observer.start({ idleTimeoutMs, expireAfter, redirectAfter });
  const ending = await runProgram(given, environmentFor(observer, wrongPassword), process);
  const { observations } = observer;
  const journal: Journal = {
    observations,
    idleTimeoutMs,
    expiredOnPurpose: expireAfter !== undefined,
    wrongPassword,
    ending,
  };
  const findings = judge(journal);
  if (given.junit !== undefined) {
    writeReport(given.junit, junitReportOf(findings, startedAt, Date.now() - startedAt.getTime()));
  }
  process.out(textOf(findings, journal));
  if (process.interrupted.aborted) return 130;
  return findings.some(({ found }) => found.length > 0) ? 1 : 0;
}

function environmentFor(observer: Observer, wrongPassword: boolean): Readonly<Record<string, string>> {
  const { username, password } = observer.user;
  return {
    MSTR_BASE_URL: observer.baseUrl,
    MSTR_USERNAME: username,
    MSTR_PASSWORD: wrongPassword ? randomBytes(24).toString('base64url') : password,
    MSTR_LOGIN_MODE: '1',
    MSTR_PROJECT_ID: observer.projectId,
    MSTR_CLOCK_URL: observer.clockUrl,
  };
}

async function runProgram(
  { command: [program, ...args], deadline }: ClientArguments,
  added: Readonly<Record<string, string>>,
  { environment, interrupted }: Process,
): Promise<Journal['ending']> {
  const child = spawn(program, args, { stdio: 'inherit', env: { ...environment, ...added } });
  const end = () => {
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), graceMs).unref();
  };
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    end();
  }, deadline * 1000);
  interrupted.addEventListener('abort', end, { once: true });
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', (error) => reject(new UsageError(`${program} cannot be run: ${error.message}`)));
      child.once('close', (exitCode, signal) => {
        const text = exitCode === null ? `the signal ${signal ?? ''}` : `exit code ${exitCode}`;
        resolve({ exitCode, text: late ? `${text}, for it ran longer than ${deadline} s` : text });
      });
    });
  } finally {
    clearTimeout(timer);
    interrupted.removeEventListener('abort', end);
  }
}
