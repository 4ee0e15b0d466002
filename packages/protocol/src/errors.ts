/* eslint-disable max-lines -- one table, which is read as a whole */
/**
 * The error catalogue: every failure this API family knows, as data.
 *
 * One row a kind. The server throws a kind and answers the row; the client reads a row back from an answer; documents
 * and tests are made from the same rows. Sources: docs/protocol section 4; what is our own choice is in section 9.
 */

/** May sending the same request again help, and after what? */
export type Retry = 'never' | 'after-correction' | 'after-login' | 'after-wait';

/** One row of the catalogue. */
export interface ErrorRow {
  /** The `code` of the wire error, in the short spelling (`ERR014`). */
  readonly code: string;
  /** HTTP status of the answer. */
  readonly status: number;
  /** The `message` of the wire error, unless the place that fails knows more. */
  readonly message: string;
  /** The Intelligence Server's own code, a signed 32-bit integer; absent where there is none. */
  readonly iServerCode?: number;
  readonly retry: Retry;
  /** What the caller should do, in a sentence. */
  readonly advice: string;
}

const correctInput = { retry: 'after-correction' } as const;

export const errorCatalogue = {
  // --- sessions -------------------------------------------------------------------------------------------------
  sessionInvalid: {
    code: 'ERR009',
    status: 401,
    message: "The user's session has expired, please reauthenticate",
    retry: 'after-login',
    advice: 'Log in again. Send the token together with every cookie that the login set.',
  },
  sessionsOfServerExhausted: {
    code: 'ERR001',
    status: 500,
    message: '(Maximum number of user sessions on the server exceeded.)',
    iServerCode: -2147073424,
    retry: 'after-wait',
    advice: 'Log out sessions that are no longer needed, or wait until idle ones run out.',
  },
  sessionsOfUserExhausted: {
    code: 'ERR001',
    status: 500,
    message: '(Maximum number of sessions of this user exceeded.)',
    iServerCode: -2147073423,
    retry: 'after-wait',
    advice: 'Log out sessions of this user that are no longer needed, or wait until idle ones run out.',
  },
  projectSessionsOfUserExhausted: {
    code: 'ERR001',
    status: 500,
    message: '(Maximum number of interactive session per user for project exceeded.)',
    iServerCode: -2147072486,
    retry: 'after-wait',
    advice: 'Log out sessions of this user on the project, or wait until idle ones run out.',
  },

  // --- logging in -----------------------------------------------------------------------------------------------
  wrongCredentials: {
    code: 'ERR003',
    status: 401,
    message: 'Login failed',
    iServerCode: -2147216959,
    ...correctInput,
    advice: 'Check the login name and the password. Do not repeat the same ones.',
  },
  accountDisabled: {
    code: 'ERR003',
    status: 401,
    message: 'Login failed. The account is disabled.',
    iServerCode: -2147216965,
    retry: 'never',
    advice: 'Ask an administrator to enable the account.',
  },
  passwordExpired: {
    code: 'ERR003',
    status: 401,
    message: 'Login failed. The password has expired and must be changed.',
    iServerCode: -2147216963,
    ...correctInput,
    advice: 'Log in with changePassword true and a newPassword.',
  },
  newPasswordRequired: {
    code: 'ERR003',
    status: 401,
    message: 'Login failed. A new password is required.',
    iServerCode: -2147216960,
    ...correctInput,
    advice: 'Log in with changePassword true and a newPassword.',
  },
  accountLocked: {
    code: 'ERR003',
    status: 401,
    message: 'Login failed. The account is locked.',
    iServerCode: -2147202287,
    retry: 'never',
    advice: 'Wait until the lock is over, or ask an administrator to unlock the account.',
  },
  userUnknown: {
    code: 'ERR003',
    status: 401,
    message: 'Login failed. There is no such user.',
    iServerCode: -2147202285,
    ...correctInput,
    advice: 'Check the login name. Told only by a server with errors.detailedLogin.',
  },
  passwordWrong: {
    code: 'ERR003',
    status: 401,
    message: 'Login failed. The password is wrong.',
    iServerCode: -2147202286,
    ...correctInput,
    advice: 'Check the password. Told only by a server with errors.detailedLogin.',
  },
  standardLoginNotAllowed: {
    code: 'ERR003',
    status: 401,
    message: 'Login failed. The account may not use standard authentication.',
    iServerCode: -2147213792,
    retry: 'never',
    advice: 'Use another login mode for this account, or ask an administrator.',
  },
  userNotLinked: {
    code: 'ERR003',
    status: 401,
    message: 'Login failed. This user of the directory has no account here.',
    iServerCode: -2147212488,
    retry: 'never',
    advice: 'Ask an administrator to link the user to an account, or to turn on importing.',
  },
  apiTokenInvalid: {
    code: 'ERR003',
    status: 401,
    message: 'Login failed. The API token is invalid, expired or revoked.',
    iServerCode: -2147213789,
    ...correctInput,
    advice: 'Make a new API token in an interactive session.',
  },
  apiTokenExpired: {
    code: 'ERR003',
    status: 401,
    message: 'Login failed. The API token has expired.',
    ...correctInput,
    advice: 'Make a new API token in an interactive session.',
  },
  trustedLoginRefused: {
    code: 'ERR003',
    status: 401,
    message: 'Login failed. The request does not come from a trusted proxy, or names no user.',
    iServerCode: -2147212489,
    retry: 'never',
    advice: 'Log in through the access-management proxy. An administrator names trusted proxies in auth.trusted.',
  },
  integratedLoginFailed: {
    code: 'ERR003',
    status: 401,
    message: 'Login failed. The Kerberos negotiation did not succeed.',
    iServerCode: -2147212462,
    ...correctInput,
    advice: 'Send an Authorization header of type Negotiate with a service ticket for this server.',
  },
  loginModeDisabled: {
    code: 'ERR003',
    status: 401,
    message: 'The login mode is not enabled (INVALID_AUTH_MODE)',
    retry: 'never',
    advice: 'Ask GET /config/authModes which login modes are enabled.',
  },
  loginModeUnknown: {
    code: 'ERR006',
    status: 400,
    message: 'The login mode is unknown',
    iServerCode: -2147207867,
    ...correctInput,
    advice: 'Send one of the numbers of docs/protocol section 2.',
  },
  loginModeAtWrongDoor: {
    code: 'ERR006',
    status: 400,
    message: 'The login mode cannot be used with this operation',
    ...correctInput,
    advice: 'The message names the operation or page that serves the login mode.',
  },
  loginModeMissing: {
    code: 'ERR005',
    status: 400,
    message: 'loginMode is required: neither Standard nor a default login mode that this operation serves is enabled',
    ...correctInput,
    advice: 'Send a loginMode. GET /config/authModes lists the enabled ones.',
  },
  identityTokenInvalid: {
    code: 'ERR003',
    status: 401,
    message: 'The identity token is invalid or has expired',
    retry: 'never',
    advice: 'Ask the holder of the session for a new identity token.',
  },
  operatorUnknown: {
    code: 'ERR003',
    status: 401,
    message: "The operator's credential is missing or wrong",
    ...correctInput,
    advice: "Send the credential of the operator by HTTP Basic. It stands in the server's configuration: admin.basic.",
  },
  secretKeyMissing: {
    code: 'ERR0023',
    status: 500,
    message: 'The secret key for identity tokens is missing or not valid',
    retry: 'never',
    advice: 'An administrator must set identityToken.secretKey.',
  },

  // --- passwords ------------------------------------------------------------------------------------------------
  passwordTooShort: {
    code: 'ERR006',
    status: 400,
    message: 'The new password is too short',
    iServerCode: -2147072525,
    ...correctInput,
    advice: 'Choose a longer password.',
  },
  passwordTooSimple: {
    code: 'ERR006',
    status: 400,
    message: 'The new password is not complex enough',
    iServerCode: -2147072516,
    ...correctInput,
    advice: 'The message says which kinds of characters are missing.',
  },
  passwordUsedBefore: {
    code: 'ERR006',
    status: 400,
    message: 'The new password is the same as a former one',
    iServerCode: -2147072514,
    ...correctInput,
    advice: 'Choose a password that you have not used here.',
  },
  passwordNotAcceptable: {
    code: 'ERR006',
    status: 400,
    message: 'The new password is not acceptable',
    iServerCode: -2147180957,
    ...correctInput,
    advice: 'The message says what the password must not be.',
  },
  passwordsDiffer: {
    code: 'ERR006',
    status: 400,
    message: 'The new password and its repetition are not the same',
    ...correctInput,
    advice: 'Type the new password twice.',
  },
  passwordNotModifiable: {
    code: 'ERR017',
    status: 403,
    message: 'The password of this account may not be changed by its user',
    iServerCode: -2147216952,
    retry: 'never',
    advice: 'Ask an administrator to change the password.',
  },

  // --- access ---------------------------------------------------------------------------------------------------
  privilegeMissing: {
    code: 'ERR014',
    status: 403,
    message: 'The user lacks a privilege for this operation',
    retry: 'never',
    advice: 'Ask an administrator for the privilege.',
  },
  projectAccessDenied: {
    code: 'ERR017',
    status: 403,
    message: '(The user does not have access to the project.)',
    iServerCode: -2147214578,
    retry: 'never',
    advice: 'Ask an administrator for access to the project.',
  },
  accountProtected: {
    code: 'ERR017',
    status: 403,
    message: 'This account may not be changed in this way',
    retry: 'never',
    advice: 'The message says why: the server needs the account, or it is your own.',
  },
  originRefused: {
    code: 'ERR017',
    status: 403,
    message: 'Requests from this origin are not allowed',
    retry: 'never',
    advice: 'An administrator can add the origin to auth.cors.origins.',
  },

  // --- logging in through pages -------------------------------------------------------------------------------------
  browserLoginLost: {
    code: 'ERR006',
    status: 400,
    message: 'This login was begun in another browser, took too long, or is over already',
    retry: 'never',
    advice: 'Begin the login again, in this browser.',
  },
  returnAddressRefused: {
    code: 'ERR006',
    status: 400,
    message: 'The address to return to is not allowed',
    retry: 'never',
    advice: 'An administrator can add its origin to auth.cors.origins.',
  },
  providerAnswerRefused: {
    code: 'ERR003',
    status: 401,
    message: 'The answer of the identity provider was refused',
    retry: 'never',
    advice: 'Begin the login again; the audit of the server says what was wrong.',
  },
  oidcNotAvailable: {
    code: 'ERR001',
    status: 404,
    message: 'OIDC not available',
    retry: 'never',
    advice: 'An administrator can name a native client at a provider in auth.oidc.',
  },
  providerRefused: {
    code: 'ERR003',
    status: 401,
    message: 'Login failed. It was cancelled or refused at the identity provider.',
    ...correctInput,
    advice: 'Begin the login again, and agree at the identity provider.',
  },
  logoutTokenRefused: {
    code: 'ERR006',
    status: 400,
    message: 'The logout token was refused',
    retry: 'never',
    advice: 'The audit of the server says what was wrong.',
  },

  // --- what was asked for ---------------------------------------------------------------------------------------
  notFound: {
    code: 'ERR004',
    status: 404,
    message: 'HTTP 404 Not Found',
    retry: 'never',
    advice: 'Check path and method. A method that a path does not support is answered like an unknown path.',
  },
  projectNotFound: {
    code: 'ERR004',
    status: 404,
    message: '(The project does not exist or is not loaded.)',
    iServerCode: -2147209151,
    ...correctInput,
    advice: 'GET /projects lists the projects of the user.',
  },
  privilegeNotFound: {
    code: 'ERR004',
    status: 404,
    message: 'There is no privilege with this id',
    ...correctInput,
    advice: 'GET /sessions/privileges lists the privileges.',
  },
  userNotFound: {
    code: 'ERR004',
    status: 404,
    message: 'There is no user with this id',
    iServerCode: -2147216967,
    ...correctInput,
    advice: 'Check the id of the user.',
  },
  userConnectionNotFound: {
    code: 'ERR004',
    status: 404,
    message: 'There is no session with this id',
    ...correctInput,
    advice: 'GET /monitors/userConnections lists the sessions. It may have ended by itself.',
  },
  inputMissing: {
    code: 'ERR005',
    status: 400,
    message: 'A required value is missing',
    ...correctInput,
    advice: 'The message names the missing value.',
  },
  inputInvalid: {
    code: 'ERR006',
    status: 400,
    message: 'A value is not valid',
    ...correctInput,
    advice: 'The message names the value and what is expected of it.',
  },
  jsonInvalid: {
    code: 'ERR006',
    status: 400,
    message: 'Invalid JSON',
    ...correctInput,
    advice: 'Send a body that is valid JSON, without repeated names, nested at most 32 deep.',
  },
  bodyTooLarge: {
    code: 'ERR006',
    status: 413,
    message: 'The request body is too large',
    ...correctInput,
    advice: 'Send a smaller body.',
  },
  addressTooLong: {
    code: 'ERR006',
    status: 414,
    message: 'The request address is too long',
    ...correctInput,
    advice: 'Send a shorter path and query.',
  },
  mediaTypeUnsupported: {
    code: 'ERR006',
    status: 415,
    message: 'The content type of the request body is not supported',
    ...correctInput,
    advice: 'Send application/json or application/x-www-form-urlencoded.',
  },
  headersTooLarge: {
    code: 'ERR006',
    status: 431,
    message: 'The request headers are too large',
    ...correctInput,
    advice: 'Send fewer or smaller headers and cookies.',
  },
  requestMalformed: {
    code: 'ERR006',
    status: 400,
    message: 'The request is not valid HTTP',
    ...correctInput,
    advice: 'Check what stands between the client and the server.',
  },
  requestTimeout: {
    code: 'ERR001',
    status: 408,
    message: 'The request did not arrive in time',
    retry: 'after-wait',
    advice: 'Send the whole request without long pauses.',
  },
  tooManyRequests: {
    code: 'ERR001',
    status: 429,
    message: 'Too many attempts',
    retry: 'after-wait',
    advice: 'Wait for the seconds of Retry-After.',
  },

  // --- the server itself ----------------------------------------------------------------------------------------
  serviceUnavailable: {
    code: 'ERR0016',
    status: 503,
    message: 'A part of the service is not available',
    retry: 'after-wait',
    advice: 'Wait for the seconds of Retry-After. The session is still there: do not throw it away.',
  },
  intelligenceServerUnreachable: {
    code: 'ERR0013',
    status: 503,
    message: 'The Intelligence Server cannot be reached',
    retry: 'after-wait',
    advice: 'Wait for the seconds of Retry-After.',
  },
  ldapNotConfigured: {
    code: 'ERR001',
    status: 500,
    message: 'MicroStrategy Intelligence Server is not configured to support LDAP authentication.',
    iServerCode: -2147205409,
    retry: 'never',
    advice: 'An administrator must configure the directory.',
  },
  internal: {
    code: 'ERR001',
    status: 500,
    message: 'An unexpected error occurred',
    retry: 'never',
    advice: 'Give the ticketId to the operator of the server: it is in the log.',
  },
} as const satisfies Record<string, ErrorRow>;

/** The name of a row of the catalogue. */
export type ErrorKind = keyof typeof errorCatalogue;
