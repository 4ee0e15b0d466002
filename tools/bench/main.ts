/** `npm run bench`: measures the built auth-server against node:http. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { buildServers } from './build-servers.js';
import { measure } from './measure.js';
import { readOptions, usage, type Options } from './options.js';
import { pin } from './pinning.js';
import { authServer, made } from './places.js';
import { progressLine, reportOf, withResults } from './report.js';
import { scenarios, type Scenario } from './scenarios.js';

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.help) return void process.stdout.write(usage);
  if (!existsSync(`${authServer}/dist/main.js`)) throw new Error('The server is not built: npm run build');
  if (options.write !== undefined) withResults(readFileSync(options.write, 'utf8'), ''); // fails now and not at the end
  mkdirSync(made, { recursive: true });
  buildServers();

  const machine = describeMachine(options); // before the load average is our own
  const { prefix, note } = pin();
  const summary = `${machine}; ${note}.`;
  process.stdout.write(`${summary}\n\n`);
  const reports: string[] = [];
  for (const scenario of options.only.flatMap(scenariosNamed)) reports.push(await run(scenario, options, prefix));
  const results = `${summary}\n\n${reports.join('\n')}`;
  process.stdout.write(`\n${results}`);
  if (options.write !== undefined) {
    writeFileSync(options.write, withResults(readFileSync(options.write, 'utf8'), results));
    process.stdout.write(`\nWritten into ${options.write}\n`);
  }
}

async function run(scenario: Scenario, options: Options, prefix: readonly string[]): Promise<string> {
  const { rounds, seconds } = options;
  const progress = (round: number, samples: Parameters<typeof progressLine>[2]) => {
    const label = round === 0 ? 'warm-up' : `${round}/${rounds}`.padStart(7);
    process.stdout.write(`${progressLine(scenario, label, samples)}\n`);
  };
  return reportOf(scenario, await measure(scenario, { rounds, seconds, prefix, progress }));
}

function scenariosNamed(wanted: string): readonly Scenario[] {
  return scenarios.filter(({ name }) => name === wanted);
}

function describeMachine({ rounds, seconds }: Options): string {
  const [lastMinute = 0] = loadavg();
  const machine = `Node ${process.versions.node}, ${process.platform} ${process.arch}, ${availableParallelism()} cores`;
  return `${machine}, load ${lastMinute.toFixed(2)} before the run; medians of ${rounds} rounds, turns of ${seconds} s`;
}
