/** Kills the program in the midst of work, starts it again, and compares what it had answered with what is there. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Program } from './program.js';

/** What a caller knows of a session. `leaving`: a logout was sent and not answered, so it may or may not be there. */
interface Known {
  readonly credentials: Record<string, string>;
  state: 'open' | 'leaving' | 'left';
}

export interface CrashReport {
  readonly kills: number;
  readonly logins: number;
  readonly logouts: number;
  /** Answered logins whose session was gone after a restart. */
  readonly lost: number;
  /** Answered logouts whose session was there again. */
  readonly undone: number;
}

const callers = 8;
/** Before each kill. */
const leastLogins = 10;
/** So many of former rounds are looked at again in each. */
const olderOnes = 50;

/** @param folder for the data of the server */
export async function crashRounds(folder: string, kills: number): Promise<CrashReport> {
  const config = join(folder, 'config.yaml');
  writeFileSync(config, 'auth: { modes: { available: [8] } }\nlog: { level: error }\nserver: { drainMs: 0 }\n');
  const start = async () => {
    const program = new Program(['--config', config, '--data-dir', join(folder, 'data'), '--port', '0']);
    const [, url = ''] = await program.shows(/(http:\/\/\S+MicroStrategyLibrary)/);
    return { program, url };
  };
  const all: Known[] = [];
  let lost = 0;
  let undone = 0;
  let running = await start();
  for (let round = 0; round < kills; round += 1) {
    const before = all.length;
    const work = Promise.all(Array.from({ length: callers }, () => workUntilCut(running.url, all)));
    while (all.length < before + leastLogins) await wait(5);
    await wait(Math.random() * 100);
    running.program.process.kill('SIGKILL');
    await work;
    await running.program.exit;
    running = await start();
    const older = Array.from({ length: Math.min(before, olderOnes) }, () => all[Math.floor(Math.random() * before)]);
    for (const known of [...all.slice(before), ...older]) {
      if (known === undefined || known.state === 'leaving') continue;
      const { status } = await fetch(`${running.url}/api/sessions`, { headers: known.credentials });
      if (status !== 200 && status !== 401) throw new Error(`GET /api/sessions was answered ${status}`);
      if (known.state === 'open' && status === 401) lost += 1;
      if (known.state === 'left' && status === 200) undone += 1;
    }
  }
  await running.program.stop();
  const logouts = all.filter(({ state }) => state === 'left').length;
  return { kills, logins: all.length, logouts, lost, undone };
}

/** Logs in, delegates, renews and logs out, until the server is gone. */
async function workUntilCut(url: string, all: Known[]): Promise<void> {
  const mine: Known[] = [];
  try {
    for (let turn = 0; ; turn += 1) {
      const opened = noted(await send(url, 'POST', 'auth/login', {}, { loginMode: 8 }), all);
      mine.push(opened);
      await send(url, 'PUT', 'sessions', opened.credentials);
      if (turn % 5 === 0) {
        const lent = await send(url, 'POST', 'auth/identityToken', opened.credentials);
        const identityToken = lent.headers.get('x-mstr-identitytoken') ?? '';
        // It ends with the session that it is delegated from, so it is not followed further.
        await send(url, 'POST', 'auth/delegate', {}, { loginMode: -1, identityToken });
      }
      if (turn % 2 === 0) await leave(url, mine.shift());
    }
  } catch {
    // The server was killed.
  }
}

async function leave(url: string, known: Known | undefined): Promise<void> {
  if (known === undefined) return;
  known.state = 'leaving';
  await send(url, 'POST', 'auth/logout', known.credentials);
  known.state = 'left';
}

async function send(url: string, method: string, path: string, headers: Record<string, string>, body?: object) {
  const json =
    body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  const response = await fetch(`${url}/api/${path}`, { method, ...json, headers: { ...json.headers, ...headers } });
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${method} ${path} was answered ${response.status}`);
  return response;
}

function noted({ headers }: Response, all: Known[]): Known {
  const cookie = headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const known: Known = {
    credentials: { 'x-mstr-authtoken': headers.get('x-mstr-authtoken') ?? '', cookie },
    state: 'open',
  };
  all.push(known);
  return known;
}
