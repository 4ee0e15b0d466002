// @ts-check
/**
 * The body of a hashing thread: one Argon2 computation a message, or one look into the list of common passwords. Plain JavaScript, so that the same file runs from the
 * sources and from the build.
 */
import os from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { hashSync, verifySync } from '@node-rs/argon2';

/** @typedef {import('./hashing-threads.js').HashingTask} HashingTask */
/** @typedef {import('./hashing-threads.js').HashingAnswer} HashingAnswer */

/** @type {import('./hashing-threads.js').HashingCost} */
const { memoryKiB, iterations, parallelism } = workerData;

yieldToTheEventLoop();

/** @type {Promise<ReadonlySet<string>> | undefined} */
let commonPasswords;

parentPort?.on('message', async (/** @type {HashingTask} */ task) => parentPort?.postMessage(await answer(task)));

/**
 * @param {HashingTask} task
 * @returns {Promise<HashingAnswer>}
 */
async function answer(task) {
  try {
    return { kind: 'done', value: await compute(task) };
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}

/** @param {HashingTask} task */
async function compute(task) {
  if (task.kind === 'verify') return verifySync(task.hash, task.password);
  if (task.kind === 'find') return findCommon(task.words);
  // 2 is Argon2id: the package declares its enumeration in a way that JavaScript cannot import.
  return hashSync(task.password, { algorithm: 2, memoryCost: memoryKiB, timeCost: iterations, parallelism });
}

/**
 * The list is 50,000 words long, and is read when it is first needed: most threads never are asked.
 *
 * @param {readonly string[]} words
 */
async function findCommon(words) {
  commonPasswords ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) => new Set(dictionary['passwords-common']),
  );
  const common = await commonPasswords;
  return words.some((word) => common.has(word));
}

/**
 * However many logins are waiting, requests of those who are logged in go first. Only on Linux does a thread have a
 * priority of its own: elsewhere the call would slow the whole process.
 */
function yieldToTheEventLoop() {
  if (os.platform() !== 'linux') return;
  try {
    os.setPriority(0, 10);
  } catch {
    // A sandbox forbids it, or the process is lower already. Hashing at another priority is no reason to refuse logins.
  }
}
