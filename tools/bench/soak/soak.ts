/** One soak from its start to its verdict. */
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { account } from '../processes/account.js';
import type { Workbench } from '../workbench.js';
import { Caller, credentialsIn } from './caller.js';
import { judge, lineOf, type Minute, type Verdict } from './minutes.js';

const callers = 12;
const minuteMs = 60_000;
/** All timeouts of the server (processes/soaked.ts), and a sweep after them. */
const untilAllIsOverMs = 40_000;
const mostSurprises = 100;

/** @throws Error where the server ends or cannot be reached */
export async function soak(bench: Workbench, minutes: number, say: (text: string) => void): Promise<Verdict> {
  const server = await bench.start('soaked', { folder: bench.newFolder() });
  const surprises: string[] = [];
  let requests = 0;
  let over = false;
  const surroundings = {
    url: server.url,
    apiToken: await newApiToken(server.url),
    isOver: () => over,
    answered(what: string, status: number, expected: readonly number[]) {
      requests += 1;
      if (!expected.includes(status) && surprises.length < mostSurprises) surprises.push(`${what}: ${status}`);
    },
  };
  const working = Promise.all(Array.from({ length: callers }, () => new Caller(surroundings).work()));
  working.catch(() => undefined); // it is waited for below, and seen at every minute
  const seen: Minute[] = [];
  for (let minute = 1; minute <= minutes; minute += 1) {
    await Promise.race([wait(minuteMs), working]);
    const one = { minute, requests, ...(await server.process.ask('condition', undefined)) };
    seen.push(one);
    say(lineOf(one));
  }
  over = true;
  await working;
  say('everybody has gone: waiting for the timeouts of what they left');
  await wait(untilAllIsOverMs);
  const { sessions: sessionsLeft } = await server.process.ask('condition', undefined);
  await server.process.stop();
  return judge(seen, { sessionsLeft, errors: errorsIn(bench.logFile), surprises });
}

async function newApiToken(url: string): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const { loginName: username, password } = account;
  const body = JSON.stringify({ loginMode: 1, username, password });
  const session = credentialsIn(await fetch(`${url}/api/auth/login`, { method: 'POST', headers, body }));
  if (session === undefined) throw new Error('the first login was refused');
  const made = await fetch(`${url}/api/auth/apiTokens`, { method: 'POST', headers: session });
  if (made.status !== 201) throw new Error(`an API token was refused: ${made.status}`);
  const { apiToken } = (await made.json()) as { readonly apiToken: string }; // docs/protocol section 3.8
  return apiToken;
}

/** Lines that are an error, and lines that are no line of the log. */
function errorsIn(file: string): readonly string[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '' && !/^\{"level":"(trace|debug|info|warn)"/.test(line));
}
