import { Problem } from '../errors/problem.js';

/** A program on the reader's computer that asks to log in beside his browser. Source: docs/handover.md. */
export interface Handover {
  /** Where the program listens: http, a loopback address, a port, perhaps a path (RFC 8252 section 7.3). */
  readonly redirectUri: string;
  /** By which the program knows its own request again (RFC 6749 section 10.12). */
  readonly state: string;
  /** S256 challenge, which only the program can answer (RFC 7636 section 4.2). */
  readonly codeChallenge: string;
}

/** Names and values as they are in the address and in the form. */
export type HandoverFields = Readonly<Record<keyof typeof rules, string>>;

/** Read as text: an address parser repairs what is not what it looks like. No names, which could be made to lead elsewhere. */
const loopback = /^http:\/\/(?:127\.0\.0\.1|\[::1\]):(?<port>[1-9]\d{0,4})(?:\/[A-Za-z0-9\-._~/]*)?$/;

const rules = {
  redirect_uri: {
    holds: (value: string) => Number(loopback.exec(value)?.groups?.['port']) <= 65_535,
    expected: 'http://127.0.0.1:<port>/<path> or http://[::1]:<port>/<path>, without query and fragment',
  },
  state: {
    holds: (value: string) => /^[A-Za-z0-9\-._~]{1,200}$/.test(value),
    expected: '1 to 200 letters, digits and -._~',
  },
  code_challenge: { holds: (value: string) => /^[\w-]{43}$/.test(value), expected: '43 characters of base64url' },
  code_challenge_method: { holds: (value: string) => value === 'S256', expected: 'S256' },
} as const;

/** @throws Problem inputMissing, inputInvalid: then nobody is sent anywhere, for the address is not to be trusted */
export function handoverOf(fields: Readonly<Record<string, unknown>>): Handover {
  for (const [name, { holds, expected }] of Object.entries(rules)) {
    const value = fields[name];
    if (value === undefined) throw new Problem('inputMissing', { message: `${name} is required` });
    if (typeof value !== 'string' || !holds(value)) {
      throw new Problem('inputInvalid', { message: `${name} has to be ${expected}` });
    }
  }
  const { redirect_uri, state, code_challenge } = fields as HandoverFields; // just checked
  return { redirectUri: redirect_uri, state, codeChallenge: code_challenge };
}

export function fieldsOf({ redirectUri, state, codeChallenge }: Handover): HandoverFields {
  return { redirect_uri: redirectUri, state, code_challenge: codeChallenge, code_challenge_method: 'S256' };
}

/** Where the browser takes the outcome. @param issuer public address of this server, with its context (RFC 9207) */
export function outcomeAddress(
  { redirectUri, state }: Handover,
  issuer: string,
  outcome: { readonly identityToken: string } | { readonly error: 'access_denied' },
): string {
  const address = new URL(redirectUri);
  address.search = String(new URLSearchParams({ ...outcome, state, iss: issuer }));
  return address.href;
}
