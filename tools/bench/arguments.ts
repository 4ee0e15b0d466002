import { parseArgs } from 'node:util';

export interface Arguments {
  readonly help: boolean;
  readonly json: boolean;
  readonly markdown: boolean;
  readonly quick: boolean;
  /** Names of the cases to run. */
  readonly only: readonly string[];
}

/**
 * @param known the names of all cases
 * @throws Error that says what was not understood
 */
export function readArguments(args: readonly string[], known: readonly string[]): Arguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      markdown: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      only: { type: 'string' },
    },
  });
  const only = values.only === undefined ? known : values.only.split(',').map((name) => name.trim());
  const stranger = only.find((name) => !known.includes(name));
  if (stranger !== undefined) throw new Error(`There is no case "${stranger}": --only takes ${known.join(', ')}`);
  const { help, json, markdown, quick } = values;
  return { help, json, markdown, quick, only };
}
