/** What a session takes that nobody uses. */
import type { Figure, FigureCase } from '../figure-case.js';

/** The memory store beside it is only asked for the smaller number. */
const counts = [
  { count: 100_000, stores: ['embedded', 'memory'] },
  { count: 1_000_000, stores: ['embedded'] },
] as const;

export const memory: FigureCase = {
  name: 'memory',
  title: 'heap and disk of an idle session, each of another user',
  async measure(bench, { share, progress }) {
    const figures: Figure[] = [];
    for (const { count: inFull, stores } of counts) {
      const count = Math.round(inFull * share);
      for (const store of stores) {
        progress(`memory: ${count} sessions, ${store} store`);
        const { process } = await bench.start('fill', { folder: bench.newFolder(), store });
        const { heapBytes, diskBytes, durationMs } = await process.ask('fill', count);
        await process.stop();
        const of = `${store} store, ${count.toLocaleString('en')} sessions`;
        const goal = store === 'embedded' ? { goal: 64 } : {};
        figures.push({ what: `${of}: heap of each`, unit: 'bytes', values: [heapBytes / count], ...goal });
        if (diskBytes > 0) figures.push({ what: `${of}: disk of each`, unit: 'bytes', values: [diskBytes / count] });
        figures.push({ what: `${of}: opened`, unit: '1/s', values: [(count / durationMs) * 1000] });
      }
    }
    return figures;
  },
};
