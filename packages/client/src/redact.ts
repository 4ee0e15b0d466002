import { isSecretName, redacted } from '@mstr-rest/protocol';

/** Shorter values of cookies are settings, such as a load balancer's node number, and would blot out half a message. */
const shortestSecretCookie = 8;

/** The login mode whose evidence, an API token, travels as `username` (docs/protocol section 3.1). */
const apiTokenMode = '4096';

/** The secrets that one call has sent, so that none of them comes back out in an error or a hook's view. */
export class Secrets {
  readonly #values = new Set<string>();
  readonly #sent = new Set<Readonly<Record<string, string>>>();

  /** Notes the values of secret headers. Names are in lower case. */
  addHeaders(headers: Readonly<Record<string, string>>): void {
    this.#sent.add(headers); // read when somebody asks: most calls go well
  }

  #readHeaders(headers: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(headers)) {
      if (isSecretName(name)) this.#add(value);
    }
    this.#add(headers['authorization']?.split(' ')[1]); // without its scheme
    for (const pair of headers['cookie']?.split(';') ?? []) {
      const value = pair.slice(pair.indexOf('=') + 1).trim();
      if (value.length >= shortestSecretCookie) this.#add(value);
    }
  }

  /** Notes the values of secret members of a body. */
  addBody(body: Readonly<Record<string, unknown>>): void {
    for (const [name, value] of Object.entries(body)) {
      if (isSecretName(name)) this.#add(value);
    }
    for (const { path, value } of operationsOf(body)) if (isSecretName(String(path).slice(1))) this.#add(value);
    if (String(body['loginMode']) === apiTokenMode) this.#add(body['username']);
  }

  /** The text with a mark in the place of every noted secret. */
  scrub(text: string): string {
    for (const headers of this.#sent) this.#readHeaders(headers);
    this.#sent.clear();
    // The longest first: a secret within another one would leave the rest of it standing.
    const values = [...this.#values].sort((one, other) => other.length - one.length);
    return values.reduce((clean, value) => clean.replaceAll(value, redacted), text);
  }

  /** A copy of headers or of a body in which no secret is left. */
  redact<Value>(values: Readonly<Record<string, Value>>): Readonly<Record<string, Value | string>> {
    const clean = ([name, value]: [string, Value]): [string, Value | string] => [
      name,
      isSecretName(name) ? redacted : (this.#clean(value) as Value | string),
    ];
    return Object.fromEntries(Object.entries(values).map(clean));
  }

  /** Texts within lists and objects too. */
  #clean(value: unknown): unknown {
    if (typeof value === 'string') return this.scrub(value);
    if (Array.isArray(value)) return value.map((one) => this.#clean(one));
    return typeof value === 'object' && value !== null ? this.redact(value as Record<string, unknown>) : value; // any object
  }

  #add(value: unknown): void {
    if (typeof value === 'string' && value !== '') this.#values.add(value);
  }
}

/** Changes of a user, where the body is such: a password among them is a value by the name of another member. */
function operationsOf({
  operationList,
}: Readonly<Record<string, unknown>>): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(operationList) ? operationList.map((one) => Object(one) as Record<string, unknown>) : []; // any object
}
