/**
 * What must never be logged, printed or kept in an error: names of headers and of body fields, in lower case.
 * Server and client redact by this one list.
 */
export const secrets = {
  headers: [
    'authorization',
    'proxy-authorization',
    'cookie',
    'set-cookie',
    'x-mstr-authtoken',
    'x-mstr-identitytoken',
    'www-authenticate',
  ],
  fields: [
    'password',
    'newpassword',
    'identitytoken',
    'codeverifier',
    'apitoken',
    'authtoken',
    'secretkey',
    'access_token',
    'id_token',
    'refresh_token',
    'samlresponse',
    'samlrequest',
  ],
} as const;

const secretHeaders: ReadonlySet<string> = new Set(secrets.headers);
const secretFields: ReadonlySet<string> = new Set(secrets.fields);

/** What stands in the place of a secret. */
export const redacted = '[redacted]';

/** Is the value of this header or body field a secret? Case is ignored. */
export function isSecretName(name: string): boolean {
  const lower = name.toLowerCase();
  return secretHeaders.has(lower) || secretFields.has(lower);
}
