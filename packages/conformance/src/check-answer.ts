/** Is this an answer that the document allows? */
import { headers as wireHeaders, normalizeErrorCode, operationTable, sessionCookie } from '@mstr-rest/protocol';
import type { OperationFacts, StatusFacts } from '@mstr-rest/protocol';
import { responseValidators, schemaValidators, type Validator } from '@mstr-rest/protocol/validators';
import type { Asked } from './exchange.js';
import { documentedAnswer, type DocumentedAnswer, type HeaderSchema } from './document.js';
import { valuesOfHeader, type RawAnswer } from './http.js';

/** Headers that hand over something, or ask for it: only where the document declares them. */
const keptHeaders = [
  wireHeaders.authToken,
  wireHeaders.identityToken,
  wireHeaders.totalCount,
  'set-cookie',
  'www-authenticate',
];

/**
 * Every way in which an answer departs from the document; empty where it does not.
 * @param cutDown whether the request asked for some fields only; their absence is no fault then
 */
export function checkAnswer(operation: Asked, answer: RawAnswer, cutDown: boolean): readonly string[] {
  if (operation === 'preflight' && answer.status < 300) return checkNoBody(answer);
  if (operation === 'preflight') return checkBody(answer, schemaValidators.Error, undefined);
  if (operation === null) return checkUnknownAddress(answer);
  const { statuses }: OperationFacts = operationTable[operation];
  const facts = statuses.find(({ status }) => status === answer.status);
  const documented = documentedAnswer(operation, answer.status);
  if (facts === undefined || documented === undefined) return [`${operation} does not declare status ${answer.status}`];
  const validator = responseValidators[operation][answer.status];
  return [
    ...checkHeaders(answer, documented),
    ...(validator === undefined
      ? checkNoBody(answer)
      : checkBody(answer, validator, cutDown && answer.status < 300 ? documented.examples[0]?.value : undefined)),
    ...checkCode(answer, facts),
  ];
}

function checkUnknownAddress(answer: RawAnswer): readonly string[] {
  const status = answer.status === 404 ? [] : [`an unknown address is answered ${answer.status} and not 404`];
  return [...status, ...checkBody(answer, schemaValidators.Error, undefined)];
}

function checkHeaders(answer: RawAnswer, { headers }: DocumentedAnswer): readonly string[] {
  const declared = headers.flatMap(({ name, required, schema }) => {
    const [value, ...more] = valuesOfHeader(answer, name);
    if (value === undefined) return required ? [`${name} is missing`] : [];
    if (more.length > 0 && name !== 'set-cookie') return [`${name} is there ${more.length + 1} times`];
    return fits(value, schema) ? [] : [`${name} is not as declared`];
  });
  const names = headers.map(({ name }) => name);
  const surplus = keptHeaders.filter((name) => !names.includes(name) && valuesOfHeader(answer, name).length > 0);
  const session = valuesOfHeader(answer, 'set-cookie').filter((value) => value.startsWith(`${sessionCookie}=`));
  return [
    ...declared,
    ...surplus.map((name) => `${name} is not declared here`),
    ...(session.length > 1 ? [`${sessionCookie} is set ${session.length} times`] : []),
  ];
}

function fits(value: string, schema: HeaderSchema): boolean {
  const { type, pattern, const: constant, minimum, minLength, maxLength, ...unread } = schema;
  const ignored = Object.keys(unread);
  if (ignored.length > 0) throw new Error(`the document uses a keyword that is not read here: ${ignored.join(', ')}`);
  if (type === 'integer' && !(/^-?\d+$/.test(value) && Number(value) >= (minimum ?? -Infinity))) return false;
  if (constant !== undefined && value !== constant) return false;
  if (pattern !== undefined && !new RegExp(pattern, 'u').test(value)) return false;
  return value.length >= (minLength ?? 0) && value.length <= (maxLength ?? Infinity);
}

function checkNoBody(answer: RawAnswer): readonly string[] {
  const type = valuesOfHeader(answer, 'content-type');
  return [
    ...(answer.body === '' ? [] : ['there is a body, and none is declared']),
    ...(type.length === 0 ? [] : ['there is a content type without a body']),
  ];
}

function checkBody(answer: RawAnswer, validate: Validator, whole: unknown): readonly string[] {
  const type = valuesOfHeader(answer, 'content-type');
  const typeFault = type.length === 1 && type[0] === 'application/json' ? [] : [`content-type is ${type.join(', ')}`];
  let body: unknown;
  try {
    body = JSON.parse(answer.body);
  } catch {
    return [...typeFault, 'the body is not JSON'];
  }
  if (validate(completed(body, whole))) return typeFault;
  const [error] = validate.errors ?? [];
  return [...typeFault, `the body${error?.instancePath ?? ''} ${error?.message ?? 'does not fit its schema'}`];
}

/** The members that `fields` left out are lent by the document's example, so that only those that came are judged. */
function completed(body: unknown, whole: unknown): unknown {
  if (Array.isArray(whole) && Array.isArray(body)) return body.map((one) => completed(one, (whole as unknown[])[0]));
  return isObject(body) && isObject(whole) ? { ...whole, ...body } : body;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function checkCode({ body }: RawAnswer, { status, codes }: StatusFacts): readonly string[] {
  if (codes.length === 0) return [];
  const code = /"code":"(\w+)"/.exec(body)?.[1];
  return code !== undefined && codes.includes(normalizeErrorCode(code))
    ? []
    : [`the code is ${code ?? 'missing'}, and with ${status} only ${codes.join(', ')} is declared`];
}
