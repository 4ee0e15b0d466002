/** `npm run soak`: a server under mixed load for as long as one likes, and whether it is as it was before. */
import { parseArgs } from 'node:util';
import { buildAll } from '../bundle.js';
import { Workbench } from '../workbench.js';
import { soak } from './soak.js';

const usage = `npm run soak [-- --minutes <number>]

Starts the built server with short timeouts and the embedded store, lets callers log in, read, renew, delegate, leave or go
away, guess and break off for so many minutes (by default 20), and says every minute how it stands. In the end: is memory
flat, is no session left, is no error in the log? Exit code 0: yes; 1: no, or something failed; 2: not understood.
`;

process.exitCode = await main();

async function main(): Promise<number> {
  const minutes = minutesOf(process.argv.slice(2));
  if (minutes === undefined) {
    process.stderr.write(usage);
    return 2;
  }
  process.once('SIGINT', () => process.exit(130));
  buildAll();
  const say = (text: string) => void process.stdout.write(`${text}\n`);
  const { passed, findings } = await Workbench.use((bench) => soak(bench, minutes, say));
  say(['', ...findings, '', passed ? 'The soak has passed.' : 'The soak has FAILED.'].join('\n'));
  return passed ? 0 : 1;
}

/** undefined where they cannot be understood. */
function minutesOf(args: readonly string[]): number | undefined {
  try {
    const { values } = parseArgs({ args: [...args], options: { minutes: { type: 'string', default: '20' } } });
    const minutes = Number(values.minutes);
    return minutes >= 1 ? Math.floor(minutes) : undefined;
  } catch {
    return undefined;
  }
}
