import { collectDefaultMetrics, Registry } from 'prom-client';

let ofThisProcess: Registry | undefined;

/**
 * CPU, memory, event-loop delay, garbage collection. They are the process's, so all servers in it share them: what watches
 * garbage collection could not be stopped again.
 */
export function metricsOfProcess(): Registry {
  if (ofThisProcess === undefined) {
    ofThisProcess = new Registry();
    collectDefaultMetrics({ register: ofThisProcess });
  }
  return ofThisProcess;
}
