import { HttpException } from '@nestjs/common';
import { Problem } from '../errors/problem.js';

/** What Fastify calls its refusals, and the rows of the catalogue that they are. */
const kindOfFastifyError = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'bodyTooLarge',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'mediaTypeUnsupported',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'requestMalformed',
  FST_ERR_BAD_URL: 'inputInvalid',
  FST_ERR_MAX_PARAM_LENGTH: 'addressTooLong',
} as const;

/** Recognises what the framework throws; anything else is passed on as it is. */
export function problemOf(thrown: unknown): unknown {
  if (thrown instanceof Problem) return thrown;
  if (thrown instanceof HttpException && thrown.getStatus() === 404) return new Problem('notFound');
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
  if (typeof code === 'string' && Object.hasOwn(kindOfFastifyError, code)) {
    const kind = kindOfFastifyError[code as keyof typeof kindOfFastifyError]; // hasOwn has just shown it
    const message = kind === 'inputInvalid' ? 'The address is not valid percent-encoded UTF-8' : undefined;
    return new Problem(kind, { cause: thrown, ...(message === undefined ? {} : { message }) });
  }
  return thrown;
}
