/** No server at all: how many hashes the machine computes: `pure-hash.js <ignored> <threads>`, by default one a core. */
import { performance } from 'node:perf_hooks';
import { hashSync } from '@node-rs/argon2';
import { account, cost } from './account.js';
import { HashThreads } from './hash-threads.js';
import { answerQuestions } from './questions.js';

const [, wanted = ''] = process.argv.slice(2);
const threads = wanted === '' ? new HashThreads() : new HashThreads(Number(wanted));
const stored = hashSync(account.password, cost);

answerQuestions('', {
  forget: () => null,
  async work(durationMs) {
    const start = performance.now();
    const requests = await threads.computeFor(stored, account.password, durationMs);
    return { requests, durationMs: performance.now() - start };
  },
});
