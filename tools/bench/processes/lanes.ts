/** Connections that send requests one after the other, until they are stopped. */
import { createHistogram, performance, type RecordableHistogram } from 'node:perf_hooks';
import { Pool, type Dispatcher } from 'undici';
import type { LoadRequest } from './load-order.js';

export interface LaneSettings {
  /** Sent in turn, again and again. */
  readonly requests: readonly LoadRequest[];
  /** Of every answer. */
  readonly status: number;
  readonly connections: number;
  readonly restMs?: number | undefined;
  /** When a lane sends no more. */
  readonly isOver: () => boolean;
}

/** @returns how long answers took, in nanoseconds @throws Error at the first answer that is not as expected */
export async function runLanes(settings: LaneSettings): Promise<RecordableHistogram> {
  const { requests, status, connections, restMs, isOver } = settings;
  const pools = new Map<string, Pool>();
  const prepared = requests.map(({ url, ...rest }) => {
    const { origin, pathname } = new URL(url);
    const pool = pools.get(origin) ?? new Pool(origin, { connections, pipelining: 1 });
    pools.set(origin, pool);
    return { pool, options: { ...rest, path: pathname } satisfies Dispatcher.DispatchOptions };
  });
  const latency = createHistogram();
  let next = 0;
  /** One connection's worth of requests, one after the other. */
  const lane = () =>
    new Promise<void>((resolve, reject) => {
      let began = 0;
      let received = 0;
      const send = () => {
        const request = prepared[next++ % prepared.length];
        if (request === undefined || isOver()) return resolve();
        began = performance.now();
        request.pool.dispatch(request.options, handler);
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
    await Promise.all([...pools.values()].map((pool) => pool.destroy()));
  }
  return latency;
}
