/** Which validators there are, and which of them serves which body: one for each different schema, however often it is used. */
import { componentName, follow, listOperations } from '../document.js';
import type { Content, Document, Response, Schema } from '../document-shape.js';

export interface Plan {
  /** The schema of every validator, by the validator's name. The components come first and keep their names. */
  readonly schemas: ReadonlyMap<string, Schema>;
  /** Names of the component schemas. */
  readonly components: readonly string[];
  /** Operation id to the validator of its request body. */
  readonly requests: ReadonlyMap<string, string>;
  /** Operation id to status to the validator of the JSON body of that answer. */
  readonly responses: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** @throws Error when the media types of one body have different schemas: a validator could not tell which was meant. */
export function planValidators(document: Document): Plan {
  const schemas = new Map(Object.entries(document.components.schemas));
  const components = [...schemas.keys()];
  const requests = new Map<string, string>();
  const responses = new Map<string, ReadonlyMap<string, string>>();

  for (const { operation } of listOperations(document)) {
    const id = operation.operationId;
    if (operation.requestBody) {
      const { content } = follow(document, operation.requestBody);
      requests.set(id, nameOf(onlySchema(content, id), `${id}Request`, schemas));
    }
    const byStatus = new Map<string, string>();
    for (const [status, response] of Object.entries(operation.responses)) {
      const { content } = follow<Response>(document, response);
      if (content) byStatus.set(status, nameOf(onlySchema(content, id), `${id}${status}`, schemas));
    }
    responses.set(id, byStatus);
  }
  return { schemas, components, requests, responses };
}

/** The validator for this schema: the component it refers to, one that is there already, or a new one of this name. */
function nameOf(schema: Schema, ownName: string, schemas: Map<string, Schema>): string {
  const component = componentName(schema);
  if (component !== undefined) return component;
  const text = JSON.stringify(schema);
  for (const [name, known] of schemas) if (JSON.stringify(known) === text) return name;
  schemas.set(ownName, schema);
  return ownName;
}

function onlySchema(content: Content, operationId: string): Schema {
  const [first, ...others] = Object.values(content).map((media) => media.schema);
  if (first === undefined) throw new Error(`${operationId} has a body without a media type`);
  if (others.some((schema) => JSON.stringify(schema) !== JSON.stringify(first))) {
    throw new Error(`${operationId} has a body with different schemas by media type`);
  }
  return first;
}
