/** What the client processes share: a server of ours beside them, on the same core, and calls to it for a while. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { answerQuestions } from './questions.js';

/** Calls under way at a time. */
const lanes = 8;

/** A session to make calls in. */
export interface Opened {
  readonly token: string;
  /** The `Set-Cookie` of the login. */
  readonly setCookie: string;
}

/** @param prepare logs in at a Library of this URL, and gives what asks for the session once */
export async function measureCalls(prepare: (url: string) => Promise<() => Promise<unknown>>): Promise<void> {
  const [settings = ''] = process.argv.slice(2);
  const server = fork(join(import.meta.dirname, 'ours.js'), [settings], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [{ ready }] = (await once(server, 'message')) as [{ readonly ready: string }]; // questions.ts
  const ask = await prepare(ready);
  answerQuestions('', {
    forget: () => null,
    async work(durationMs) {
      const start = performance.now();
      let requests = 0;
      const lane = async () => {
        for (; performance.now() - start < durationMs; requests += 1) await ask();
      };
      await Promise.all(Array.from({ length: lanes }, lane));
      return { requests, durationMs: performance.now() - start };
    },
  });
}

/** Logs in without a client. @throws Error where the login is refused */
export async function logIn(url: string): Promise<Opened> {
  const body = JSON.stringify({ loginMode: 8 });
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${url}/api/auth/login`, { method: 'POST', headers, body });
  const token = answer.headers.get('x-mstr-authtoken');
  const setCookie = answer.headers.get('set-cookie');
  if (token === null || setCookie === null) throw new Error(`the login was answered ${answer.status}`);
  return { token, setCookie };
}
