import { errorCatalogue, type ErrorKind, type ErrorRow } from '@mstr-rest/protocol';
import type { OperationName } from '../operations.js';
import { undescribed, type Description, type Signs } from './description.js';

const rows = Object.entries(errorCatalogue) as readonly [ErrorKind, ErrorRow][]; // the keys of the catalogue are the kinds

/** Of rows that look alike on the wire, the one whose advice is true of all of them. */
const general: ReadonlySet<ErrorKind> = new Set(['inputInvalid', 'inputMissing', 'notFound']);

/** Operations that are given an identity token, and fail with a plain login failure when it is not valid. */
const takesIdentityToken: ReadonlySet<OperationName> = new Set(['postDelegate', 'getIdentityTokenInfo']);

/** Operations that some accounts are kept from, in a message of their own. */
const changesUsers: ReadonlySet<OperationName> = new Set(['updatePartialUser', 'deleteUser']);

/**
 * Finds the row of the catalogue for an answer: by code, status and iServerCode, and where several rows share these by
 * message, and by operation. Source: docs/protocol sections 4.2 to 4.4.
 */
export function describeError(signs: Signs): Description {
  const found = findRow(signs);
  if (found) return { kind: found[0], retry: found[1].retry, advice: found[1].advice };
  return undescribed(signs.status);
}

function findRow(signs: Signs): readonly [ErrorKind, ErrorRow] | undefined {
  const { code, status, iServerCode, message, operation } = signs;
  const alike = rows.filter(([, row]) => row.code === code && row.status === status && row.iServerCode === iServerCode);
  if (alike.length < 2) return alike[0];
  const named = alike.find(([, row]) => row.message === message) ?? alike.find(([kind]) => general.has(kind));
  if (named) return named;
  return alike.find(([kind]) => {
    if (kind === 'identityTokenInvalid') return takesIdentityToken.has(operation);
    if (kind === 'accountProtected') return changesUsers.has(operation);
    return kind === 'originRefused' || (kind === 'loginModeDisabled' && message.includes('INVALID_AUTH_MODE'));
  });
}
