import { DirectoryDown } from './directory-down.js';

/** Does work that has to stop when the signal says so. */
export async function withDeadline<Result>(
  ms: number,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), ms);
  try {
    return await work(controller.signal);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Waits for what others share, no longer than the signal lets this login wait. What is waited for goes on.
 * @throws DirectoryDown where the time is over
 */
export function until<Result>(signal: AbortSignal, shared: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new DirectoryDown('the time for this login is over', { isLate: true }));
    if (signal.aborted) late();
    signal.addEventListener('abort', late, { once: true });
    void shared.then(resolve, reject).finally(() => signal.removeEventListener('abort', late));
  });
}
