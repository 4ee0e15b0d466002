import { parseFields, type Parsed } from '@mstr-rest/protocol';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../errors/problem.js';

/** The value that a parser of the protocol found. @throws Problem of the kind that the parser names */
export function valueOf<T>(parsed: Parsed<T>): T {
  if (!parsed.ok) throw new Problem(parsed.kind, { message: parsed.message });
  return parsed.value;
}

/** The names in `?fields=`, or undefined where all are wanted. @throws Problem inputInvalid */
export function fieldsOf(request: FastifyRequest): readonly string[] | undefined {
  return valueOf(parseFields((request.query as Record<string, unknown>)['fields'])); // Fastify's parser makes an object
}

/** Keeps the fields that the caller asked for. Source: docs/protocol section 1.1. */
export function pick<T extends object>(value: T, fields: readonly string[] | undefined): Partial<T> {
  if (fields === undefined) return value;
  const kept = Object.entries(value).filter(([name]) => fields.includes(name));
  return Object.fromEntries(kept) as Partial<T>; // some of the entries of T
}
