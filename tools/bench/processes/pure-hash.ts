/** No server at all: how many hashes the machine computes. */
import { performance } from 'node:perf_hooks';
import { hashSync } from '@node-rs/argon2';
import { account, cost } from './account.js';
import { HashThreads } from './hash-threads.js';
import { answerQuestions } from './questions.js';
import { readSettings } from './settings.js';

const threads = new HashThreads(readSettings().threads);
const stored = hashSync(account.password, cost);

answerQuestions('', {
  forget: () => null,
  async work(durationMs) {
    const start = performance.now();
    const requests = await threads.computeFor(stored, account.password, durationMs);
    return { requests, durationMs: performance.now() - start };
  },
});
