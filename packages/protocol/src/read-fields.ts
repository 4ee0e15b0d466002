/** Reading the fields of a request body, and saying what is wrong with them without repeating it. */
import { requestValidators } from './generated/validators.js';
import type { OperationIdWithBody } from './generated/validators.js';

/** What was asked for, or why it cannot be: a kind of the error catalogue, and a message that never contains the value. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly kind: 'inputMissing' | 'inputInvalid'; readonly message: string };

type Refused = Extract<Parsed<never>, { ok: false }>;

/**
 * The known fields of a body, once the generated validator has accepted them. Fields that are null are left out like
 * absent ones, and so is everything that the document does not name.
 */
export function readFields<Body>(
  operation: OperationIdWithBody,
  body: unknown,
  expected: Readonly<Record<string, string>>,
): Parsed<Body> {
  if (!isEmpty(body) && !isPlainObject(body)) return refused('inputInvalid', 'The body is not an object');
  const fields = pick(isEmpty(body) ? {} : body, Object.keys(expected));
  const validate = requestValidators[operation];
  // The validator has just compared the fields with the schema that Body is made from.
  if (validate(fields)) return accepted(fields as Body);

  const error = validate.errors?.[0];
  if (error?.keyword === 'required') return missing(String(error.params['missingProperty']));
  const name = error?.instancePath.split('/')[1] ?? '';
  return invalid(name, expected[name] ?? 'valid');
}

/** The own members with these names that have a value. A body cannot smuggle in others, nor inherit them. */
function pick(body: object, names: readonly string[]): Record<string, unknown> {
  const present = Object.entries(body).filter(([name, value]) => names.includes(name) && value !== null);
  return Object.fromEntries(present.filter(([, value]) => value !== undefined));
}

function isEmpty(body: unknown): body is undefined | '' {
  return body === undefined || body === '';
}

// A Buffer or a stream that was never parsed is an object too; taken for one, it would be a login without credentials.
// The second prototype is compared, not Object.prototype itself, which differs between realms.
function isPlainObject(body: unknown): body is object {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return false;
  const prototype: unknown = Object.getPrototypeOf(body);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** A result that holds the value. */
export function accepted<T>(value: T): Parsed<T> {
  return { ok: true, value };
}

/** A result that says in whole words what is wrong. */
export function refused(kind: Refused['kind'], message: string): Refused {
  return { ok: false, kind, message };
}

/** The result for a field that has to be there. */
export function missing(name: string): Refused {
  return refused('inputMissing', `${name} is missing`);
}

/** The result for a field of this name; what was expected goes on from "name is not …". */
export function invalid(name: string, expected: string): Refused {
  return refused('inputInvalid', `${name} is not ${expected}`);
}
