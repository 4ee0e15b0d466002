import { responseValidators } from '@mstr-rest/protocol/validators';
import type { WireErrorBody } from '../errors/to-wire-error.js';
import type { Credentials } from './credentials.js';
import { cannotTell, noSession, type Verdict, type Verified } from './verdict.js';
import type { VerifierSettings } from './verifier-options.js';

const operation = responseValidators.verifySession;

/** Asks the server once. Does not reject: what is neither its yes nor its no is a `cannotTell`. */
export async function askServer(
  { url, deadlineMs, fetch }: VerifierSettings,
  { token, cookie }: Credentials,
): Promise<Verdict> {
  try {
    const answer = await fetch(url, {
      headers: { accept: 'application/json', 'x-mstr-authtoken': token, ...(cookie === undefined ? {} : { cookie }) },
      redirect: 'manual',
      signal: AbortSignal.timeout(deadlineMs),
    });
    return verdictOf(answer.status, await answer.text()) ?? cannotTell(unexpected(url, answer.status));
  } catch (error) {
    return cannotTell(new Error(`${url.href} has not answered: ${reasonOf(error)}`, { cause: error }));
  }
}

/** The server's own words only. A 401 of whoever else stands on the way says nothing about the session. */
function verdictOf(status: number, text: string): Verdict | undefined {
  if (status === 200)
    return readAs<Omit<Verified, 'kind'>>(text, operation[200], (kept) => ({ kind: 'verified', ...kept }));
  if (status === 401) return readAs<WireErrorBody>(text, operation[401], noSession);
  return undefined;
}

function readAs<T>(
  text: string,
  fits: ((value: unknown) => boolean) | undefined,
  use: (value: T) => Verdict,
): Verdict | undefined {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return undefined;
  }
  return fits?.(body) === true ? use(body as T) : undefined; // of the schema that was checked
}

function unexpected(url: URL, status: number): Error {
  const hint = status < 500 ? ': is this the address of the server, with its context?' : '';
  return new Error(`${url.href} answered ${status}${hint}`);
}

/** What fetch says itself is "fetch failed". By shape, since a fetch of the caller's may throw what it likes. */
function reasonOf(error: unknown): string {
  const { name, message, cause } = Object(error) as Partial<Error>;
  if (name === 'TimeoutError') return 'its time is over';
  return (Object(cause) as Partial<Error>).message ?? message ?? String(error);
}
