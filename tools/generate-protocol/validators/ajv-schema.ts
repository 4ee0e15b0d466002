/** Makes of a schema of the document what Ajv compiles: no annotations, references by name. */
import { componentName } from '../document.js';
import type { Schema } from '../document-shape.js';

/** Words for people; they check nothing, and in strict mode Ajv refuses those it does not know. */
const annotations = new Set(['title', 'description', 'default', 'example', 'examples', 'deprecated', 'externalDocs']);

/** Keywords whose value is a schema for each name, so that a key in them is a name and no keyword. */
const schemasByName = new Set(['properties', 'patternProperties', '$defs', 'dependentSchemas']);

/** Keywords whose value is data and stays as it is. */
const data = new Set(['const', 'enum', 'required']);

/** The code is made without the machinery for these: see code-file.ts. */
const unsupported = ['$dynamicRef', '$dynamicAnchor', 'unevaluatedProperties', 'unevaluatedItems'];

/**
 * The same schema for Ajv. A reference to a component becomes the component's bare name, the key it is registered by.
 * @throws Error for a keyword that the generated code would not check
 */
export function ajvSchema(schema: Schema): object {
  const keyword = unsupported.find((one) => one in schema);
  if (keyword !== undefined) throw new Error(`The generator does not support the keyword ${keyword}`);
  const component = componentName(schema);
  const entries = Object.entries(schema)
    .filter(([key]) => !annotations.has(key) && !key.startsWith('x-'))
    .map(([key, value]) => [key, key === '$ref' && component !== undefined ? component : convert(key, value)] as const);
  return Object.fromEntries(entries);
}

function convert(key: string, value: unknown): unknown {
  if (data.has(key) || typeof value !== 'object' || value === null) return value;
  if (schemasByName.has(key)) {
    return Object.fromEntries(Object.entries(value).map(([name, schema]) => [name, ajvSchema(schema as Schema)]));
  }
  if (Array.isArray(value)) return value.map((one) => convert('', one));
  return ajvSchema(value);
}
