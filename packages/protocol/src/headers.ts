/** Names that travel outside of bodies. Source: docs/protocol sections 1.2 to 1.4. */

/** Header names, in the lower case in which Node and `fetch` report them. */
export const headers = {
  /** The session's token: answered by a login, sent with every later request. */
  authToken: 'x-mstr-authtoken',
  /** Id of the project (32 hexadecimal digits) that a request is about; its first use opens the project's session. */
  projectId: 'x-mstr-projectid',
  /** An identity token: answered when one is made, sent to have it checked. */
  identityToken: 'x-mstr-identitytoken',
  /** The whole number of rows behind a list. */
  totalCount: 'x-mstr-total-count',
} as const;

/**
 * What a gateway hands on to the service behind it (`GET /auth/verify`; docs/gateway.md). Texts are percent-encoded UTF-8,
 * so that no name can end a header or begin another.
 */
export const identityHeaders = {
  userId: 'x-auth-user-id',
  username: 'x-auth-username',
  fullName: 'x-auth-full-name',
  sessionId: 'x-auth-session-id',
} as const;

/** The cookie that binds a token to its HTTP session: 32 upper-case hexadecimal digits. */
export const sessionCookie = 'JSESSIONID';

/** Headers that a script on another origin must be allowed to send and to read (docs/protocol section 1.6). */
export const corsHeaders = {
  allowed: [
    'content-type',
    'x-mstr-authtoken',
    'x-mstr-identitytoken',
    'x-mstr-projectid',
    'prefer',
    'x-requested-with',
  ],
  exposed: ['X-MSTR-AuthToken', 'X-MSTR-IdentityToken', 'x-mstr-total-count'],
} as const;
