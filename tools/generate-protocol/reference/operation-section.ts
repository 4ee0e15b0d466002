/** The section of one operation: what it does, what it takes, what it answers, how that is known. */
import { accessOf, type Access } from '../access.js';
import { componentName, follow, listExamples, type PlacedOperation } from '../document.js';
import type { Document, Evidence, RequestBody, Response, Schema } from '../document-shape.js';
import { captionOf, exampleBodies, requestMessage, responseMessage, type ExampleBody } from './exchange.js';
import { block, code, sections, table } from './markdown.js';
import { fieldTable, typeText } from './schema-section.js';

const accessText: Readonly<Record<Access, string>> = {
  session: '`X-MSTR-AuthToken` and the cookie `JSESSIONID` of one session',
  token: '`X-MSTR-AuthToken`; the cookie `JSESSIONID` may be missing',
  cookie: 'the cookie `JSESSIONID` alone',
  'identity-token': 'an identity token in `X-MSTR-IdentityToken`; no session',
  operator: 'the credential of the operator, by HTTP Basic; no session',
  public: 'nothing',
};

/** How an operation is headed: `POST /auth/login`. */
export function operationTitle({ method, path }: PlacedOperation): string {
  return `${method.toUpperCase()} ${path}`;
}

/** What a caller needs, in words. */
export function accessWords(document: Document, placed: PlacedOperation): string {
  return accessText[accessOf(placed, document.security)];
}

/** The section, headed by method and path. */
export function operationSection(document: Document, placed: PlacedOperation): string {
  const { operation } = placed;
  const body = operation.requestBody && follow(document, operation.requestBody);
  const responses = Object.entries(operation.responses).map(
    ([status, response]) => [status, follow<Response>(document, response)] as const,
  );
  return sections([
    `## ${operationTitle(placed)}`,
    `**${operation.summary}.** ${operation.description}`,
    `Needs: ${accessWords(document, placed)}. Operation id: ${code(operation.operationId)}.`,
    parameterPart(placed),
    body ? bodyPart(document, body) : '',
    answersPart(responses),
    errorsPart(document, responses),
    examplePart(document, placed, body, responses),
    evidencePart(operation['x-evidence'] ?? []),
  ]);
}

function parameterPart({ parameters }: PlacedOperation): string {
  const rows = parameters.map((one) => [
    code(one.name),
    one.in,
    typeText(one.schema),
    one.required ? 'yes' : '',
    one.description ?? '',
  ]);
  return titled('Parameters', table(['name', 'in', 'type', 'required', 'meaning'], rows));
}

function bodyPart(document: Document, body: RequestBody): string {
  const [media] = Object.values(body.content);
  const schema = media && follow<Schema>(document, media.schema);
  const types = Object.keys(body.content).map(code).join(' or ');
  return sections([
    '### Request body',
    `${body.required ? 'Required' : 'May be left out'}; ${types}. ${body.description ?? ''}`,
    schema ? fieldTable(document, schema) : '',
  ]);
}

type Responses = readonly (readonly [status: string, response: Response])[];

function answersPart(responses: Responses): string {
  const rows = responses.map(([status, response]) => [
    status,
    response.description,
    Object.values(response.content ?? {})
      .map((media) => (componentName(media.schema) === 'Error' ? '[Error](errors.md#error)' : typeText(media.schema)))
      .join(' or '),
    Object.keys(response.headers ?? {})
      .map(code)
      .join(', '),
  ]);
  return titled('Answers', table(['status', 'meaning', 'body', 'headers'], rows));
}

interface ErrorBody {
  readonly code: string;
  readonly message: string;
  readonly iServerCode?: number;
}

function errorsPart(document: Document, responses: Responses): string {
  const rows = responses
    .filter(([status]) => Number(status) >= 400)
    .flatMap(([status, { content }]) => Object.values(content ?? {}).map((media) => [status, media] as const))
    .flatMap(([status, media]) =>
      listExamples(document, media).map(([name, example]) => {
        // The tests of the protocol hold every example against the schema of errors.
        const error = example.value as ErrorBody;
        return [status, code(error.code), String(error.iServerCode ?? ''), error.message, captionOf(name, example)];
      }),
    );
  return titled('Errors by example', table(['status', 'code', 'iServerCode', 'message', 'when'], rows));
}

function examplePart(
  document: Document,
  placed: PlacedOperation,
  body: RequestBody | undefined,
  responses: Responses,
): string {
  const [firstRequest, ...otherRequests] = exampleBodies(document, body?.content);
  const success = responses.find(([status]) => Number(status) < 400);
  const [firstAnswer, ...otherAnswers] = exampleBodies(document, success?.[1].content);
  return sections([
    '### Example',
    block('http', requestMessage(document, placed, accessOf(placed, document.security), firstRequest)),
    success ? block('http', responseMessage(document, success[0], success[1], firstAnswer)) : '',
    furtherBodies('Other request bodies', otherRequests),
    furtherBodies('Other answers', otherAnswers),
  ]);
}

function furtherBodies(title: string, bodies: readonly ExampleBody[]): string {
  if (bodies.length === 0) return '';
  const parts = bodies.map(({ caption, mediaType, text }) =>
    sections([`${caption} (${code(mediaType)}):`, block(mediaType === 'application/json' ? 'json' : 'text', text)]),
  );
  return sections([`#### ${title}`, ...parts]);
}

function evidencePart(evidence: readonly Evidence[]): string {
  const rows = evidence.map((one) => [one.claim, one.mark, one.ours ? 'our choice' : one.sources.join(', ')]);
  return titled('Evidence', table(['claim', 'mark', 'sources'], rows));
}

function titled(title: string, content: string): string {
  return content === '' ? '' : `### ${title}\n\n${content}`;
}
