import type { FastifyInstance } from 'fastify';
import { Problem } from '../errors/problem.js';
import { parseForm } from './form.js';
import { parseJson } from './json.js';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * How bodies are read. An empty body is no body, whatever type it claims; JSON and forms are parsed; anything else is
 * refused. Source: docs/protocol section 1.5.
 */
export function readBodies(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  const parse = (type: string, read: (text: string) => unknown) => {
    fastify.addContentTypeParser(type, { parseAs: 'buffer' }, (_request, body: Buffer, done) => {
      if (body.length === 0) return done(null, undefined);
      try {
        done(null, read(textOf(body)));
      } catch (error) {
        done(error as Error, undefined); // only errors are thrown
      }
    });
  };
  parse('application/json', parseJson);
  parse('application/x-www-form-urlencoded', parseForm);
  parse('*', () => {
    throw new Problem('mediaTypeUnsupported');
  });
}

function textOf(body: Buffer): string {
  try {
    return utf8.decode(body);
  } catch {
    throw new Problem('inputInvalid', { message: 'The request body is not valid UTF-8' });
  }
}
