/** Answers that many exchanges and stories expect. */
import type { Expected } from '../exchange.js';

/** The whole of what a login brings: a token of 26 characters, and as first `Set-Cookie` the one session cookie. */
export const sessionOpened: Expected = {
  status: 204,
  headers: {
    'x-mstr-authtoken': { matches: '^[0-9a-v]{26}$' },
    'set-cookie': { matches: '^JSESSIONID=[0-9A-F]{32};' },
    'cache-control': 'no-cache, no-store, max-age=0, must-revalidate',
    'content-type': null,
  },
};

export const done: Expected = { status: 204 };

/** One answer for everything that is no live session. */
export const noSession: Expected = {
  status: 401,
  code: 'ERR009',
  iServerCode: null,
  message: "The user's session has expired, please reauthenticate",
  headers: { 'content-type': 'application/json' },
};

/** Unknown user and wrong password look alike. */
export const wrongCredentials: Expected = { status: 401, code: 'ERR003', iServerCode: -2147216959 };

export const badIdentityToken: Expected = { status: 401, code: 'ERR003', iServerCode: null };

export const apiTokenMade: Expected = {
  status: 201,
  members: ['apiToken', 'createTime', 'expireTime'],
  headers: { 'content-type': 'application/json' },
};

/** One answer for every API token that lets nobody in. */
export const badApiToken: Expected = { status: 401, code: 'ERR003', iServerCode: -2147213789 };

export const notPrivileged: Expected = { status: 403, code: 'ERR014', iServerCode: null };
export const unknownUser: Expected = { status: 404, code: 'ERR004', iServerCode: -2147216967 };

export const unknownConnection: Expected = { status: 404, code: 'ERR004', message: 'There is no session with this id' };

/** A literal that clients compare, as for every address that does not exist. */
export const notFound: Expected = {
  status: 404,
  code: 'ERR004',
  message: 'HTTP 404 Not Found',
  headers: { 'content-type': 'application/json' },
};

export const inputInvalid: Expected = { status: 400, code: 'ERR006', iServerCode: null };
export const inputMissing: Expected = { status: 400, code: 'ERR005', iServerCode: null };

/** One answer for everything that is no header of a trusted proxy. */
export const notTrusted: Expected = { status: 401, code: 'ERR003', iServerCode: -2147212489 };

/** One answer for everything that is no ticket for this service, with what it takes to bring one. */
export const notNegotiated: Expected = {
  status: 401,
  code: 'ERR003',
  iServerCode: -2147212462,
  headers: { 'content-type': 'application/json', 'www-authenticate': 'Negotiate', 'x-mstr-authtoken': null },
};

/** Somebody whom another source vouches for, and who has no account. */
export const notLinked: Expected = { status: 401, code: 'ERR003', iServerCode: -2147212488 };

/** A login mode that exists but is not switched on. */
export function modeDisabled(mode: number): Expected {
  const message = `Login mode ${mode} is not enabled (INVALID_AUTH_MODE)`;
  return { status: 401, code: 'ERR003', iServerCode: null, message };
}

/** The session of a user with every default. */
export const defaultSession: Expected = {
  status: 200,
  body: { locale: 1033, maxSearch: 3, workingSet: 10 },
  members: ['locale', 'maxSearch', 'workingSet', 'timeout', 'id', 'fullName', 'initials'],
};
