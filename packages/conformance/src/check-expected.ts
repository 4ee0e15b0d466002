/** Is this the answer that an exchange expects? */
import type { Expected, HeaderMatcher } from './exchange.js';
import { fillDeep, type Lookup } from './fill.js';
import { valuesOfHeader, type RawAnswer } from './http.js';

/** Every way in which an answer is not as expected; empty where it is. */
export function checkExpected(wanted: Expected, answer: RawAnswer, lookup: Lookup): readonly string[] {
  const expected = fillDeep(wanted, lookup) as Expected; // the same, with values in the place of placeholders
  const body = bodyOf(answer);
  const { code, message, iServerCode } = Object(body) as Readonly<Record<string, unknown>>; // any object
  const shown = typeof code === 'string' ? ` ${code} "${String(message)}"` : '';
  if (answer.status !== expected.status) return [`expected ${expected.status}, got ${answer.status}${shown}`];
  return [
    ...unless(expected.code === undefined || code === expected.code, `expected ${expected.code}, got${shown}`),
    ...checkIServerCode(expected.iServerCode, iServerCode),
    ...unless(expected.message === undefined || message === expected.message, `the message is ${String(message)}`),
    ...unless(
      expected.messageIncludes === undefined || String(message).includes(expected.messageIncludes),
      `the message lacks "${expected.messageIncludes}": ${String(message)}`,
    ),
    ...Object.entries(expected.headers ?? {}).flatMap(([name, matcher]) => checkHeader(name, matcher, answer)),
    ...checkPart(expected.body, body, 'body'),
    ...checkMembers(expected.members, body),
  ];
}

function bodyOf({ body }: RawAnswer): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined; // the answer is held against the document elsewhere
  }
}

function unless(fine: boolean, fault: string): readonly string[] {
  return fine ? [] : [fault];
}

function checkIServerCode(expected: number | null | undefined, actual: unknown): readonly string[] {
  if (expected === undefined || actual === (expected ?? undefined)) return [];
  return [`expected iServerCode ${expected ?? 'to be absent'}, got ${String(actual)}`];
}

function checkHeader(name: string, matcher: HeaderMatcher, answer: RawAnswer): readonly string[] {
  const values = valuesOfHeader(answer, name);
  if (matcher === null) return unless(values.length === 0, `${name} is there`);
  const [value] = values;
  if (value === undefined) return [`${name} is missing`];
  const fine = typeof matcher === 'string' ? value === matcher : new RegExp(matcher.matches, 'u').test(value);
  return unless(fine, `${name} is not as expected`);
}

/** Objects need only have the expected members; lists have to be as long as expected. */
function checkPart(expected: unknown, actual: unknown, at: string): readonly string[] {
  if (expected === undefined) return [];
  if (typeof expected !== 'object' || expected === null) {
    return unless(expected === actual, `${at} is ${JSON.stringify(actual)} and not ${JSON.stringify(expected)}`);
  }
  if (typeof actual !== 'object' || actual === null) return [`${at} is ${JSON.stringify(actual)}`];
  if (Array.isArray(expected) && (!Array.isArray(actual) || actual.length !== expected.length)) {
    return [`${at} is no list of ${expected.length}`];
  }
  return Object.entries(expected).flatMap(([name, value]) =>
    checkPart(value, (actual as Readonly<Record<string, unknown>>)[name], `${at}.${name}`),
  );
}

function checkMembers(expected: readonly string[] | undefined, body: unknown): readonly string[] {
  if (expected === undefined) return [];
  const wanted = [...expected].sort().join(', ');
  return [body].flat().flatMap((one) => {
    const members = Object.keys(Object(one) as object).sort();
    return unless(members.join(', ') === wanted, `the members are ${members.join(', ') || 'none'} and not ${wanted}`);
  });
}
