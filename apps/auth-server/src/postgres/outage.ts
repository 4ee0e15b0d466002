/** Tells failures of the database from refusals of what was asked for. */
import { Problem } from '../errors/problem.js';

/** Classes of SQLSTATE: bad data, violated constraints, statements that are wrong. Source: PostgreSQL manual, appendix A */
const refusal = /^(22|23|42)/;
/** The user of the database may not do that (any more). */
const forbidden = '42501';

/**
 * What the rest of the server gets to see of an error of pg.
 * @returns Problem serviceUnavailable where the database fails, so that nobody takes it for an unknown user; else an Error
 * without the values that PostgreSQL puts into its details, such as hashes
 */
export function toldOf(error: unknown): Error {
  if (error instanceof Problem) return error;
  const state = stateOf(error);
  if (state !== undefined && refusal.test(state) && state !== forbidden) {
    return Object.assign(new Error(messageOf(error)), { code: state });
  }
  return new Problem('serviceUnavailable', { headers: { 'retry-after': '1' }, cause: new Error(messageOf(error)) });
}

/** Has the server itself answered? Otherwise its connection is of no use any more. */
export function isAnswer(error: unknown): boolean {
  return stateOf(error) !== undefined;
}

/** What PostgreSQL answers has a severity beside its SQLSTATE; what Node says, such as EPIPE, has a code only. */
function stateOf(error: unknown): string | undefined {
  const { code, severity } = error as { readonly code?: unknown; readonly severity?: unknown }; // nobody throws null
  return typeof code === 'string' && severity !== undefined ? code : undefined;
}

/** Trying several addresses of a host ends in an error that says nothing by itself. */
export function messageOf(error: unknown): string {
  const { errors, message, code } = error as {
    readonly errors?: unknown;
    readonly message?: unknown;
    readonly code?: unknown;
  };
  if (Array.isArray(errors) && errors.length > 0) return errors.map(messageOf).join('; ');
  return typeof message === 'string' && message !== '' ? message : String(code ?? error);
}
