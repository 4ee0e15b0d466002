import { errorCatalogue, findLoginMode, parseLoginRequest } from '@mstr-rest/protocol';
import { responseValidators } from '@mstr-rest/protocol/validators';

/** Names the login mode that the body of a login asks for, or says why there is none. */
export function judgeLogin(body: unknown): string {
  const parsed = parseLoginRequest(body);
  if (!parsed.ok) return `${errorCatalogue[parsed.kind].code}: ${parsed.message}`;
  return findLoginMode(parsed.value.loginMode ?? 1)?.name ?? 'no mode that is known';
}

/** Is this what `GET /sessions` may answer? */
export function isSession(body: unknown): boolean {
  return responseValidators.getSession[200]?.(body) ?? false;
}
