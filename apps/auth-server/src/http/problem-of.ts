import { HttpException } from '@nestjs/common';
import type { ErrorKind } from '@mstr-rest/protocol';
import { Problem } from '../errors/problem.js';

/** What Fastify calls its refusals, and the rows of the catalogue that they are. */
const kindOfCode: Readonly<Record<string, ErrorKind>> = {
  FST_ERR_BAD_URL: 'inputInvalid',
  FST_ERR_MAX_PARAM_LENGTH: 'addressTooLong',
};

/** Nest makes its own exceptions of some of Fastify's, and keeps nothing but the status. */
const kindOfStatus: Readonly<Record<number, ErrorKind>> = {
  400: 'requestMalformed',
  404: 'notFound',
  413: 'bodyTooLarge',
  415: 'mediaTypeUnsupported',
};

/** Recognises what the framework throws; anything else is passed on as it is. */
export function problemOf(thrown: unknown): unknown {
  if (thrown instanceof Problem) return thrown;
  const kind = thrown instanceof HttpException ? kindOfStatus[thrown.getStatus()] : kindOfCode[codeOf(thrown)];
  if (kind === undefined) return thrown;
  const isAddress = kind === 'inputInvalid';
  return new Problem(kind, {
    cause: thrown,
    ...(isAddress ? { message: 'The address is not valid percent-encoded UTF-8' } : {}),
  });
}

function codeOf(thrown: unknown): string {
  return thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
}
