import { parseArgs } from 'node:util';
import { scenarios } from './scenarios.js';

/** What a run is asked to do. */
export interface Options {
  readonly rounds: number;
  readonly seconds: number;
  /** Names of scenarios, in the order in which they run. */
  readonly only: readonly string[];
  /** File into which the results are written, between its two markers. */
  readonly write: string | undefined;
  readonly help: boolean;
}

const names = scenarios.map(({ name }) => name);

export const usage = `npm run bench -- [--rounds 7] [--seconds 2] [--only ${names.slice(0, 2).join(',')}] [--write docs/performance.md]

Measures the built server against node:http, in turns on one core, and prints tables of medians and ratios.

  --rounds N    how often the servers take turns; 7
  --seconds N   how long one turn takes at most; 2
  --only A,B    these scenarios only:
${scenarios.map(({ name, title }) => `                  ${name.padEnd(17)} ${title}`).join('\n')}
  --write FILE  also write the results into FILE, between <!-- results --> and <!-- /results -->
  --help        this text

Build the server first: npm run build
`;

/** @throws Error that says what was not understood */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rounds: { type: 'string', default: '7' },
      seconds: { type: 'string', default: '2' },
      only: { type: 'string', default: names.join(',') },
      write: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const rounds = Number(values.rounds);
  const seconds = Number(values.seconds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error(`--rounds ${values.rounds}: expected a whole number`);
  if (!(seconds > 0 && seconds <= 600)) throw new Error(`--seconds ${values.seconds}: expected a number up to 600`);
  const only = values.only.split(',').map((name) => name.trim());
  const strange = only.find((name) => !names.includes(name));
  if (strange !== undefined) throw new Error(`--only ${strange}: expected some of ${names.join(', ')}`);
  return { rounds, seconds, only, write: values.write, help: values.help };
}
