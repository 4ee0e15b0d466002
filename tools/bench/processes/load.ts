/** The load generator: keeps a number of connections busy for a while, and measures how long answers take. */
import { createHistogram, performance } from 'node:perf_hooks';
import { Pool, type Dispatcher } from 'undici';
import type { Load, LoadOrder } from './load-order.js';
import { answerQuestions } from './questions.js';

answerQuestions('', { load });

/** @throws Error at the first answer that is not as expected */
async function load({ requests, status, connections, durationMs, restMs, awake }: LoadOrder): Promise<Load> {
  const options = requests.map(({ url, ...rest }): Dispatcher.DispatchOptions => ({
    ...rest,
    path: new URL(url).pathname,
  }));
  const pool = new Pool(new URL(requests[0]?.url ?? '').origin, { connections, pipelining: 1 });
  const latency = createHistogram();
  let running = true;
  const stayAwake = () => void (running && setImmediate(stayAwake));
  if (awake) stayAwake();
  const start = performance.now();
  let next = 0;
  /** One connection's worth of requests, one after the other. */
  const lane = () =>
    new Promise<void>((resolve, reject) => {
      let began = 0;
      let received = 0;
      const send = () => {
        began = performance.now();
        const request = options[next++ % options.length];
        if (request === undefined || began - start >= durationMs) return resolve();
        pool.dispatch(request, handler);
      };
      const handler: Dispatcher.DispatchHandler = {
        onRequestStart: () => undefined,
        onResponseStart: (_controller, code) => {
          received = code;
        },
        onResponseData: () => undefined,
        onResponseEnd: () => {
          if (received !== status) return reject(new Error(`answered ${received}, expected ${status}`));
          latency.record(Math.max(1, Math.round((performance.now() - began) * 1e6)));
          if (restMs === undefined) send();
          else setTimeout(send, restMs);
        },
        onResponseError: (_controller, error) => reject(error),
      };
      send();
    });
  try {
    await Promise.all(Array.from({ length: connections }, lane));
  } finally {
    running = false;
    await pool.destroy();
  }
  const took = performance.now() - start;
  return {
    requests: latency.count,
    durationMs: took,
    p50Ms: latency.percentile(50) / 1e6,
    p99Ms: latency.percentile(99) / 1e6,
  };
}
