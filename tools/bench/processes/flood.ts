/** Floods a server from `begin` to `end`. */
import { setTimeout as wait } from 'node:timers/promises';
import type { FloodOrder } from './flood-order.js';
import { holdIdle, sendSlowly, type Held } from './held-connections.js';
import { runLanes } from './lanes.js';
import { answerQuestions } from './questions.js';

/** A flood rages for so long before it is said to have begun. */
const leadMs = 300;

let current: Held | undefined;

answerQuestions('', {
  async begin(order) {
    current = await flood(order);
    await wait(leadMs);
    return null;
  },
  async end() {
    await current?.end();
    return null;
  },
});

async function flood(order: FloodOrder): Promise<Held> {
  if (order.kind !== 'requests') return order.kind === 'idle' ? holdIdle(order) : sendSlowly(order);
  let over = false;
  const { request, status, connections } = order;
  const done = runLanes({ requests: [request], status, connections, isOver: () => over });
  done.catch(() => undefined); // it is waited for at the end
  return {
    async end() {
      over = true;
      await done;
    },
  };
}
