/** Parsing what administrators ask for. Source: docs/protocol sections 3.15 and 3.16. */
import type { components } from './generated/types.js';
import { accepted, invalid, readFields, refused } from './read-fields.js';
import type { Parsed } from './read-fields.js';

/** Which part of a list is asked for. */
export interface Page {
  readonly offset: number;
  /** Undefined: all. */
  readonly limit: number | undefined;
}

/** The query of `GET /users`. */
export interface UserQuery extends Page {
  /** May have the wildcards `*` and `?`. */
  readonly nameBegins: string | undefined;
  readonly abbreviationBegins: string | undefined;
  /** In upper case. */
  readonly id: string | undefined;
}

/** What is to be changed of a user; what is absent stays. */
export interface UserChangeRequest {
  readonly fullName?: string;
  readonly description?: string;
  readonly email?: string;
  readonly enabled?: boolean;
  readonly standardAuth?: boolean;
  readonly passwordModifiable?: boolean;
  readonly requireNewPassword?: boolean;
  /** In the clear. */
  readonly password?: string;
  /** Never true: an account is locked by wrong passwords only. */
  readonly locked?: false;
}

/** A query as it was parsed: a list where a parameter is repeated. */
type Query = Readonly<Record<string, unknown>>;

type Operation = components['schemas']['UserOperation'];
type Text = (value: string) => boolean;

const wholeNumber = /^\d{1,10}$/;
const objectId = /^[0-9A-Fa-f]{32}$/;

const isShort: Text = (value) => value.length <= 250 && /^\P{Cc}*$/u.test(value);
const isName: Text = (value) => isShort(value) && value.trim() !== '';

/** What can be changed: by its path, the property, and what its value has to be. */
const changeable: Readonly<Record<string, { readonly name: keyof UserChangeRequest; readonly text?: Text }>> = {
  '/name': { name: 'fullName', text: isName },
  '/fullName': { name: 'fullName', text: isName },
  '/description': { name: 'description', text: (value) => /^\P{Cc}*$/u.test(value) },
  '/email': { name: 'email', text: isShort },
  '/password': { name: 'password', text: (value) => value !== '' },
  '/enabled': { name: 'enabled' },
  '/standardAuth': { name: 'standardAuth' },
  '/passwordModifiable': { name: 'passwordModifiable' },
  '/requireNewPassword': { name: 'requireNewPassword' },
  '/locked': { name: 'locked' },
};
const removable: readonly string[] = ['description', 'email'] satisfies (keyof UserChangeRequest)[];

/** The parameters `offset` and `limit` of a list. */
export function parsePage(query: Query): Parsed<Page> {
  const offset = numberIn(query, 'offset', 'a whole number of 0 or more');
  if (!offset.ok) return offset;
  const unlimited = query['limit'] === '-1';
  const limit = unlimited
    ? accepted(undefined)
    : numberIn(query, 'limit', '-1, for all, or a whole number of 0 or more');
  return limit.ok ? accepted({ offset: offset.value ?? 0, limit: limit.value }) : limit;
}

/** The query of `GET /users`. Empty parameters count as absent. */
export function parseUserQuery(query: Query): Parsed<UserQuery> {
  const page = parsePage(query);
  if (!page.ok) return page;
  const { nameBegins, abbreviationBegins, id } = query;
  for (const [name, value] of Object.entries({ nameBegins, abbreviationBegins, id })) {
    if (Array.isArray(value)) return refused('inputInvalid', `${name} is given more than once`);
    if (typeof value === 'string' && value.length > 250) return invalid(name, 'a text of at most 250 characters');
  }
  if (typeof id === 'string' && id !== '' && !objectId.test(id)) return invalid('id', '32 hexadecimal digits');
  return accepted({
    ...page.value,
    nameBegins: textOrAbsent(nameBegins),
    abbreviationBegins: textOrAbsent(abbreviationBegins),
    id: textOrAbsent(id)?.toUpperCase(),
  });
}

/** The id of a user in a path, in upper case. */
export function parsePathUserId(value: string): Parsed<string> {
  return objectId.test(value) ? accepted(value.toUpperCase()) : invalid('id', '32 hexadecimal digits');
}

/** The body of `POST /monitors/deleteUserConnections`: each id once, in the order in which they came. */
export function parseConnectionIds(body: unknown): Parsed<readonly string[]> {
  const fields = readFields<components['schemas']['UserConnectionIds']>('deleteUserConnections', body, {
    userConnectionIds: 'a list of 1 to 1000 ids of sessions',
  });
  return fields.ok ? accepted([...new Set(fields.value.userConnectionIds)]) : fields;
}

/** The body of `PATCH /users/{id}`. What cannot be changed is refused by its path, never passed over. */
export function parseUserChanges(body: unknown): Parsed<UserChangeRequest> {
  const fields = readFields<components['schemas']['UserOperations']>('updatePartialUser', body, {
    operationList: 'a list of 1 to 32 objects, each with op (add, replace or remove), path and value',
  });
  if (!fields.ok) return fields;
  const changes: Record<string, string | boolean> = {};
  for (const operation of fields.value.operationList) {
    const { path } = operation;
    const change = Object.hasOwn(changeable, path) ? changeable[path] : undefined;
    if (change === undefined)
      return refused('inputInvalid', `operationList has a path that cannot be changed, ${shown(path)}`);
    const { name, text } = change;
    if (Object.hasOwn(changes, name)) return refused('inputInvalid', `operationList has the path ${path} twice`);
    const value = valueOf(operation, name, text);
    if (value === undefined) return refused('inputInvalid', `The value of ${path} is not ${expectedOf(name)}`);
    changes[name] = value;
  }
  return accepted(changes as UserChangeRequest); // the table names its properties, valueOf their types
}

function valueOf({ op, value }: Operation, name: string, text: Text | undefined): string | boolean | undefined {
  if (op.toLowerCase() === 'remove') return removable.includes(name) ? '' : undefined;
  if (text !== undefined) return typeof value === 'string' && text(value) ? value : undefined;
  const flag = typeof value === 'string' ? { true: true, false: false }[value.toLowerCase()] : value;
  if (typeof flag !== 'boolean' || (name === 'locked' && flag)) return undefined;
  return flag;
}

function expectedOf(name: keyof UserChangeRequest): string {
  if (name === 'locked') return 'false, the only value that it can be given';
  if (name === 'fullName') return 'a text of 1 to 250 characters without control characters';
  if (name === 'password') return 'a text of 1 to 1024 characters';
  if (name === 'description' || name === 'email') return 'a text without control characters';
  return 'true or false';
}

/** Enough of a path to find it in what was sent, and nothing that could forge a line. */
function shown(path: string): string {
  return path.replace(/[^\w/.-]/g, '?');
}

function numberIn(query: Query, name: string, expected: string): Parsed<number | undefined> {
  const value = query[name];
  if (value === undefined || value === '') return accepted(undefined);
  if (Array.isArray(value)) return refused('inputInvalid', `${name} is given more than once`);
  if (typeof value !== 'string' || !wholeNumber.test(value) || Number(value) >= 2 ** 31) return invalid(name, expected);
  return accepted(Number(value));
}

function textOrAbsent(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
