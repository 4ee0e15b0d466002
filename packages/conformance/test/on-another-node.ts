/**
 * Client, server and every exchange and story in one process of whatever Node runs this. Arguments: a folder for the data,
 * and as JSON the configuration of the server and what is known of it. Prints one line of JSON.
 */
import { createAuthServer, ManualClock, type ConfigInput } from '@mstr-rest/auth-server';
import { createClient, pkcePair } from '@mstr-rest/client';
import { Coverage, exchanges, recordingFetch, runClient, runExchange, runStory, stories } from '@mstr-rest/conformance';
import type { Result, Target } from '@mstr-rest/conformance';

/** What is printed. */
export interface Summary {
  readonly version: string;
  readonly passed: number;
  readonly failed: readonly Result[];
  /** Departures from the document. */
  readonly violations: readonly string[];
}

type Known = Required<Pick<Target, 'accounts' | 'project' | 'hiddenProject' | 'privilege' | 'operator' | 'origin'>>;

const [dataDirectory = '', given = ''] = process.argv.slice(2);
const { config, known } = JSON.parse(given) as { config: ConfigInput; known: Known };
const clock = new ManualClock();
const server = await createAuthServer({ ...config, dataDirectory }, { clock });
await server.listen();

const coverage = new Coverage();
const target: Target = { ...known, baseUrl: server.url, advance: (ms) => clock.advance(ms) };
const results: Result[] = [];
for (const exchange of exchanges) results.push(await runExchange(exchange, target, coverage));
for (const story of stories) results.push(await runStory(story, target, coverage));
const fetch = recordingFetch(`${server.url}/api`, coverage);
const newClient = () => createClient({ baseUrl: server.url, fetch });
const { user, administrator } = known.accounts;
results.push(
  await runClient({ ...known, newClient, pkcePair, account: user, ...(administrator && { administrator }) }),
);
await server.close();

const failed = results.filter(({ outcome }) => outcome === 'failed');
const passed = results.filter(({ outcome }) => outcome === 'passed').length;
const summary: Summary = { version: process.version, passed, failed, violations: coverage.violations };
process.stdout.write(`${JSON.stringify(summary)}\n`);
