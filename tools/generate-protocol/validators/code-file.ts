/** The validators as code: Ajv standalone, bundled with Ajv's own run-time helpers into one file that imports nothing. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { sourceHeader } from '../header.js';
import { ajvSchema } from './ajv-schema.js';
import { bundle } from './bundle.js';
import type { Plan } from './plan.js';

const head = `${sourceHeader}// @ts-nocheck: Ajv's code has no types of its own. What leaves this file is typed below.

/** Why a value was refused. */
export interface ValidationError {
  /** JSON pointer to the place in the value: \`/loginMode\`; empty for the value itself. */
  readonly instancePath: string;
  /** The keyword of JSON Schema that was broken: \`required\`. */
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** For programmers. It may quote the schema, never the value. */
  readonly message?: string;
}

/** Says whether a value fits a schema. Stops at the first mistake. */
export interface Validator {
  (data: unknown): boolean;
  /** What was wrong at the last call; null when nothing was. */
  errors?: readonly ValidationError[] | null;
}

`;

/** Text of `src/generated/validators-code.ts`: an exported function for every schema of the plan. */
export async function validatorsCodeFile({ schemas }: Plan): Promise<string> {
  const ajv = new Ajv2020({
    strict: true,
    allErrors: false,
    unicodeRegExp: true,
    // A schema that others refer to is one function, called, instead of being copied into each of them.
    inlineRefs: false,
    code: { source: true, esm: true, lines: true },
  });
  // Every function would carry the machinery of $dynamicRef and unevaluated…; ajvSchema refuses these keywords.
  ajv.opts.dynamicRef = false;
  ajv.opts.unevaluated = false;
  for (const [name, schema] of schemas) ajv.addSchema(ajvSchema(schema), name);

  const exported = Object.fromEntries([...schemas.keys()].map((name) => [validatorName(name), name]));
  const code = standaloneCode.default(ajv, exported).replace(/export const (\w+) = (\w+);/g, 'export { $2 as $1 };');
  return head + exportTyped(await bundle(code));
}

/** What the validator of a schema is called. With a word before it, because the schema `Error` would hide the global. */
export function validatorName(schemaName: string): string {
  return `validate${schemaName[0]?.toUpperCase()}${schemaName.slice(1)}`;
}

/** Replaces the list of exports at the end by typed ones, so that TypeScript does not guess types from the code. */
function exportTyped(code: string): string {
  const list = /\nexport \{([^}]*)\};?\s*$/.exec(code);
  if (list === null) throw new Error('The bundle does not end with the list of its exports');
  const lines = [...(list[1] ?? '').matchAll(/(\w+) as (\w+)/g)].map(
    ([, local, exported]) => `export const ${exported}: Validator = ${local};\n`,
  );
  return `${code.slice(0, list.index)}\n\n${lines.join('')}`;
}
