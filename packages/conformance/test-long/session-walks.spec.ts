/** The same as in test/session-walks.spec.ts, on many walks, and others each time. A failure names its seed. */
import { walk } from '../test/session-walks.js';

describe('sessions at the server', () => {
  it('do what the table says on thousands of walks', async () => {
    expect((await walk(3000, Date.now())).size).toBeGreaterThan(15);
  });
});
