/** The body of a hashing thread, at the low priority that ours have. */
import os from 'node:os';
import { performance } from 'node:perf_hooks';
import { parentPort } from 'node:worker_threads';
import { verifySync } from '@node-rs/argon2';

export type HashTask =
  | { readonly kind: 'verify'; readonly hash: string; readonly password: string }
  | { readonly kind: 'loop'; readonly hash: string; readonly password: string; readonly durationMs: number };

if (os.platform() === 'linux') os.setPriority(0, 10); // only on Linux does a thread have a priority of its own

parentPort?.on('message', (task: HashTask) => parentPort?.postMessage(compute(task)));

function compute(task: HashTask): number | boolean {
  if (task.kind === 'verify') return verifySync(task.hash, task.password);
  const end = performance.now() + task.durationMs;
  let hashes = 0;
  for (; performance.now() < end; hashes += 1) verifySync(task.hash, task.password);
  return hashes;
}
