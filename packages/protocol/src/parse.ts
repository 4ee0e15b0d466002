/**
 * Parsing at the door: makes of what a caller sent the one type that the rest of a server works with.
 *
 * The generated validators say whether a body fits the document; here it is converted, because forms carry only strings
 * and JSON callers send numbers as strings too. Source: docs/protocol sections 1.5, 3.1, 3.6 and 3.7.
 */
import type { components } from './generated/types.js';
import { accepted, invalid, missing, readFields, refused } from './read-fields.js';
import type { Parsed } from './read-fields.js';

export type { Parsed } from './read-fields.js';

/** The body of `POST /auth/login`, with every default filled in. */
export interface LoginRequest {
  /** Undefined when the caller leaves the choice to the server. */
  readonly loginMode: number | undefined;
  readonly username: string | undefined;
  readonly password: string;
  readonly changePassword: boolean;
  /** Present if and only if `changePassword` is true. */
  readonly newPassword: string | undefined;
  readonly workingSet: number;
  readonly maxSearch: number;
  readonly metadataLocale: string;
  readonly warehouseDataLocale: string;
  readonly displayLocale: string;
  readonly messagesLocale: string;
  readonly numberLocale: string;
  readonly timeZone: string;
  readonly applicationType: number;
  /** Id of a custom application: 32 hexadecimal digits, in the case in which they were sent. */
  readonly applicationId: string | undefined;
}

/** The body of `POST /auth/delegate`. */
export interface DelegateRequest {
  /** Always -1. */
  readonly loginMode: number;
  readonly identityToken: string;
  /** The verifier of RFC 7636, for a token that was made for a challenge. */
  readonly codeVerifier: string | undefined;
}

/** The body of `POST /v2/auth/identityToken`. The method is always S256. */
export interface ChallengeRequest {
  /** SHA-256 of the verifier, base64url without padding. */
  readonly codeChallenge: string;
}

/** The body of `POST /auth/apiTokens`. */
export interface ApiTokenRequest {
  /** Id of another user, 32 upper-case hexadecimal digits; undefined: the user of the session. */
  readonly userId: string | undefined;
  /** 1 or more; undefined: the server's default. */
  readonly lifeTimeInMinutes: number | undefined;
}

/** The body of `POST /auth/oidc/token`: the token response of an OpenID provider. */
export interface OidcTokens {
  readonly idToken: string;
  readonly accessToken: string | undefined;
}

/** What is expected of each field, to go on from "loginMode is not …". */
const expectations = {
  login: {
    loginMode: 'an integer',
    username: 'a string of at most 1024 characters',
    password: 'a string of at most 1024 characters',
    changePassword: 'true or false',
    newPassword: 'a string of at most 1024 characters',
    workingSet: 'an integer of 0 or more',
    maxSearch: 'an integer of 0 or more',
    metadataLocale: 'a string of at most 35 characters',
    warehouseDataLocale: 'a string of at most 35 characters',
    displayLocale: 'a string of at most 35 characters',
    messagesLocale: 'a string of at most 35 characters',
    numberLocale: 'a string of at most 35 characters',
    timeZone: 'a string of at most 64 characters',
    applicationType: 'an integer',
    applicationId: '32 hexadecimal digits',
  },
  delegate: {
    loginMode: '-1, the only login mode of this operation',
    identityToken: 'a string of 1 to 4096 characters',
    codeVerifier: 'a string of 43 to 128 letters, digits and characters of "-._~"',
  },
  challenge: {
    codeChallenge: 'the 43 characters of a SHA-256 in base64url',
    codeChallengeMethod: 'S256, the only method',
  },
  oidcTokens: {
    id_token: 'a string of 1 to 32768 characters',
    access_token: 'a string of at most 32768 characters',
    refresh_token: 'a string of at most 32768 characters',
    token_type: 'a string of at most 64 characters',
    expires_in: 'a number of seconds',
    scope: 'a string of at most 4096 characters',
  },
  apiToken: {
    userId: '32 hexadecimal digits',
    lifeTimeInMinutes: 'an integer of 1 or more',
  },
} as const;

/** The body of a login. No body at all asks for the server's default mode with every default filled in. */
export function parseLoginRequest(body: unknown): Parsed<LoginRequest> {
  const fields = readFields<components['schemas']['LoginRequest']>('postLogin', body, expectations.login);
  if (!fields.ok) return fields;
  const given = fields.value;

  for (const name of ['loginMode', 'applicationType', 'workingSet', 'maxSearch'] as const) {
    const least = name === 'workingSet' || name === 'maxSearch' ? 0 : -(2 ** 31);
    const number = toInteger(given[name]);
    if (number !== undefined && (number < least || number >= 2 ** 31)) return invalid(name, expectations.login[name]);
  }
  const changePassword = toBoolean(given.changePassword) ?? false;
  if (changePassword && given.newPassword === undefined) return missing('newPassword');

  return accepted({
    loginMode: toInteger(given.loginMode),
    username: given.username ?? undefined,
    password: given.password ?? '',
    changePassword,
    // API explorers send the example of the document as it is; without changePassword it means nothing.
    newPassword: changePassword ? (given.newPassword ?? undefined) : undefined,
    workingSet: workingSetOf(toInteger(given.workingSet)),
    maxSearch: toInteger(given.maxSearch) || 3,
    metadataLocale: given.metadataLocale ?? 'en_us',
    warehouseDataLocale: given.warehouseDataLocale ?? 'en_us',
    displayLocale: given.displayLocale ?? 'en_us',
    messagesLocale: given.messagesLocale ?? 'en_us',
    numberLocale: given.numberLocale ?? 'en_us',
    timeZone: given.timeZone ?? 'UTC',
    applicationType: toInteger(given.applicationType) ?? 35,
    applicationId: given.applicationId || undefined,
  });
}

/** The body of a delegation. The login mode may be left out, since there is only one. */
export function parseDelegateRequest(body: unknown): Parsed<DelegateRequest> {
  const fields = readFields<components['schemas']['DelegateRequest']>('postDelegate', body, expectations.delegate);
  if (!fields.ok) return fields;
  const { identityToken, codeVerifier } = fields.value;
  return accepted({ loginMode: -1, identityToken, codeVerifier: codeVerifier ?? undefined });
}

/** The body that asks for an identity token for a code challenge. */
export function parseChallengeRequest(body: unknown): Parsed<ChallengeRequest> {
  const fields = readFields<components['schemas']['ChallengeRequest']>(
    'createIdentityTokenForChallenge',
    body,
    expectations.challenge,
  );
  return fields.ok ? accepted({ codeChallenge: fields.value.codeChallenge }) : fields;
}

/** The body of a login with tokens of an OpenID provider. */
export function parseOidcTokens(body: unknown): Parsed<OidcTokens> {
  const fields = readFields<components['schemas']['OidcTokens']>('postOidcToken', body, expectations.oidcTokens);
  if (!fields.ok) return fields;
  const { id_token: idToken, access_token: accessToken } = fields.value;
  return accepted({ idToken, accessToken: accessToken || undefined });
}

/**
 * The query `?clientId=` of that login.
 * @param value what the query holds: a string, an array where the parameter is repeated, undefined where it is absent
 */
export function parseClientId(value: unknown): Parsed<string> {
  if (value === undefined || value === null || value === '') return missing('clientId');
  if (Array.isArray(value)) return refused('inputInvalid', 'clientId is given more than once');
  if (typeof value !== 'string' || value.length > 256) return invalid('clientId', 'a string of at most 256 characters');
  return accepted(value);
}

/** The body that asks for an API token. No body at all asks for one of the caller with the default life. */
export function parseApiTokenRequest(body: unknown): Parsed<ApiTokenRequest> {
  const fields = readFields<components['schemas']['ApiTokenRequest']>('createApiToken', body, expectations.apiToken);
  if (!fields.ok) return fields;
  const lifeTimeInMinutes = toInteger(fields.value.lifeTimeInMinutes);
  if (lifeTimeInMinutes !== undefined && (lifeTimeInMinutes < 1 || lifeTimeInMinutes >= 2 ** 31)) {
    return invalid('lifeTimeInMinutes', expectations.apiToken.lifeTimeInMinutes);
  }
  return accepted({ userId: fields.value.userId?.toUpperCase(), lifeTimeInMinutes });
}

/**
 * The query `?userId=`: the id of another user, in upper case, or undefined where the caller is meant.
 * @param value what the query holds: a string, an array where the parameter is repeated, undefined where it is absent
 */
export function parseUserId(value: unknown): Parsed<string | undefined> {
  if (value === undefined || value === null) return accepted(undefined);
  if (Array.isArray(value)) return refused('inputInvalid', 'userId is given more than once');
  if (typeof value !== 'string' || !/^[0-9A-Fa-f]{32}$/.test(value))
    return invalid('userId', expectations.apiToken.userId);
  return accepted(value.toUpperCase());
}

/** Limits of the parameter `fields` in the document. */
const mostFields = 64;
const mostCharactersOfField = 64;

/**
 * The query `?fields=a,b`: the names of the top-level members to keep, or undefined for all of them.
 * @param value what the query holds: a string, an array where the parameter is repeated, undefined where it is absent
 */
export function parseFields(value: unknown): Parsed<readonly string[] | undefined> {
  if (value === undefined || value === null) return accepted(undefined);
  if (Array.isArray(value)) return refused('inputInvalid', 'fields is given more than once');
  const names = typeof value === 'string' ? namesIn(value) : undefined;
  if (!names || names.length > mostFields || names.some((name) => name.length > mostCharactersOfField)) {
    return invalid(
      'fields',
      `a comma list of at most ${mostFields} names of at most ${mostCharactersOfField} characters`,
    );
  }
  return accepted(names.length === 0 ? undefined : names);
}

function toInteger(value: number | string | null | undefined): number | undefined {
  // Adding 0 turns -0, which JSON can carry, into 0.
  return value === undefined || value === null ? undefined : Number(value) + 0;
}

function toBoolean(value: boolean | string | null | undefined): boolean | undefined {
  return typeof value === 'string' ? value.toLowerCase() === 'true' : (value ?? undefined);
}

// 0 is what API explorers send; 1 and 2 are below the least that the protocol knows.
function workingSetOf(asked: number | undefined): number {
  return asked ? Math.max(asked, 3) : 10;
}

function namesIn(list: string): readonly string[] {
  return list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
