/** The typed tables through which the validators are found. */
import { sourceHeader } from '../header.js';
import { validatorName } from './code-file.js';
import type { Plan } from './plan.js';

/** Text of `src/generated/validators.ts`, not yet laid out. */
export function validatorsFile(plan: Plan): string {
  const requests = [...plan.requests].map(([id, name]) => `${id}: code.${validatorName(name)},`);
  const responses = [...plan.responses].map(([id, byStatus]) => {
    const rows = [...byStatus].map(([status, name]) => `${status}: code.${validatorName(name)},`);
    return `${id}: { ${rows.join(' ')} },`;
  });
  return `${sourceHeader}import type { OperationId } from './operations.js';
import * as code from './validators-code.js';
import type { Validator } from './validators-code.js';

export type { ValidationError, Validator } from './validators-code.js';

/** The name of an operation that takes a body. */
export type OperationIdWithBody = ${union(plan.requests.keys())};

/** The name of a schema among the document's components. */
export type SchemaName = ${union(plan.components)};

/** The validator of each request body. */
export const requestValidators: Readonly<Record<OperationIdWithBody, Validator>> = {
${requests.join('\n')}
};

/** The validators of JSON answers, by operation and HTTP status; a declared status without one has no body. */
export const responseValidators: Readonly<Record<OperationId, Readonly<Partial<Record<number, Validator>>>>> = {
${responses.join('\n')}
};

/** A validator for each component schema. */
export const schemaValidators: Readonly<Record<SchemaName, Validator>> = {
${plan.components.map((name) => `${name}: code.${validatorName(name)},`).join('\n')}
};
`;
}

function union(names: Iterable<string>): string {
  return [...names].map((name) => `'${name}'`).join(' | ');
}
