/** Declared is exercised: every status that the document declares comes from the real server, and no other does. */
import { operationTable, type OperationFacts } from '@mstr-rest/protocol';
import { Coverage, declaredPairs, exchanges, runExchange, runStory, stories } from '../src/index.js';
import type { Exchange, Result, Story } from '../src/index.js';
import { openTarget } from './open-target.js';
import { flood, largeHeads, outage, slowSenders, withoutOperator } from './rare-answers.js';
import { plain, special, type ServerKind } from './servers.js';
import { SwitchedStore } from './switched-store.js';

const withCaps = special.find(({ name }) => name === 'with caps') ?? plain;
const withOpenId = special.find(({ name }) => name.startsWith('with OpenID Connect')) ?? plain;
const isAboutOpenId = ({ with: wanted }: Exchange | Story) =>
  wanted?.['auth.modes.available']?.includes(4194304) === true;
const isAboutCaps = ({ with: wanted }: Exchange | Story) =>
  Object.keys(wanted ?? {}).some((key) => key.startsWith('iserver.max'));
const operations: readonly OperationFacts[] = Object.values(operationTable);

describe('the document and our server', () => {
  const coverage = new Coverage();
  const results = new Map<string, Result>();
  let sessionsLeft = -1;
  let floodStatuses: readonly number[] = [];

  async function run({ config, settings }: ServerKind, wanted: (script: Exchange | Story) => boolean) {
    const store = new SwitchedStore();
    await using open = await openTarget(config, settings, { sessionStore: store });
    for (const exchange of exchanges.filter(wanted)) {
      const result = await runExchange(exchange, open.target, coverage);
      if (result.outcome !== 'skipped') results.set(result.id, result);
    }
    for (const story of stories.filter(wanted)) await runStory(story, open.target, coverage);
    sessionsLeft = await store.count(open.clock.monotonic());
  }

  beforeAll(async () => {
    const quick = async () => {
      await run(withCaps, isAboutCaps);
      await run(withOpenId, isAboutOpenId);
      await run(plain, () => true);
      await largeHeads(coverage);
      await outage(coverage);
      await withoutOperator(coverage);
      floodStatuses = await flood(coverage);
    };
    await Promise.all([quick(), slowSenders(coverage)]);
  }, 60_000);

  it.each(operations)('$method $path gives every answer that it declares', ({ operationId }) => {
    const missing = coverage.missing.filter((pair) => pair.startsWith(`${operationId} `));
    expect(missing).toEqual([]);
  });

  it.each(operations.filter(({ access }) => ['session', 'token', 'cookie'].includes(access)))(
    '$method $path is 401 ERR009 without a session, and after its end',
    ({ operationId }) => {
      expect(results.get(`no-session-${operationId}`)?.outcome).toBe('passed');
      expect(results.get(`ended-session-${operationId}`)?.outcome).toBe('passed');
    },
  );

  it('agree: no status and no shape left the server that is not declared', () => {
    expect(coverage.violations).toEqual([]);
    expect([...coverage.seen.keys()].sort()).toEqual([...declaredPairs].sort());
  });

  it('hold no session any more that an exchange or a story opened', () => {
    expect(sessionsLeft).toBe(0);
  });

  it('let in or put off each login of a flood, and took none for a wrong password', () => {
    expect(new Set(floodStatuses)).toEqual(new Set([204, 503]));
  });
});
