/** Is this a request that the document allows? For what a client sends. */
import { headers as wireHeaders, operationTable, type OperationFacts, type OperationId } from '@mstr-rest/protocol';
import { requestValidators, type OperationIdWithBody } from '@mstr-rest/protocol/validators';

/** A request as a client made it. */
export interface SeenRequest {
  readonly operation: OperationId;
  readonly query: URLSearchParams;
  /** Names are in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

const objectId = /^[0-9A-Fa-f]{32}$/;

/** The operation of a method and a path below `/api`; undefined where there is none. */
export function operationOf(method: string, path: string): OperationId | undefined {
  const fits = (facts: OperationFacts) =>
    facts.method === method && new RegExp(`^${facts.path.replace(/\{\w+\}/g, '[^/]+')}$`, 'u').test(path);
  // A path without parameters goes before one with: /sessions/privileges is no privilege of that name.
  const found = Object.values(operationTable)
    .filter(fits)
    .sort((one, other) => one.pathParameters.length - other.pathParameters.length);
  return found[0]?.operationId;
}

/** Every way in which a request departs from the document; empty where it does not. */
export function checkRequest(request: SeenRequest): readonly string[] {
  const facts: OperationFacts = operationTable[request.operation];
  return [...checkQuery(request, facts), ...checkHeaders(request, facts), ...checkBody(request, facts)];
}

function checkQuery({ query }: SeenRequest, { queryParameters }: OperationFacts): readonly string[] {
  const names = [...query.keys()];
  return [
    ...names.filter((name) => !queryParameters.includes(name)).map((name) => `the query has ${name}`),
    ...(new Set(names).size === names.length ? [] : ['a parameter of the query is repeated']),
  ];
}

function checkHeaders({ headers }: SeenRequest, { access, projectHeader }: OperationFacts): readonly string[] {
  const has = (name: string) => headers[name] !== undefined;
  const project = headers[wireHeaders.projectId];
  const byToken = access === 'session' || access === 'token';
  return [
    ...(byToken && !has(wireHeaders.authToken) ? ['the token is missing'] : []),
    ...(!byToken && has(wireHeaders.authToken) ? ['there is a token, and none is asked for'] : []),
    ...((byToken || access === 'cookie') && !has('cookie') ? ['the cookie is missing'] : []),
    ...(access === 'identity-token' && !has(wireHeaders.identityToken) ? ['the identity token is missing'] : []),
    ...(access === 'operator' && !has('authorization') ? ['the credential of the operator is missing'] : []),
    ...(projectHeader === 'required' && project === undefined ? ['the project is missing'] : []),
    ...(projectHeader === 'none' && project !== undefined ? ['there is a project, and none is asked for'] : []),
    ...(project !== undefined && !objectId.test(project) ? ['the project is no id'] : []),
  ];
}

function checkBody({ operation, headers, body }: SeenRequest, facts: OperationFacts): readonly string[] {
  if (body === undefined) return facts.bodyRequired ? ['the body is missing'] : [];
  if (!facts.takesBody) return ['there is a body, and none is taken'];
  const type = headers['content-type'] ?? '';
  if (!facts.contentTypes.includes(type)) return [`the content type is ${type}`];
  const validate = requestValidators[operation as OperationIdWithBody]; // it takes a body
  const fine = validate(type === 'application/json' ? JSON.parse(body) : Object.fromEntries(new URLSearchParams(body)));
  return fine ? [] : [`the body${validate.errors?.[0]?.instancePath ?? ''} ${validate.errors?.[0]?.message ?? ''}`];
}
