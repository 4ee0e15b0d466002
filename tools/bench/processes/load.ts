/** The load generator: keeps a number of connections busy for a while, and measures how long answers take. */
import { performance } from 'node:perf_hooks';
import { runLanes } from './lanes.js';
import type { Load, LoadOrder } from './load-order.js';
import { answerQuestions } from './questions.js';

answerQuestions('', { load });

/** @throws Error at the first answer that is not as expected */
async function load({ durationMs, awake, ...order }: LoadOrder): Promise<Load> {
  let running = true;
  const stayAwake = () => void (running && setImmediate(stayAwake));
  if (awake) stayAwake();
  const start = performance.now();
  try {
    const latency = await runLanes({ ...order, isOver: () => performance.now() - start >= durationMs });
    return {
      requests: latency.count,
      durationMs: performance.now() - start,
      p50Ms: latency.percentile(50) / 1e6,
      p99Ms: latency.percentile(99) / 1e6,
    };
  } finally {
    running = false;
  }
}
