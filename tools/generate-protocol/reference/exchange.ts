/** An operation as it looks on the wire, made from the examples of the document. */
import { STATUS_CODES } from 'node:http';
import { follow, listExamples, type PlacedOperation } from '../document.js';
import type { Access } from '../access.js';
import type { Content, Document, Example, Header, Parameter, Response } from '../document-shape.js';

/** A body that an example shows. */
export interface ExampleBody {
  readonly mediaType: string;
  readonly caption: string;
  readonly text: string;
}

/** The bodies of all examples, in the order of the document. */
export function exampleBodies(document: Document, content: Content | undefined): readonly ExampleBody[] {
  return Object.entries(content ?? {}).flatMap(([mediaType, media]) =>
    listExamples(document, media).map(([name, example]) => ({
      mediaType,
      caption: captionOf(name, example),
      text: bodyText(mediaType, example),
    })),
  );
}

/** What an example is about: its summary, or its name in words (`wrongCredentials` is "wrong credentials"). */
export function captionOf(name: string, example: Example): string {
  return example.summary ?? name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** The whole request, with the credentials that the access asks for and the required headers. */
export function requestMessage(
  document: Document,
  placed: PlacedOperation,
  access: Access,
  body: ExampleBody | undefined,
): string {
  const base = new URL(serverAddress(document));
  const path = placed.parameters
    .filter((parameter) => parameter.in === 'path')
    .reduce(
      (text, parameter) => text.replace(`{${parameter.name}}`, encodeURIComponent(exampleOf(parameter))),
      placed.path,
    );
  const requiredHeaders = placed.parameters.filter((parameter) => parameter.in === 'header' && parameter.required);
  return message(`${placed.method.toUpperCase()} ${base.pathname}${path} HTTP/1.1`, body, [
    `Host: ${base.host}`,
    ...credentials(document, access),
    ...requiredHeaders.map((parameter) => `${parameter.name}: ${exampleOf(parameter)}`),
  ]);
}

/** The whole answer, with the headers that it always has. */
export function responseMessage(
  document: Document,
  status: string,
  response: Response,
  body: ExampleBody | undefined,
): string {
  const headers = Object.entries(response.headers ?? {}).flatMap(([name, header]) => {
    const { required = false, example = '…' } = follow<Header>(document, header);
    return required ? [`${name}: ${String(example)}`] : [];
  });
  return message(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, body, headers);
}

function message(firstLine: string, body: ExampleBody | undefined, headers: readonly string[]): string {
  const head = [firstLine, ...headers, ...(body ? [`Content-Type: ${body.mediaType}`] : [])].join('\n');
  return body ? `${head}\n\n${body.text}` : head;
}

function bodyText(mediaType: string, { value }: Example): string {
  if (mediaType !== 'application/x-www-form-urlencoded') return JSON.stringify(value, undefined, 2);
  return new URLSearchParams(value as Record<string, string>).toString();
}

function credentials(document: Document, access: Access): readonly string[] {
  const headers = document.components.headers ?? {};
  const token = `X-MSTR-AuthToken: ${String(headers['AuthToken']?.example ?? '…')}`;
  // The cookie goes back without the attributes behind its first semicolon.
  const cookie = `Cookie: ${String(headers['SessionCookie']?.example ?? '…').replace(/;.*$/, '')}`;
  const byAccess: Readonly<Record<Access, readonly string[]>> = {
    session: [token, cookie],
    token: [token, cookie],
    cookie: [cookie],
    'identity-token': [],
    operator: ['Authorization: Basic b3BlcmF0b3I6…'],
    public: [],
  };
  return byAccess[access];
}

function exampleOf(parameter: Parameter): string {
  return String(parameter.example ?? '…');
}

/** The address of the document's first server, with the defaults of its variables. */
export function serverAddress({ servers: [server] }: Document): string {
  return server.url.replace(/\{(\w+)\}/g, (_, name: string) => server.variables?.[name]?.default ?? name);
}
