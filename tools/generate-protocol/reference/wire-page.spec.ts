import type { Document, Operation, Response, Schema } from '../document-shape.js';
import { wirePage } from './wire-page.js';

const answer: Response = {
  description: 'The thing.',
  headers: { 'X-Count': { required: true, schema: { type: 'integer' } } },
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } },
};
const operation: Operation = {
  operationId: 'getThing',
  tags: ['Things'],
  summary: 'Get a thing',
  description: 'Words.',
  security: [],
  parameters: [{ name: 'fields', in: 'query', description: 'Words.', schema: { type: 'string' } }],
  responses: {
    200: answer,
    404: { description: 'There is none.' },
  },
};
const thing: Schema = {
  type: 'object',
  description: 'Words.',
  required: ['id'],
  properties: { id: { type: 'string', description: 'Words.' }, description: { type: 'string' } },
};

function linesOf(change: Partial<Operation> = {}, schema: Partial<Schema> = {}): readonly string[] {
  const document: Document = {
    openapi: '3.1.0',
    info: { title: 'Things', version: '1' },
    servers: [{ url: '/' }],
    tags: [],
    paths: { '/things': { get: { ...operation, ...change } } },
    components: { schemas: { Thing: { ...thing, ...schema } } },
  };
  return wirePage(document).split('\n');
}

/** What a review sees: the lines that went and those that came. */
function differences(changed: readonly string[]) {
  const before = linesOf();
  return {
    gone: before.filter((line) => !changed.includes(line)),
    new: changed.filter((line) => !before.includes(line)),
  };
}

describe('the wire, line by line', () => {
  it('has a line for all that callers rely on', () => {
    expect(linesOf().slice(11, 17)).toEqual([
      'GET /things getThing',
      '  needs public',
      '  query fields {"type":"string"}',
      '  200 application/json Thing',
      '  200 header X-Count! {"type":"integer"}',
      '  404 nothing',
    ]);
    expect(linesOf()).toEqual(
      expect.arrayContaining(['Thing {"type":"object"}', '  id! {"type":"string"}', '  description {"type":"string"}']),
    );
  });

  it.each([
    ['an answer that goes', linesOf({ responses: { 200: answer } }), ['  404 nothing'], []],
    [
      'a parameter that becomes required',
      linesOf({ parameters: [{ name: 'fields', in: 'query', required: true, schema: { type: 'string' } }] }),
      ['  query fields {"type":"string"}'],
      ['  query fields! {"type":"string"}'],
    ],
    [
      'a member that need not be there any more',
      linesOf({}, { required: [] }),
      ['  id! {"type":"string"}'],
      ['  id {"type":"string"}'],
    ],
    [
      'a member of another type',
      linesOf({}, { properties: { ...thing.properties, id: { type: 'integer' } } }),
      ['  id! {"type":"string"}'],
      ['  id! {"type":"integer"}'],
    ],
  ])('shows %s', (_change, changed, gone, more) => {
    expect(differences(changed)).toEqual({ gone, new: more });
  });

  it('does not show other words', () => {
    const changed = linesOf({ summary: 'Fetch it', description: 'More words.' }, { description: 'More words.' });
    expect(differences(changed)).toEqual({ gone: [], new: [] });
  });
});
