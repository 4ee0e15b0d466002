// Generated from spec/openapi.yaml by npm run generate. Do not edit.
export interface paths {
  '/auth/login': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Log in
     * @description Checks the credentials by the chosen login mode and opens a new session, whatever credentials the request still carries from an earlier one; those are ignored. A session from before lives on. The token is in `X-MSTR-AuthToken`, the cookie in `Set-Cookie`. Modes whose proof is not in the body (64 trusted header, 128 Kerberos) are asked for by number, or by no body at all where one of them is the default; the proof of mode 128 is `Authorization: Negotiate` with a SPNEGO token, and nothing else reads that header. SAML and OIDC begin at pages outside this API.
     */
    post: operations['postLogin'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/logout': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Log out
     * @description Ends the session, and with it every session that shares its Intelligence Server session by delegation. Other logins of the same user live on. This is the one operation that takes the token without the cookie.
     */
    post: operations['postLogout'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/token': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get the token of the browser's session
     * @description Answers with the token that belongs to the session of the cookie, as a page needs it after a login elsewhere in the browser. Pages poll it; it neither opens nor extends a session.
     */
    get: operations['getAuthToken'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/verify': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Verify a session for a service beside
     * @description For gateways and for services that let in whoever has a session here: says who that is, in the body, and for gateways that hand on headers, in headers too. Restarts the idle timers, since a request to the service is activity. The answer holds neither token nor cookie. Any other method, and any path below this one, asks the same, for gateways send the method and the path of the request that they ask about.
     */
    get: operations['verifySession'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get the session
     * @description Describes the configuration session and restarts its idle timers.
     */
    get: operations['getSession'];
    /**
     * Keep the session alive
     * @description Restarts the idle timers of the session. Has no body and answers with none.
     */
    put: operations['renewSession'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sessions/projectId': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get the session of a project
     * @description Describes the session of the project that the header names, opening it when needed, and restarts the idle timers. The last segment of the path is literal.
     */
    get: operations['getProjectSession'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sessions/userInfo': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get the user of the session
     * @description Says who is logged in.
     */
    get: operations['getUserInfo'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sessions/privileges': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the privileges of the user
     * @description Lists the privileges of the session's user, for the whole server and by project.
     */
    get: operations['getPrivileges'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sessions/privileges/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get one privilege of the user
     * @description Says whether the session's user holds the privilege, for the whole server and by project.
     */
    get: operations['getPrivilege'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/identityToken': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Check an identity token
     * @description Names the user of an identity token. The token is not used up by this, and no session is needed.
     */
    get: operations['getIdentityTokenInfo'];
    put?: never;
    /**
     * Create an identity token
     * @description Issues a signed token that stands for this session. It can be checked as often as wanted, delegates once, lives for a minute unless configured otherwise (10 to 600 seconds) and dies with the session. Has no body; the token is in `X-MSTR-IdentityToken`.
     */
    post: operations['createIdentityToken'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v2/auth/identityToken': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Create an identity token for a code challenge
     * @description Issues an identity token that only the party can delegate that made the challenge (RFC 7636, method S256): `POST /auth/delegate` then needs the verifier. Otherwise the token is like that of version 1.
     */
    post: operations['createIdentityTokenForChallenge'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/oidc/token': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Log in with tokens of an OpenID provider
     * @description Opens a session for the person whom an ID token names (mode 4194304), for a program that is no browser and has got the token itself: by the authorization code flow with PKCE, as the client that `GET /config/oidc/native` names. The body is the token response of the provider as it came. The ID token must have been issued to that client within the last ten minutes, and counts once; the other tokens are not kept.
     */
    post: operations['postOidcToken'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/delegate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Open a session from an identity token
     * @description Opens a session of its own, with its own token and cookie, that shares the Intelligence Server session of the one the identity token was made in. Keeping either alive keeps that shared part alive; logging out of either ends both.
     */
    post: operations['postDelegate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/apiTokens': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List API tokens
     * @description Says when the API token of the user was made, when it expires and when somebody last logged in with it, but not the token itself. The list is empty where there is none. An administrator may ask for another user.
     */
    get: operations['getApiTokens'];
    put?: never;
    /**
     * Create an API token
     * @description Makes an API token for the user of the session, or, on behalf of an administrator, for another user. It is shown in this answer only. A user has one API token: a new one takes the place of the old, and every session that the old one opened ends. A session that an API token opened may not make one, unless the server is set to allow it, and a guest has none.
     */
    post: operations['createApiToken'];
    /**
     * Revoke API tokens
     * @description Revokes the API token of the user, and ends every session that it opened, this one too if it is one of them. Where there is no token nothing is to be done, and the answer is the same. An administrator may ask for another user.
     */
    delete: operations['deleteApiTokens'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/monitors/userConnections': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List sessions
     * @description Lists the sessions that are open, oldest first: to an administrator all of them, to anybody else his own. Each is an Intelligence Server session with everything that shares it. Its id says nothing that could be logged in with.
     */
    get: operations['getUserConnections'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/monitors/userConnections/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * End a session
     * @description Ends a session at once, with everything that shares it; it may be the caller's own. To who is no administrator a session of somebody else is one that does not exist.
     */
    delete: operations['deleteUserConnection'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/monitors/deleteUserConnections': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * End several sessions
     * @description Ends several sessions, each as `DELETE /monitors/userConnections/{id}` does, and says of each how that went. 200 where all were ended, 207 where some or all were not.
     */
    post: operations['deleteUserConnections'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/users': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List users
     * @description Lists the users by their names. For administrators.
     */
    get: operations['getUsers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/users/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get a user
     * @description Describes a user. For administrators; everybody may ask for himself.
     */
    get: operations['getUser'];
    put?: never;
    post?: never;
    /**
     * Remove a user
     * @description Removes a user with everything that belongs to it: the sessions and the API token end at once. For administrators. The built-in administrator, the guest and the caller cannot be removed.
     */
    delete: operations['deleteUser'];
    options?: never;
    head?: never;
    /**
     * Change a user
     * @description Changes a user. For administrators. Paths are `/fullName` (also `/name`), `/description`, `/email`, `/enabled`,
     *     `/standardAuth`, `/passwordModifiable`, `/requireNewPassword`, `/password` and `/locked`; each may come once.
     *     All operations are done, or none.
     *
     *     Who is disabled loses his sessions and his API token at once. A new password has to satisfy the rules of the
     *     server; it ends the sessions of the user, save the caller's own, and unlocks the account. `/locked` can only
     *     become false.
     */
    patch: operations['updatePartialUser'];
    trace?: never;
  };
  '/config/authModes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the enabled login modes
     * @description Lists the numbers of the login modes that the server offers. An administrator can change them while the server runs, so the answer holds for now.
     */
    get: operations['getAuthModes'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/mstrServices/library/auth': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get the login modes and their default
     * @description Says which login modes are on, and which one a login means that names none. For administrators; anybody may ask `GET /config/authModes`.
     */
    get: operations['getLoginModes'];
    /**
     * Choose the login modes and their default
     * @description Switches login modes on and off, on all nodes that share their users with this one, from their next login on. Sessions that are open go on, whatever mode opened them. A mode that is switched on must be set up in the configuration of the server. The mode that opened this session must stay on, or its administrator could not come back to undo the change. Delegation is no mode to choose: it is always on.
     */
    put: operations['setLoginModes'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/admin/restServerSettings/auth': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get the login modes and their default, as the operator
     * @description The same as `GET /mstrServices/library/auth`, without a session: by HTTP Basic, with the operator's credential, which stands in the configuration of the server and is no account. A server without one does not have this path.
     */
    get: operations['getLoginModesAsOperator'];
    /**
     * Choose the login modes and their default, as the operator
     * @description The same as `PUT /mstrServices/library/auth`, without a session: by HTTP Basic, with the operator's credential. Any mode may be switched off, for this credential lets its holder undo the change.
     */
    put: operations['setLoginModesAsOperator'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/config/oidc/native': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the OpenID providers for native clients
     * @description Says to programs that are no browser at which OpenID providers, and as which client of theirs, people can log in by `POST /auth/oidc/token`. The addresses of a provider that cannot be asked at the moment are left out: its `metadata_endpoint` has them.
     */
    get: operations['getOidcNativeConfiguration'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/status': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get the state and versions of the server
     * @description Says since when the server is up and for which versions it stands; clients refuse low ones.
     */
    get: operations['getStatus'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/projects': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the projects
     * @description Lists the projects that the session's user can see.
     */
    get: operations['getProjects'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/projects/{idOrName}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get one project
     * @description Finds a project by its id or its name.
     */
    get: operations['getProject'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    /** @description An integer of 32 bits, or its decimal digits in a string. Digits beyond 32 bits are invalid input. */
    LenientInteger: number | string;
    /** @description A boolean, or the word true or false in a string, in any case. */
    LenientBoolean: boolean | string;
    /** @description Id of an object, such as a user or a project. */
    ObjectId: string;
    /** @description Moment in UTC, to the millisecond, with the zone written without a colon. */
    Timestamp: string;
    /** @description What a caller says to log in. No member is required in general; the login mode decides what it needs. */
    LoginRequest: {
      /** @description Login name. For mode 4096 the API token itself. Ignored by modes 8, 64 and 128. */
      username?: string | null;
      /** @description Password for modes 1 and 16, compared exactly as sent. Default is the empty string. */
      password?: string | null;
      /** @description How the caller proves who it is. 1 standard, 8 anonymous, 16 LDAP, 64 trusted header, 128 Kerberos, 4096 API token. Default is 1 where that is enabled, else the server's default mode. */
      loginMode?: components['schemas']['LenientInteger'] | null;
      /** @description Most searches that run at once in the session. Default 3. */
      maxSearch?: components['schemas']['LenientInteger'] | null;
      /** @description Report and document instances kept before the oldest is dropped. Default 10, also meant by 0. */
      workingSet?: components['schemas']['LenientInteger'] | null;
      /** @description Whether to change the password as part of the login. Default false. */
      changePassword?: components['schemas']['LenientBoolean'] | null;
      /** @description The password to change to. Ignored unless changePassword is true. */
      newPassword?: string | null;
      /** @description Locale of the names of objects. */
      metadataLocale?: components['schemas']['Locale'];
      /** @description Locale of the data. */
      warehouseDataLocale?: components['schemas']['Locale'];
      /** @description Locale of the user interface. */
      displayLocale?: components['schemas']['Locale'];
      /** @description Locale of messages. */
      messagesLocale?: components['schemas']['Locale'];
      /** @description Locale of the form of numbers. */
      numberLocale?: components['schemas']['Locale'];
      /** @description Time zone of the session. Default UTC. */
      timeZone?: string | null;
      /** @description Kind of client, such as 35 for Web and Library or 76 for Python. Default 35. */
      applicationType?: components['schemas']['LenientInteger'] | null;
      /** @description Id of a custom application, whose own login modes then apply. Empty counts as absent. */
      applicationId?: string | null;
    };
    /** @description Language and country, such as en_us, which is the default. */
    Locale: string | null;
    /** @description An identity token to open a session from. */
    DelegateRequest: {
      /** @description Always -1, as a number or a string. Default -1. */
      loginMode?: -1 | '-1' | null;
      /** @description The identity token. */
      identityToken: string;
      /** @description Verifier of the challenge that the token was made for (RFC 7636). Needed for such a token only. */
      codeVerifier?: string | null;
    };
    /** @description The token response of an OpenID provider (RFC 6749, section 5.1). Other members are ignored. */
    OidcTokens: {
      /** @description The ID token. */
      id_token: string;
      /** @description The access token. Asked with where the server is set to ask the UserInfo endpoint. */
      access_token?: string | null;
      /** @description Not looked at. */
      refresh_token?: string | null;
      /** @description Not looked at. */
      token_type?: string | null;
      /** @description Not looked at. */
      expires_in?: number | string | null;
      /** @description Not looked at. */
      scope?: string | null;
    };
    /** @description The challenge of the party that is going to delegate. */
    ChallengeRequest: {
      /** @description SHA-256 of the verifier as base64url without padding (RFC 7636). */
      codeChallenge: string;
      /**
       * @description Always S256.
       * @constant
       */
      codeChallengeMethod: 'S256';
    };
    /** @description State of a configuration or project session. */
    Session: {
      /** @description Windows language id; 1033 is English of the United States. */
      locale: number;
      /** @description Most searches that run at once. */
      maxSearch: number;
      /** @description Report and document instances kept in memory. */
      workingSet: number;
      /** @description Idle seconds after which the server ends the session. */
      timeout: number;
      /** @description Id of the user, not of the session. */
      id: components['schemas']['ObjectId'];
      /** @description Name of the user. */
      fullName: string;
      /** @description Initials of the user. */
      initials: string;
    };
    /** @description The user of a session. */
    UserInfo: {
      /** @description Id of the user. */
      id: components['schemas']['ObjectId'];
      /** @description Name of the user. */
      fullName: string;
      /** @description Initials of the user. */
      initials: string;
      /** @description Whether the user is stored; false for a guest. */
      metadataUser: boolean;
      /** @description Login name. Undocumented; read by one client; always sent here. */
      username: string;
    };
    /** @description A living session, and who is logged in by it. */
    VerifiedSession: {
      /** @description Id of the session, as administrators see it; no secret. */
      sessionId: components['schemas']['ConnectionId'];
      /** @description Who is logged in. */
      user: components['schemas']['UserInfo'];
    };
    /** @description The privileges of a user. */
    Privileges: {
      privileges: components['schemas']['Privilege'][];
    };
    /** @description One privilege, and where the user holds it. */
    Privilege: {
      /** @description Number of the privilege, as a string. */
      id: string;
      /** @description Name of the privilege. */
      name: string;
      /** @description What it allows. */
      description: string;
      /** @description Whether the user holds it for the whole server. */
      isUserLevelAllowed: boolean;
      /** @description Whether the user holds it, project by project. */
      projects: components['schemas']['ProjectPrivilege'][];
    };
    /** @description Whether a privilege is held in one project. */
    ProjectPrivilege: {
      /** @description Id of the project. */
      id: components['schemas']['ObjectId'];
      /** @description Whether the user holds the privilege there. */
      isAllowed: boolean;
    };
    /** @description Whom an identity token stands for. */
    IdentityTokenInfo: {
      /** @description Id of the user. */
      userId: components['schemas']['ObjectId'];
    };
    /** @description A new identity token. */
    IdentityToken: {
      /** @description The identity token; opaque. */
      identityToken: string;
    };
    /** @description For whom an API token is made, and for how long. */
    ApiTokenRequest: {
      /** @description Id of another user. For administrators. Default is the user of the session. */
      userId?: string | null;
      /** @description Minutes after which the token expires, 1 at least. Default is the server's. More than its most is cut down to that. */
      lifeTimeInMinutes?: components['schemas']['LenientInteger'] | null;
    };
    /** @description A new API token. */
    ApiToken: {
      /** @description The API token; opaque. It is not shown again. */
      apiToken: string;
      /** @description When it was made. */
      createTime: components['schemas']['Timestamp'];
      /** @description When it expires. */
      expireTime: components['schemas']['Timestamp'];
    };
    /** @description What is known of an API token. */
    ApiTokenInfo: {
      /** @description When it was made. */
      createTime: components['schemas']['Timestamp'];
      /** @description When it expires. */
      expireTime: components['schemas']['Timestamp'];
      /** @description When it last opened a session. Absent where it never did. */
      lastUsedTime?: components['schemas']['Timestamp'];
    };
    /** @description Which login modes are to be on. */
    LoginModesRequest: {
      /** @description Numbers of login modes, each once. */
      availableModes: components['schemas']['LenientInteger'][];
      /** @description One of them, which a login means that names none. By default the first. */
      defaultMode?: components['schemas']['LenientInteger'];
    };
    /** @description Which login modes are on. */
    LoginModes: {
      /** @description Numbers of login modes, in the order in which they were chosen. */
      availableModes: number[];
      /** @description The mode that a login means that names none. */
      defaultMode: number;
    };
    /** @description Open sessions. */
    UserConnections: {
      /** @description The sessions, oldest first. */
      userConnections: components['schemas']['UserConnection'][];
    };
    /** @description An Intelligence Server session. */
    UserConnection: {
      /** @description Id of the session; no secret. */
      id: components['schemas']['ConnectionId'];
      /** @description The same. */
      sessionId: components['schemas']['ConnectionId'];
      /** @description Id of its user. */
      userId: components['schemas']['ObjectId'];
      /** @description Login name of its user. */
      username: string;
      /** @description Name of its user. */
      userFullName: string;
      /** @description Login mode that opened it. */
      loginMode: number;
      /** @description Kind of client that opened it, as it said. */
      applicationType: number;
      /** @description Address from which it was opened. */
      client: string;
      /** @description When it was opened. */
      dateConnectionCreated: components['schemas']['Timestamp'];
      /** @description Seconds since it was opened. */
      duration: number;
      /** @description Seconds since it was last used. */
      idleTime: number;
      /** @description Always true. The projects are within. */
      configLevel: boolean;
      /** @description Always 0. */
      openJobsCount: number;
      /** @description Ids of the projects in which it has a project session. */
      projects: components['schemas']['ObjectId'][];
      /** @description Whether it is the one in which this was asked. */
      current: boolean;
    };
    /** @description Id of a session. */
    ConnectionId: string;
    /** @description Sessions to end. */
    UserConnectionIds: {
      /** @description Their ids. */
      userConnectionIds: components['schemas']['ConnectionId'][];
    };
    /** @description How ending each session went. */
    UserConnectionsEnded: {
      /** @description In the order in which they were asked for. */
      deleteUserConnectionsStatus: {
        /** @description Id of the session. */
        id: components['schemas']['ConnectionId'];
        /**
         * @description 204: it has ended. 404: there is none to end.
         * @enum {integer}
         */
        status: 204 | 404;
        /** @description What went wrong; absent where nothing did. */
        message?: string;
      }[];
    };
    /** @description A user. */
    User: {
      /** @description Id of the user. */
      id: components['schemas']['ObjectId'];
      /** @description Name of the user. */
      name: string;
      /** @description Login name. */
      abbreviation: string;
      /** @description The same. */
      username: string;
      /** @description The same as name. */
      fullName: string;
      /** @description Initials of the name. */
      initials: string;
      /** @description For people; may be empty. */
      description: string;
      /** @description Address of the user; may be empty. */
      email: string;
      /** @description Whether the user may log in. */
      enabled: boolean;
      /** @description Whether he may with login name and password. */
      standardAuth: boolean;
      /** @description Whether he may change his password. */
      passwordModifiable: boolean;
      /** @description Whether he has to at the next login. */
      requireNewPassword: boolean;
      /** @description When the password expires. Absent where it does not. */
      passwordExpirationDate?: components['schemas']['Timestamp'];
      /** @description Whether wrong passwords have locked the account. */
      locked: boolean;
      /** @description Up to when. Absent where it is not locked, or until an administrator unlocks it. */
      lockedUntil?: components['schemas']['Timestamp'];
      /**
       * @description Kind of object; a user.
       * @constant
       */
      type: 34;
      /**
       * @description Kind of user; not a group.
       * @constant
       */
      subtype: 8704;
      /** @description Always 0. */
      extType: number;
      /** @description Access granted to the caller, as a bit mask; 255 is all. */
      acg: number;
      /** @description Another one after each change. */
      version: string;
      /** @description Always empty. */
      iconPath: string;
      owner: components['schemas']['Owner'];
      /** @description When it was made. */
      dateCreated: components['schemas']['Timestamp'];
      /** @description When it was last changed. */
      dateModified: components['schemas']['Timestamp'];
    };
    /** @description Changes of a user. */
    UserOperations: {
      /** @description The changes. Each path may come once. */
      operationList: components['schemas']['UserOperation'][];
    };
    /** @description One change. */
    UserOperation: {
      /** @description What to do, in any case. `add` is the same as `replace`. `remove` empties the description or the e-mail address, and nothing else. */
      op: string;
      /** @description What to change. */
      path: string;
      /** @description What it becomes; a text, or a boolean, which may be a string. */
      value?: string | boolean | null;
    };
    /** @description The enabled login modes. */
    AuthModes: {
      /** @description Numbers of the login modes, in no particular order. */
      modes: number[];
    };
    /** @description The OpenID providers for native clients. */
    OidcNativeConfiguration: {
      /** @description One entry a provider, the default first. */
      iams: components['schemas']['OidcNativeProvider'][];
    };
    /** @description An OpenID provider, and as which client of it people log in. */
    OidcNativeProvider: {
      /** @description Its name in the configuration of the server. */
      id: string;
      /** @description The issuer. */
      issuer: string;
      /** @description Always false; it is nobody's but its own. */
      mstrIam: boolean;
      /** @description Must somebody new have an account here already? */
      blockAutoProvisioning: boolean;
      /** @description Where a browser logs out there. */
      endSessionEndpoint?: string;
      /** @description The client that native programs are. */
      nativeClientId: string;
      /** @description The client that this server is. */
      clientId: string;
      /** @description Where the server takes browsers back. */
      redirectUri: string;
      /** @description What to ask for. */
      scopes: string[];
      /** @description Who it is, for people. */
      vendor: {
        /** @description Its title. */
        name: string;
        /** @description Always empty. */
        version: string;
      };
      /** @description Is it the one that is taken where none is chosen? */
      default: boolean;
      /** @description Its discovery document. */
      metadata_endpoint: string;
      /** @description Where the browser goes. */
      authorization_endpoint?: string;
      /** @description Where codes become tokens. */
      token_endpoint?: string;
      /** @description Where more is known of the person. */
      userinfo_endpoint?: string;
      /** @description Its keys. */
      jwks_uri?: string;
    };
    /** @description State and versions of the server. */
    Status: {
      /** @description Start of the server, in milliseconds since 1970 in UTC. */
      upSince: number;
      /** @description Time since the start in milliseconds. */
      upTime: number;
      /** @description The same in words: hours, minutes, seconds. */
      upTimeText: string;
      /** @description Version of the REST server. */
      webVersion: components['schemas']['Version'];
      /** @description Whether an Intelligence Server is configured. */
      isIServerConfigured: boolean;
      /** @description Version of the Intelligence Server. */
      iServerVersion: components['schemas']['Version'];
      /** @description Lowest version of the mobile client that may connect. */
      minMobileCompatibleVersion: string;
      /** @description Kind of installation. */
      deploymentType: string;
    };
    /** @description Version number. Clients compare its first nine characters, so the third part has four digits. */
    Version: string;
    /** @description A project. */
    Project: {
      /** @description Access granted to the user, as a bit mask; 255 is all. */
      acg: number;
      /** @description Id of the project. */
      id: components['schemas']['ObjectId'];
      /** @description Name of the project. */
      name: string;
      /** @description Second name; may be empty. */
      alias: string;
      /** @description What the project is about; may be empty. */
      description: string;
      /** @description State of the project; 0 is loaded. */
      status: number;
      /** @description When it was made. */
      dateCreated: components['schemas']['Timestamp'];
      /** @description When it was last changed. */
      dateModified: components['schemas']['Timestamp'];
      owner: components['schemas']['Owner'];
    };
    /** @description The user who owns an object. */
    Owner: {
      /** @description Name of the user. */
      name: string;
      /** @description Id of the user. */
      id: components['schemas']['ObjectId'];
    };
    /** @description Every failure. */
    Error: {
      /** @description Kind of failure. Here: ERR001 general, ERR003 login failed, ERR004 not found, ERR005 missing input, ERR006 invalid input, ERR009 no session, ERR014 not privileged, ERR0016 not available, ERR017 not permitted. */
      code: string;
      /** @description What went wrong. Meant for people. */
      message: string;
      /** @description Names this failure in the log of the server. */
      ticketId: string;
      /** @description Number of the Intelligence Server's own error, where there is one. */
      iServerCode?: number;
    };
  };
  responses: {
    /** @description A new session. Empty body. */
    SessionOpened: {
      headers: {
        'X-MSTR-AuthToken': components['headers']['AuthToken'];
        'Set-Cookie': components['headers']['SessionCookie'];
        'Cache-Control': components['headers']['CacheControl'];
        Pragma: components['headers']['Pragma'];
        Expires: components['headers']['Expires'];
        [name: string]: unknown;
      };
      content?: never;
    };
    /** @description A new session. Empty body. */
    LoggedIn: {
      headers: {
        'X-MSTR-AuthToken': components['headers']['AuthToken'];
        'Set-Cookie': components['headers']['SessionCookie'];
        'Cache-Control': components['headers']['CacheControl'];
        Pragma: components['headers']['Pragma'];
        Expires: components['headers']['Expires'];
        'WWW-Authenticate': components['headers']['ServerProof'];
        [name: string]: unknown;
      };
      content?: never;
    };
    /** @description The token of the session. Empty body. */
    CurrentToken: {
      headers: {
        'X-MSTR-AuthToken': components['headers']['AuthToken'];
        [name: string]: unknown;
      };
      content?: never;
    };
    /** @description Done. Empty body. */
    NoContent: {
      headers: {
        [name: string]: unknown;
      };
      content?: never;
    };
    /** @description The session. */
    Session: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Session'];
      };
    };
    /** @description The user. */
    UserInfo: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['UserInfo'];
      };
    };
    /** @description The session lives. Texts in headers are percent-encoded UTF-8, save for `@` (RFC 3986). */
    VerifiedSession: {
      headers: {
        'X-Auth-User-Id': components['headers']['VerifiedUserId'];
        'X-Auth-Username': components['headers']['VerifiedUsername'];
        'X-Auth-Full-Name': components['headers']['VerifiedFullName'];
        'X-Auth-Session-Id': components['headers']['VerifiedSessionId'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['VerifiedSession'];
      };
    };
    /** @description The privileges. */
    Privileges: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Privileges'];
      };
    };
    /** @description The privilege. */
    Privilege: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Privilege'];
      };
    };
    /** @description A new identity token in the header. Empty body. */
    IdentityTokenIssued: {
      headers: {
        'X-MSTR-IdentityToken': components['headers']['IdentityToken'];
        [name: string]: unknown;
      };
      content?: never;
    };
    /** @description A new identity token. */
    IdentityToken: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['IdentityToken'];
      };
    };
    /** @description The token is valid. */
    IdentityTokenInfo: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['IdentityTokenInfo'];
      };
    };
    /** @description A new API token. */
    ApiToken: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ApiToken'];
      };
    };
    /** @description What is known of the API token of the user; nothing where there is none. */
    ApiTokens: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ApiTokenInfo'][];
      };
    };
    /** @description The login modes that are on. */
    LoginModes: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['LoginModes'];
      };
    };
    /** @description The open sessions. */
    UserConnections: {
      headers: {
        'x-mstr-total-count': components['headers']['TotalCount'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['UserConnections'];
      };
    };
    /** @description All were ended. */
    UserConnectionsEnded: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['UserConnectionsEnded'];
      };
    };
    /** @description Some or all were not ended. */
    UserConnectionsEndedInPart: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['UserConnectionsEnded'];
      };
    };
    /** @description The users. */
    Users: {
      headers: {
        'x-mstr-total-count': components['headers']['TotalCount'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['User'][];
      };
    };
    /** @description The user. */
    User: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['User'];
      };
    };
    /** @description The enabled login modes. */
    AuthModes: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['AuthModes'];
      };
    };
    /** @description The OpenID providers for native clients. */
    OidcNativeConfiguration: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['OidcNativeConfiguration'];
      };
    };
    /** @description The state of the server. */
    Status: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Status'];
      };
    };
    /** @description The projects. */
    Projects: {
      headers: {
        'x-mstr-total-count': components['headers']['TotalCount'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Project'][];
      };
    };
    /** @description The project. */
    Project: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Project'];
      };
    };
    /** @description The request is malformed (ERR006). */
    BadRequest: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description The request is malformed or asks for what cannot be (ERR006), or required information is missing (ERR005). iServerCode -2147207867 is an unknown login mode; a new password against the policy is -2147072525 too short, -2147072516 not complex enough, -2147072514 used before, or -2147180957 otherwise. */
    LoginInvalid: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description X-MSTR-ProjectID is missing (ERR005), or the request is malformed (ERR006). */
    ProjectIdInvalid: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description X-MSTR-IdentityToken is missing (ERR005), or the request is malformed (ERR006). */
    IdentityTokenMissing: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description No OpenID provider is configured for native clients (ERR001). */
    OidcNotAvailable: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description The ID token or clientId is missing (ERR005), or the request is malformed or names no native client (ERR006). */
    OidcTokensInvalid: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /**
     * @description The login failed (ERR003). The iServerCode says why:
     *
     *     - -2147212488: the person has no account here, and none is made
     *     - -2147216965: the account is disabled
     *     - none: the ID token was refused, which is not explained, or was used before; or the mode is not enabled
     */
    OidcTokensRefused: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description There are too many sessions, on the server (iServerCode -2147073424) or of this user (-2147073423). Both ERR001. */
    SessionsExhausted: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description The OpenID provider, or a store, cannot be reached (ERR0016). Says nothing about the tokens. */
    ProviderUnavailable: {
      headers: {
        'Retry-After': components['headers']['RetryAfter'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description The challenge is missing (ERR005), or it or the request is malformed (ERR006). */
    ChallengeInvalid: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description The request is malformed, or asks for what cannot be (ERR006). */
    ApiTokenRequestInvalid: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description The login modes are missing (ERR005), or cannot be chosen, or the request is malformed (ERR006; iServerCode -2147207867 for a number that is no login mode). */
    LoginModesInvalid: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description The request is malformed (ERR006). */
    PageInvalid: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description The ids are missing (ERR005), or the request is malformed (ERR006). */
    UserConnectionIdsInvalid: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description The request is malformed (ERR006). */
    UserIdInvalid: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description The changes are missing (ERR005), or malformed, or such as cannot be made, or the new password is against the rules of the server (ERR006, iServerCode -2147072525 too short, -2147072516 too simple, -2147072514 used before, -2147180957 otherwise). */
    UserOperationsInvalid: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description The identity token is missing (ERR005), or the request is malformed or of another mode (ERR006). */
    DelegationInvalid: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description There is no session for these credentials (ERR009): missing, malformed, unknown, expired and ended are the same to the caller, and so is a token with the cookie of another session. */
    SessionInvalid: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /**
     * @description The login failed (ERR003). The iServerCode says why:
     *
     *     - -2147216959: the user is unknown or the password wrong, which look alike
     *     - -2147216965, -2147202287: the account is disabled, or locked; told only to who had the right password
     *     - -2147202285, -2147202286: the user is unknown, or the password wrong; told only where the server is set to
     *       tell them apart
     *     - -2147216963: the password has expired
     *     - -2147216960: the password has to be changed; log in with changePassword
     *     - -2147213792: the user may not log in by the standard mode
     *     - -2147212488: the directory user is neither linked nor imported
     *     - -2147213789: the API token is unknown, expired or revoked
     *     - -2147212489: the trusted header did not come from a trusted proxy, or names no user
     *     - -2147212462: the Kerberos negotiation did not succeed; WWW-Authenticate asks for it
     *     - none: the mode is known but not enabled
     */
    LoginFailed: {
      headers: {
        'WWW-Authenticate': components['headers']['Challenge'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description The identity token is malformed, forged, expired, or its session has ended (ERR003). At delegation also: it was used before, or the verifier is missing or wrong. */
    IdentityTokenInvalid: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description The Origin of the calling page is not allowed (ERR017). */
    OriginRefused: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description The Origin of the calling page is not allowed, or the user may not change the password (iServerCode -2147216952). Both ERR017. */
    LoginForbidden: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description The Origin of the calling page is not allowed, or the user has no access to the project (iServerCode -2147214578). Both ERR017. */
    ProjectForbidden: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description ERR014: the user lacks the privilege, since the API token is that of another user, the session was itself opened by an API token, or the user is a guest. ERR017: the Origin of the calling page is not allowed, or the user has no access to the project (iServerCode -2147214578). */
    ApiTokenForbidden: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description ERR014: the user is no administrator, or the configuration of the server keeps the login modes as they are. ERR017: the Origin of the calling page is not allowed, or the user has no access to the project (iServerCode -2147214578). */
    LoginModesForbidden: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description ERR014: the configuration of the server keeps the login modes as they are. ERR017: the Origin of the calling page is not allowed. */
    OperatorForbidden: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description The operator's credential is missing or wrong (ERR003), which look alike. */
    OperatorUnknown: {
      headers: {
        'WWW-Authenticate': components['headers']['BasicChallenge'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description The server has no credential for an operator, and so no such path (ERR004). */
    NoOperator: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description ERR014: the caller is no administrator. ERR017: the account is one that the server needs or the caller's own, the Origin of the calling page is not allowed, or the user has no access to the project (iServerCode -2147214578). */
    UserForbidden: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description The user is unknown (iServerCode -2147216967), or the project is (-2147209151). Both ERR004. */
    UserOfPathNotFound: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description The session is unknown, or the project is (iServerCode -2147209151). Both ERR004. */
    UserConnectionNotFound: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description The user that userId names is unknown (iServerCode -2147216967), or the project is (-2147209151). Both ERR004. */
    UserNotFound: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description The project that X-MSTR-ProjectID or the path names is unknown (ERR004, iServerCode -2147209151). */
    ProjectNotFound: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description The privilege is unknown, or the project is (iServerCode -2147209151). Both ERR004. */
    PrivilegeNotFound: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description The request did not arrive in time (ERR001). */
    RequestTimeout: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description The body is too large (ERR006). */
    PayloadTooLarge: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description The address is too long (ERR006). */
    UriTooLong: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description The body is not empty and of a type that is not accepted here (ERR006). */
    UnsupportedMediaType: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description The headers are too large (ERR006). */
    HeaderFieldsTooLarge: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description There are too many sessions, on the server (iServerCode -2147073424) or of this user (-2147073423), or LDAP is asked for and not configured (-2147205409). All ERR001. */
    LoginImpossible: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description The user has too many sessions on the project (ERR001, iServerCode -2147072486). */
    ProjectSessionsExhausted: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description Too many failed logins with this name or from this network (ERR001). The credentials were not looked at: whether they are right, and whether the user exists, plays no part. */
    LoginThrottled: {
      headers: {
        'Retry-After': components['headers']['RetryAfter'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description Too many logins are waiting already, or the store of users or sessions or the directory cannot be reached (ERR0016). Says nothing about the credentials. */
    LoginUnavailable: {
      headers: {
        'Retry-After': components['headers']['RetryAfter'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description Where the choice of the login modes is kept cannot be reached (ERR0016). */
    SettingsUnavailable: {
      headers: {
        'Retry-After': components['headers']['RetryAfter'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description The store of the sessions cannot be reached (ERR0016). The session may well be alive. */
    StoreUnavailable: {
      headers: {
        'Retry-After': components['headers']['RetryAfter'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
  };
  parameters: {
    /**
     * @description Top-level members to keep, as one comma list; in an array they are kept of each element. Names that the answer does not have keep nothing, and an empty list keeps everything. An answer cut down like this need not have the members its schema requires. May be given once. Where the answer has no body it is accepted and does nothing.
     * @example [
     *       "id",
     *       "name"
     *     ]
     */
    Fields: string[];
    /**
     * @description Id of the project to work in. Its first use opens a session on that project, so any operation that takes this header can fail for an unknown project, one without access, or too many project sessions. Without it only the configuration session is used.
     * @example 9B2C1E7A4D5F4A0E8C3B6D7F2A1E0C94
     */
    ProjectId: string;
    /**
     * @description The `nativeClientId` of one of the providers. May be given once.
     * @example 0oa1native
     */
    ClientId: string;
    /**
     * @description Accepted, and changes nothing.
     * @example C2B2023642F6753A2EF159A75E0CFF29
     */
    ApplicationId: string;
    /**
     * @description Accepted, and changes nothing.
     * @example true
     */
    ShowAll: string;
    /**
     * @description Id of another user, whose API token is meant. For administrators. May be given once.
     * @example 7FC05A65473CE2FD845CE6A1D3F13233
     */
    UserId: string;
    /**
     * @description Id of the user.
     * @example 7FC05A65473CE2FD845CE6A1D3F13233
     */
    UserPathId: string;
    /**
     * @description Id of the session, as `GET /monitors/userConnections` has it.
     * @example 3f6c1d0e9b8a47255e4d3c2b1a0f9e8d
     */
    ConnectionId: string;
    /**
     * @description How many elements of the list to leave out at its beginning. Default 0.
     * @example 0
     */
    Offset: number;
    /**
     * @description Most elements of the answer; -1, which is the default, for all.
     * @example 100
     */
    Limit: number;
    /**
     * @description Id of the project whose session is asked for.
     * @example 9B2C1E7A4D5F4A0E8C3B6D7F2A1E0C94
     */
    RequiredProjectId: string;
  };
  requestBodies: never;
  headers: {
    /**
     * @description The token of the session, to be sent back in the header of the same name.
     * @example 4f8k2m0q7v1c9t3hb6n5s2e0ga
     */
    AuthToken: string;
    /**
     * @description The cookie of the session. The first `Set-Cookie` of the answer, and the only one of this name.
     * @example JSESSIONID=5D0C3A9E7B184F62A1D97C04E8B35F2A; Path=/MicroStrategyLibrary; HttpOnly; SameSite=Lax
     */
    SessionCookie: string;
    /**
     * @description The identity token. Opaque to clients.
     * @example Zm9yLWV4YW1wbGUtb25seQ.4Jw0mVh1cT9yq2Lr7sXbN8uKpE5aDfGz
     */
    IdentityToken: string;
    /**
     * @description Nothing on the way keeps a copy.
     * @example no-cache, no-store, max-age=0, must-revalidate
     */
    CacheControl: 'no-cache, no-store, max-age=0, must-revalidate';
    /**
     * @description The same for HTTP/1.0.
     * @example no-cache
     */
    Pragma: 'no-cache';
    /**
     * @description The same for HTTP/1.0.
     * @example 0
     */
    Expires: '0';
    /**
     * @description Seconds to wait before trying again.
     * @example 2
     */
    RetryAfter: number;
    /**
     * @description `Negotiate`, where the Kerberos negotiation (128) did not succeed: asks for a request with `Authorization: Negotiate` and a token (RFC 4559).
     * @example Negotiate
     */
    Challenge: 'Negotiate';
    /**
     * @description Only of mode 128: `Negotiate` and the server's own token, by which the Kerberos library of the client checks that the server holds the keys of the service (RFC 4559).
     * @example Negotiate oRQwEqADCgEAoQsGCSqGSIb3EgECAg==
     */
    ServerProof: string;
    /**
     * @description Number of elements of the whole list.
     * @example 1
     */
    TotalCount: number;
    /**
     * @description Asks for the credential (RFC 7617).
     * @example Basic realm="administration", charset="UTF-8"
     */
    BasicChallenge: string;
    /**
     * @description Id of the user.
     * @example 7FC05A65473CE2FD845CE6A1D3F13233
     */
    VerifiedUserId: string;
    /**
     * @description Login name of the user, percent-encoded.
     * @example mlind
     */
    VerifiedUsername: string;
    /**
     * @description Name of the user, percent-encoded.
     * @example Maya%20Lind
     */
    VerifiedFullName: string;
    /**
     * @description Id of the session, as administrators see it; no secret.
     * @example 0f3c5a7e9b1d2f4a6c8e0b1d3f5a7c9e
     */
    VerifiedSessionId: string;
  };
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  postLogin: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description The credentials. An empty body asks for the default mode with nothing filled in. */
    requestBody?: {
      content: {
        'application/json': components['schemas']['LoginRequest'];
        'application/x-www-form-urlencoded': components['schemas']['LoginRequest'];
      };
    };
    responses: {
      204: components['responses']['LoggedIn'];
      400: components['responses']['LoginInvalid'];
      401: components['responses']['LoginFailed'];
      403: components['responses']['LoginForbidden'];
      408: components['responses']['RequestTimeout'];
      413: components['responses']['PayloadTooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      429: components['responses']['LoginThrottled'];
      431: components['responses']['HeaderFieldsTooLarge'];
      500: components['responses']['LoginImpossible'];
      503: components['responses']['LoginUnavailable'];
    };
  };
  postLogout: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: components['responses']['NoContent'];
      400: components['responses']['BadRequest'];
      401: components['responses']['SessionInvalid'];
      403: components['responses']['OriginRefused'];
      408: components['responses']['RequestTimeout'];
      413: components['responses']['PayloadTooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      431: components['responses']['HeaderFieldsTooLarge'];
      503: components['responses']['StoreUnavailable'];
    };
  };
  getAuthToken: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: components['responses']['CurrentToken'];
      400: components['responses']['BadRequest'];
      401: components['responses']['SessionInvalid'];
      403: components['responses']['OriginRefused'];
      408: components['responses']['RequestTimeout'];
      414: components['responses']['UriTooLong'];
      431: components['responses']['HeaderFieldsTooLarge'];
      503: components['responses']['StoreUnavailable'];
    };
  };
  verifySession: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Id of the project to work in. Its first use opens a session on that project, so any operation that takes this header can fail for an unknown project, one without access, or too many project sessions. Without it only the configuration session is used.
         * @example 9B2C1E7A4D5F4A0E8C3B6D7F2A1E0C94
         */
        'X-MSTR-ProjectID'?: components['parameters']['ProjectId'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['VerifiedSession'];
      400: components['responses']['BadRequest'];
      401: components['responses']['SessionInvalid'];
      403: components['responses']['ProjectForbidden'];
      404: components['responses']['ProjectNotFound'];
      408: components['responses']['RequestTimeout'];
      414: components['responses']['UriTooLong'];
      431: components['responses']['HeaderFieldsTooLarge'];
      500: components['responses']['ProjectSessionsExhausted'];
      503: components['responses']['StoreUnavailable'];
    };
  };
  getSession: {
    parameters: {
      query?: {
        /**
         * @description Top-level members to keep, as one comma list; in an array they are kept of each element. Names that the answer does not have keep nothing, and an empty list keeps everything. An answer cut down like this need not have the members its schema requires. May be given once. Where the answer has no body it is accepted and does nothing.
         * @example [
         *       "id",
         *       "name"
         *     ]
         */
        fields?: components['parameters']['Fields'];
      };
      header?: {
        /**
         * @description Id of the project to work in. Its first use opens a session on that project, so any operation that takes this header can fail for an unknown project, one without access, or too many project sessions. Without it only the configuration session is used.
         * @example 9B2C1E7A4D5F4A0E8C3B6D7F2A1E0C94
         */
        'X-MSTR-ProjectID'?: components['parameters']['ProjectId'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Session'];
      400: components['responses']['BadRequest'];
      401: components['responses']['SessionInvalid'];
      403: components['responses']['ProjectForbidden'];
      404: components['responses']['ProjectNotFound'];
      408: components['responses']['RequestTimeout'];
      414: components['responses']['UriTooLong'];
      431: components['responses']['HeaderFieldsTooLarge'];
      500: components['responses']['ProjectSessionsExhausted'];
      503: components['responses']['StoreUnavailable'];
    };
  };
  renewSession: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Id of the project to work in. Its first use opens a session on that project, so any operation that takes this header can fail for an unknown project, one without access, or too many project sessions. Without it only the configuration session is used.
         * @example 9B2C1E7A4D5F4A0E8C3B6D7F2A1E0C94
         */
        'X-MSTR-ProjectID'?: components['parameters']['ProjectId'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: components['responses']['NoContent'];
      400: components['responses']['BadRequest'];
      401: components['responses']['SessionInvalid'];
      403: components['responses']['ProjectForbidden'];
      404: components['responses']['ProjectNotFound'];
      408: components['responses']['RequestTimeout'];
      413: components['responses']['PayloadTooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      431: components['responses']['HeaderFieldsTooLarge'];
      500: components['responses']['ProjectSessionsExhausted'];
      503: components['responses']['StoreUnavailable'];
    };
  };
  getProjectSession: {
    parameters: {
      query?: {
        /**
         * @description Top-level members to keep, as one comma list; in an array they are kept of each element. Names that the answer does not have keep nothing, and an empty list keeps everything. An answer cut down like this need not have the members its schema requires. May be given once. Where the answer has no body it is accepted and does nothing.
         * @example [
         *       "id",
         *       "name"
         *     ]
         */
        fields?: components['parameters']['Fields'];
      };
      header: {
        /**
         * @description Id of the project whose session is asked for.
         * @example 9B2C1E7A4D5F4A0E8C3B6D7F2A1E0C94
         */
        'X-MSTR-ProjectID': components['parameters']['RequiredProjectId'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Session'];
      400: components['responses']['ProjectIdInvalid'];
      401: components['responses']['SessionInvalid'];
      403: components['responses']['ProjectForbidden'];
      404: components['responses']['ProjectNotFound'];
      408: components['responses']['RequestTimeout'];
      414: components['responses']['UriTooLong'];
      431: components['responses']['HeaderFieldsTooLarge'];
      500: components['responses']['ProjectSessionsExhausted'];
      503: components['responses']['StoreUnavailable'];
    };
  };
  getUserInfo: {
    parameters: {
      query?: {
        /**
         * @description Top-level members to keep, as one comma list; in an array they are kept of each element. Names that the answer does not have keep nothing, and an empty list keeps everything. An answer cut down like this need not have the members its schema requires. May be given once. Where the answer has no body it is accepted and does nothing.
         * @example [
         *       "id",
         *       "name"
         *     ]
         */
        fields?: components['parameters']['Fields'];
      };
      header?: {
        /**
         * @description Id of the project to work in. Its first use opens a session on that project, so any operation that takes this header can fail for an unknown project, one without access, or too many project sessions. Without it only the configuration session is used.
         * @example 9B2C1E7A4D5F4A0E8C3B6D7F2A1E0C94
         */
        'X-MSTR-ProjectID'?: components['parameters']['ProjectId'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['UserInfo'];
      400: components['responses']['BadRequest'];
      401: components['responses']['SessionInvalid'];
      403: components['responses']['ProjectForbidden'];
      404: components['responses']['ProjectNotFound'];
      408: components['responses']['RequestTimeout'];
      414: components['responses']['UriTooLong'];
      431: components['responses']['HeaderFieldsTooLarge'];
      500: components['responses']['ProjectSessionsExhausted'];
      503: components['responses']['StoreUnavailable'];
    };
  };
  getPrivileges: {
    parameters: {
      query?: {
        /**
         * @description Top-level members to keep, as one comma list; in an array they are kept of each element. Names that the answer does not have keep nothing, and an empty list keeps everything. An answer cut down like this need not have the members its schema requires. May be given once. Where the answer has no body it is accepted and does nothing.
         * @example [
         *       "id",
         *       "name"
         *     ]
         */
        fields?: components['parameters']['Fields'];
      };
      header?: {
        /**
         * @description Id of the project to work in. Its first use opens a session on that project, so any operation that takes this header can fail for an unknown project, one without access, or too many project sessions. Without it only the configuration session is used.
         * @example 9B2C1E7A4D5F4A0E8C3B6D7F2A1E0C94
         */
        'X-MSTR-ProjectID'?: components['parameters']['ProjectId'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Privileges'];
      400: components['responses']['BadRequest'];
      401: components['responses']['SessionInvalid'];
      403: components['responses']['ProjectForbidden'];
      404: components['responses']['ProjectNotFound'];
      408: components['responses']['RequestTimeout'];
      414: components['responses']['UriTooLong'];
      431: components['responses']['HeaderFieldsTooLarge'];
      500: components['responses']['ProjectSessionsExhausted'];
      503: components['responses']['StoreUnavailable'];
    };
  };
  getPrivilege: {
    parameters: {
      query?: {
        /**
         * @description Top-level members to keep, as one comma list; in an array they are kept of each element. Names that the answer does not have keep nothing, and an empty list keeps everything. An answer cut down like this need not have the members its schema requires. May be given once. Where the answer has no body it is accepted and does nothing.
         * @example [
         *       "id",
         *       "name"
         *     ]
         */
        fields?: components['parameters']['Fields'];
      };
      header?: {
        /**
         * @description Id of the project to work in. Its first use opens a session on that project, so any operation that takes this header can fail for an unknown project, one without access, or too many project sessions. Without it only the configuration session is used.
         * @example 9B2C1E7A4D5F4A0E8C3B6D7F2A1E0C94
         */
        'X-MSTR-ProjectID'?: components['parameters']['ProjectId'];
      };
      path: {
        /**
         * @description Number of the privilege. Anything that is not one is an unknown privilege.
         * @example 316
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Privilege'];
      400: components['responses']['BadRequest'];
      401: components['responses']['SessionInvalid'];
      403: components['responses']['ProjectForbidden'];
      404: components['responses']['PrivilegeNotFound'];
      408: components['responses']['RequestTimeout'];
      414: components['responses']['UriTooLong'];
      431: components['responses']['HeaderFieldsTooLarge'];
      500: components['responses']['ProjectSessionsExhausted'];
      503: components['responses']['StoreUnavailable'];
    };
  };
  getIdentityTokenInfo: {
    parameters: {
      query?: {
        /**
         * @description Top-level members to keep, as one comma list; in an array they are kept of each element. Names that the answer does not have keep nothing, and an empty list keeps everything. An answer cut down like this need not have the members its schema requires. May be given once. Where the answer has no body it is accepted and does nothing.
         * @example [
         *       "id",
         *       "name"
         *     ]
         */
        fields?: components['parameters']['Fields'];
      };
      header: {
        /**
         * @description The identity token to check.
         * @example Zm9yLWV4YW1wbGUtb25seQ.4Jw0mVh1cT9yq2Lr7sXbN8uKpE5aDfGz
         */
        'X-MSTR-IdentityToken': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['IdentityTokenInfo'];
      400: components['responses']['IdentityTokenMissing'];
      401: components['responses']['IdentityTokenInvalid'];
      403: components['responses']['OriginRefused'];
      408: components['responses']['RequestTimeout'];
      414: components['responses']['UriTooLong'];
      431: components['responses']['HeaderFieldsTooLarge'];
      503: components['responses']['StoreUnavailable'];
    };
  };
  createIdentityToken: {
    parameters: {
      query?: {
        /**
         * @description Top-level members to keep, as one comma list; in an array they are kept of each element. Names that the answer does not have keep nothing, and an empty list keeps everything. An answer cut down like this need not have the members its schema requires. May be given once. Where the answer has no body it is accepted and does nothing.
         * @example [
         *       "id",
         *       "name"
         *     ]
         */
        fields?: components['parameters']['Fields'];
      };
      header?: {
        /**
         * @description Id of the project to work in. Its first use opens a session on that project, so any operation that takes this header can fail for an unknown project, one without access, or too many project sessions. Without it only the configuration session is used.
         * @example 9B2C1E7A4D5F4A0E8C3B6D7F2A1E0C94
         */
        'X-MSTR-ProjectID'?: components['parameters']['ProjectId'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      201: components['responses']['IdentityTokenIssued'];
      400: components['responses']['BadRequest'];
      401: components['responses']['SessionInvalid'];
      403: components['responses']['ProjectForbidden'];
      404: components['responses']['ProjectNotFound'];
      408: components['responses']['RequestTimeout'];
      413: components['responses']['PayloadTooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      431: components['responses']['HeaderFieldsTooLarge'];
      500: components['responses']['ProjectSessionsExhausted'];
      503: components['responses']['StoreUnavailable'];
    };
  };
  createIdentityTokenForChallenge: {
    parameters: {
      query?: {
        /**
         * @description Top-level members to keep, as one comma list; in an array they are kept of each element. Names that the answer does not have keep nothing, and an empty list keeps everything. An answer cut down like this need not have the members its schema requires. May be given once. Where the answer has no body it is accepted and does nothing.
         * @example [
         *       "id",
         *       "name"
         *     ]
         */
        fields?: components['parameters']['Fields'];
      };
      header?: {
        /**
         * @description Id of the project to work in. Its first use opens a session on that project, so any operation that takes this header can fail for an unknown project, one without access, or too many project sessions. Without it only the configuration session is used.
         * @example 9B2C1E7A4D5F4A0E8C3B6D7F2A1E0C94
         */
        'X-MSTR-ProjectID'?: components['parameters']['ProjectId'];
      };
      path?: never;
      cookie?: never;
    };
    /** @description The challenge of the party that is going to delegate. */
    requestBody: {
      content: {
        'application/json': components['schemas']['ChallengeRequest'];
        'application/x-www-form-urlencoded': components['schemas']['ChallengeRequest'];
      };
    };
    responses: {
      201: components['responses']['IdentityToken'];
      400: components['responses']['ChallengeInvalid'];
      401: components['responses']['SessionInvalid'];
      403: components['responses']['ProjectForbidden'];
      404: components['responses']['ProjectNotFound'];
      408: components['responses']['RequestTimeout'];
      413: components['responses']['PayloadTooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      431: components['responses']['HeaderFieldsTooLarge'];
      500: components['responses']['ProjectSessionsExhausted'];
      503: components['responses']['StoreUnavailable'];
    };
  };
  postOidcToken: {
    parameters: {
      query: {
        /**
         * @description The `nativeClientId` of one of the providers. May be given once.
         * @example 0oa1native
         */
        clientId: components['parameters']['ClientId'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description The token response of the provider. */
    requestBody: {
      content: {
        'application/json': components['schemas']['OidcTokens'];
      };
    };
    responses: {
      204: components['responses']['SessionOpened'];
      400: components['responses']['OidcTokensInvalid'];
      401: components['responses']['OidcTokensRefused'];
      403: components['responses']['OriginRefused'];
      408: components['responses']['RequestTimeout'];
      413: components['responses']['PayloadTooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      431: components['responses']['HeaderFieldsTooLarge'];
      500: components['responses']['SessionsExhausted'];
      503: components['responses']['ProviderUnavailable'];
    };
  };
  postDelegate: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description The identity token, with the verifier when it was made for a challenge. */
    requestBody: {
      content: {
        'application/json': components['schemas']['DelegateRequest'];
        'application/x-www-form-urlencoded': components['schemas']['DelegateRequest'];
      };
    };
    responses: {
      204: components['responses']['SessionOpened'];
      400: components['responses']['DelegationInvalid'];
      401: components['responses']['IdentityTokenInvalid'];
      403: components['responses']['OriginRefused'];
      408: components['responses']['RequestTimeout'];
      413: components['responses']['PayloadTooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      431: components['responses']['HeaderFieldsTooLarge'];
      503: components['responses']['StoreUnavailable'];
    };
  };
  getApiTokens: {
    parameters: {
      query?: {
        /**
         * @description Id of another user, whose API token is meant. For administrators. May be given once.
         * @example 7FC05A65473CE2FD845CE6A1D3F13233
         */
        userId?: components['parameters']['UserId'];
        /**
         * @description Top-level members to keep, as one comma list; in an array they are kept of each element. Names that the answer does not have keep nothing, and an empty list keeps everything. An answer cut down like this need not have the members its schema requires. May be given once. Where the answer has no body it is accepted and does nothing.
         * @example [
         *       "id",
         *       "name"
         *     ]
         */
        fields?: components['parameters']['Fields'];
      };
      header?: {
        /**
         * @description Id of the project to work in. Its first use opens a session on that project, so any operation that takes this header can fail for an unknown project, one without access, or too many project sessions. Without it only the configuration session is used.
         * @example 9B2C1E7A4D5F4A0E8C3B6D7F2A1E0C94
         */
        'X-MSTR-ProjectID'?: components['parameters']['ProjectId'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['ApiTokens'];
      400: components['responses']['BadRequest'];
      401: components['responses']['SessionInvalid'];
      403: components['responses']['ApiTokenForbidden'];
      404: components['responses']['UserNotFound'];
      408: components['responses']['RequestTimeout'];
      414: components['responses']['UriTooLong'];
      431: components['responses']['HeaderFieldsTooLarge'];
      500: components['responses']['ProjectSessionsExhausted'];
      503: components['responses']['StoreUnavailable'];
    };
  };
  createApiToken: {
    parameters: {
      query?: {
        /**
         * @description Top-level members to keep, as one comma list; in an array they are kept of each element. Names that the answer does not have keep nothing, and an empty list keeps everything. An answer cut down like this need not have the members its schema requires. May be given once. Where the answer has no body it is accepted and does nothing.
         * @example [
         *       "id",
         *       "name"
         *     ]
         */
        fields?: components['parameters']['Fields'];
      };
      header?: {
        /**
         * @description Id of the project to work in. Its first use opens a session on that project, so any operation that takes this header can fail for an unknown project, one without access, or too many project sessions. Without it only the configuration session is used.
         * @example 9B2C1E7A4D5F4A0E8C3B6D7F2A1E0C94
         */
        'X-MSTR-ProjectID'?: components['parameters']['ProjectId'];
      };
      path?: never;
      cookie?: never;
    };
    /** @description For whom and for how long. An empty body asks for a token of the caller with the default life. */
    requestBody?: {
      content: {
        'application/json': components['schemas']['ApiTokenRequest'];
        'application/x-www-form-urlencoded': components['schemas']['ApiTokenRequest'];
      };
    };
    responses: {
      201: components['responses']['ApiToken'];
      400: components['responses']['ApiTokenRequestInvalid'];
      401: components['responses']['SessionInvalid'];
      403: components['responses']['ApiTokenForbidden'];
      404: components['responses']['UserNotFound'];
      408: components['responses']['RequestTimeout'];
      413: components['responses']['PayloadTooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      431: components['responses']['HeaderFieldsTooLarge'];
      500: components['responses']['ProjectSessionsExhausted'];
      503: components['responses']['StoreUnavailable'];
    };
  };
  deleteApiTokens: {
    parameters: {
      query?: {
        /**
         * @description Id of another user, whose API token is meant. For administrators. May be given once.
         * @example 7FC05A65473CE2FD845CE6A1D3F13233
         */
        userId?: components['parameters']['UserId'];
      };
      header?: {
        /**
         * @description Id of the project to work in. Its first use opens a session on that project, so any operation that takes this header can fail for an unknown project, one without access, or too many project sessions. Without it only the configuration session is used.
         * @example 9B2C1E7A4D5F4A0E8C3B6D7F2A1E0C94
         */
        'X-MSTR-ProjectID'?: components['parameters']['ProjectId'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: components['responses']['NoContent'];
      400: components['responses']['BadRequest'];
      401: components['responses']['SessionInvalid'];
      403: components['responses']['ApiTokenForbidden'];
      404: components['responses']['UserNotFound'];
      408: components['responses']['RequestTimeout'];
      413: components['responses']['PayloadTooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      431: components['responses']['HeaderFieldsTooLarge'];
      500: components['responses']['ProjectSessionsExhausted'];
      503: components['responses']['StoreUnavailable'];
    };
  };
  getUserConnections: {
    parameters: {
      query?: {
        /**
         * @description Name of a node, which clients of clusters send. Accepted, and of no effect on a single node.
         * @example node-1
         */
        clusterNode?: string;
        /**
         * @description How many elements of the list to leave out at its beginning. Default 0.
         * @example 0
         */
        offset?: components['parameters']['Offset'];
        /**
         * @description Most elements of the answer; -1, which is the default, for all.
         * @example 100
         */
        limit?: components['parameters']['Limit'];
        /**
         * @description Top-level members to keep, as one comma list; in an array they are kept of each element. Names that the answer does not have keep nothing, and an empty list keeps everything. An answer cut down like this need not have the members its schema requires. May be given once. Where the answer has no body it is accepted and does nothing.
         * @example [
         *       "id",
         *       "name"
         *     ]
         */
        fields?: components['parameters']['Fields'];
      };
      header?: {
        /**
         * @description Id of the project to work in. Its first use opens a session on that project, so any operation that takes this header can fail for an unknown project, one without access, or too many project sessions. Without it only the configuration session is used.
         * @example 9B2C1E7A4D5F4A0E8C3B6D7F2A1E0C94
         */
        'X-MSTR-ProjectID'?: components['parameters']['ProjectId'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['UserConnections'];
      400: components['responses']['PageInvalid'];
      401: components['responses']['SessionInvalid'];
      403: components['responses']['ProjectForbidden'];
      404: components['responses']['ProjectNotFound'];
      408: components['responses']['RequestTimeout'];
      414: components['responses']['UriTooLong'];
      431: components['responses']['HeaderFieldsTooLarge'];
      500: components['responses']['ProjectSessionsExhausted'];
      503: components['responses']['StoreUnavailable'];
    };
  };
  deleteUserConnection: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Id of the project to work in. Its first use opens a session on that project, so any operation that takes this header can fail for an unknown project, one without access, or too many project sessions. Without it only the configuration session is used.
         * @example 9B2C1E7A4D5F4A0E8C3B6D7F2A1E0C94
         */
        'X-MSTR-ProjectID'?: components['parameters']['ProjectId'];
      };
      path: {
        /**
         * @description Id of the session, as `GET /monitors/userConnections` has it.
         * @example 3f6c1d0e9b8a47255e4d3c2b1a0f9e8d
         */
        id: components['parameters']['ConnectionId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: components['responses']['NoContent'];
      400: components['responses']['BadRequest'];
      401: components['responses']['SessionInvalid'];
      403: components['responses']['ProjectForbidden'];
      404: components['responses']['UserConnectionNotFound'];
      408: components['responses']['RequestTimeout'];
      413: components['responses']['PayloadTooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      431: components['responses']['HeaderFieldsTooLarge'];
      500: components['responses']['ProjectSessionsExhausted'];
      503: components['responses']['StoreUnavailable'];
    };
  };
  deleteUserConnections: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Id of the project to work in. Its first use opens a session on that project, so any operation that takes this header can fail for an unknown project, one without access, or too many project sessions. Without it only the configuration session is used.
         * @example 9B2C1E7A4D5F4A0E8C3B6D7F2A1E0C94
         */
        'X-MSTR-ProjectID'?: components['parameters']['ProjectId'];
      };
      path?: never;
      cookie?: never;
    };
    /** @description Which sessions. */
    requestBody: {
      content: {
        'application/json': components['schemas']['UserConnectionIds'];
      };
    };
    responses: {
      200: components['responses']['UserConnectionsEnded'];
      207: components['responses']['UserConnectionsEndedInPart'];
      400: components['responses']['UserConnectionIdsInvalid'];
      401: components['responses']['SessionInvalid'];
      403: components['responses']['ProjectForbidden'];
      404: components['responses']['ProjectNotFound'];
      408: components['responses']['RequestTimeout'];
      413: components['responses']['PayloadTooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      431: components['responses']['HeaderFieldsTooLarge'];
      500: components['responses']['ProjectSessionsExhausted'];
      503: components['responses']['StoreUnavailable'];
    };
  };
  getUsers: {
    parameters: {
      query?: {
        /**
         * @description How the name begins, in any case. `*` stands for any text, `?` for any character.
         * @example Mira
         */
        nameBegins?: string;
        /**
         * @description How the login name begins, in any case. `*` and `?` as for the name.
         * @example ml
         */
        abbreviationBegins?: string;
        /**
         * @description Only the user of this id.
         * @example 7FC05A65473CE2FD845CE6A1D3F13233
         */
        id?: string;
        /**
         * @description How many elements of the list to leave out at its beginning. Default 0.
         * @example 0
         */
        offset?: components['parameters']['Offset'];
        /**
         * @description Most elements of the answer; -1, which is the default, for all.
         * @example 100
         */
        limit?: components['parameters']['Limit'];
        /**
         * @description Top-level members to keep, as one comma list; in an array they are kept of each element. Names that the answer does not have keep nothing, and an empty list keeps everything. An answer cut down like this need not have the members its schema requires. May be given once. Where the answer has no body it is accepted and does nothing.
         * @example [
         *       "id",
         *       "name"
         *     ]
         */
        fields?: components['parameters']['Fields'];
      };
      header?: {
        /**
         * @description Id of the project to work in. Its first use opens a session on that project, so any operation that takes this header can fail for an unknown project, one without access, or too many project sessions. Without it only the configuration session is used.
         * @example 9B2C1E7A4D5F4A0E8C3B6D7F2A1E0C94
         */
        'X-MSTR-ProjectID'?: components['parameters']['ProjectId'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Users'];
      400: components['responses']['PageInvalid'];
      401: components['responses']['SessionInvalid'];
      403: components['responses']['UserForbidden'];
      404: components['responses']['ProjectNotFound'];
      408: components['responses']['RequestTimeout'];
      414: components['responses']['UriTooLong'];
      431: components['responses']['HeaderFieldsTooLarge'];
      500: components['responses']['ProjectSessionsExhausted'];
      503: components['responses']['StoreUnavailable'];
    };
  };
  getUser: {
    parameters: {
      query?: {
        /**
         * @description Top-level members to keep, as one comma list; in an array they are kept of each element. Names that the answer does not have keep nothing, and an empty list keeps everything. An answer cut down like this need not have the members its schema requires. May be given once. Where the answer has no body it is accepted and does nothing.
         * @example [
         *       "id",
         *       "name"
         *     ]
         */
        fields?: components['parameters']['Fields'];
      };
      header?: {
        /**
         * @description Id of the project to work in. Its first use opens a session on that project, so any operation that takes this header can fail for an unknown project, one without access, or too many project sessions. Without it only the configuration session is used.
         * @example 9B2C1E7A4D5F4A0E8C3B6D7F2A1E0C94
         */
        'X-MSTR-ProjectID'?: components['parameters']['ProjectId'];
      };
      path: {
        /**
         * @description Id of the user.
         * @example 7FC05A65473CE2FD845CE6A1D3F13233
         */
        id: components['parameters']['UserPathId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['User'];
      400: components['responses']['UserIdInvalid'];
      401: components['responses']['SessionInvalid'];
      403: components['responses']['UserForbidden'];
      404: components['responses']['UserOfPathNotFound'];
      408: components['responses']['RequestTimeout'];
      414: components['responses']['UriTooLong'];
      431: components['responses']['HeaderFieldsTooLarge'];
      500: components['responses']['ProjectSessionsExhausted'];
      503: components['responses']['StoreUnavailable'];
    };
  };
  deleteUser: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Id of the project to work in. Its first use opens a session on that project, so any operation that takes this header can fail for an unknown project, one without access, or too many project sessions. Without it only the configuration session is used.
         * @example 9B2C1E7A4D5F4A0E8C3B6D7F2A1E0C94
         */
        'X-MSTR-ProjectID'?: components['parameters']['ProjectId'];
      };
      path: {
        /**
         * @description Id of the user.
         * @example 7FC05A65473CE2FD845CE6A1D3F13233
         */
        id: components['parameters']['UserPathId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: components['responses']['NoContent'];
      400: components['responses']['UserIdInvalid'];
      401: components['responses']['SessionInvalid'];
      403: components['responses']['UserForbidden'];
      404: components['responses']['UserOfPathNotFound'];
      408: components['responses']['RequestTimeout'];
      413: components['responses']['PayloadTooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      431: components['responses']['HeaderFieldsTooLarge'];
      500: components['responses']['ProjectSessionsExhausted'];
      503: components['responses']['StoreUnavailable'];
    };
  };
  updatePartialUser: {
    parameters: {
      query?: {
        /**
         * @description Top-level members to keep, as one comma list; in an array they are kept of each element. Names that the answer does not have keep nothing, and an empty list keeps everything. An answer cut down like this need not have the members its schema requires. May be given once. Where the answer has no body it is accepted and does nothing.
         * @example [
         *       "id",
         *       "name"
         *     ]
         */
        fields?: components['parameters']['Fields'];
      };
      header?: {
        /**
         * @description Id of the project to work in. Its first use opens a session on that project, so any operation that takes this header can fail for an unknown project, one without access, or too many project sessions. Without it only the configuration session is used.
         * @example 9B2C1E7A4D5F4A0E8C3B6D7F2A1E0C94
         */
        'X-MSTR-ProjectID'?: components['parameters']['ProjectId'];
      };
      path: {
        /**
         * @description Id of the user.
         * @example 7FC05A65473CE2FD845CE6A1D3F13233
         */
        id: components['parameters']['UserPathId'];
      };
      cookie?: never;
    };
    /** @description What to change. */
    requestBody: {
      content: {
        'application/json': components['schemas']['UserOperations'];
      };
    };
    responses: {
      200: components['responses']['User'];
      400: components['responses']['UserOperationsInvalid'];
      401: components['responses']['SessionInvalid'];
      403: components['responses']['UserForbidden'];
      404: components['responses']['UserOfPathNotFound'];
      408: components['responses']['RequestTimeout'];
      413: components['responses']['PayloadTooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      431: components['responses']['HeaderFieldsTooLarge'];
      500: components['responses']['ProjectSessionsExhausted'];
      503: components['responses']['StoreUnavailable'];
    };
  };
  getAuthModes: {
    parameters: {
      query?: {
        /**
         * @description Top-level members to keep, as one comma list; in an array they are kept of each element. Names that the answer does not have keep nothing, and an empty list keeps everything. An answer cut down like this need not have the members its schema requires. May be given once. Where the answer has no body it is accepted and does nothing.
         * @example [
         *       "id",
         *       "name"
         *     ]
         */
        fields?: components['parameters']['Fields'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['AuthModes'];
      400: components['responses']['BadRequest'];
      403: components['responses']['OriginRefused'];
      408: components['responses']['RequestTimeout'];
      414: components['responses']['UriTooLong'];
      431: components['responses']['HeaderFieldsTooLarge'];
      503: components['responses']['SettingsUnavailable'];
    };
  };
  getLoginModes: {
    parameters: {
      query?: {
        /**
         * @description Top-level members to keep, as one comma list; in an array they are kept of each element. Names that the answer does not have keep nothing, and an empty list keeps everything. An answer cut down like this need not have the members its schema requires. May be given once. Where the answer has no body it is accepted and does nothing.
         * @example [
         *       "id",
         *       "name"
         *     ]
         */
        fields?: components['parameters']['Fields'];
      };
      header?: {
        /**
         * @description Id of the project to work in. Its first use opens a session on that project, so any operation that takes this header can fail for an unknown project, one without access, or too many project sessions. Without it only the configuration session is used.
         * @example 9B2C1E7A4D5F4A0E8C3B6D7F2A1E0C94
         */
        'X-MSTR-ProjectID'?: components['parameters']['ProjectId'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['LoginModes'];
      400: components['responses']['BadRequest'];
      401: components['responses']['SessionInvalid'];
      403: components['responses']['LoginModesForbidden'];
      404: components['responses']['ProjectNotFound'];
      408: components['responses']['RequestTimeout'];
      414: components['responses']['UriTooLong'];
      431: components['responses']['HeaderFieldsTooLarge'];
      500: components['responses']['ProjectSessionsExhausted'];
      503: components['responses']['StoreUnavailable'];
    };
  };
  setLoginModes: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Id of the project to work in. Its first use opens a session on that project, so any operation that takes this header can fail for an unknown project, one without access, or too many project sessions. Without it only the configuration session is used.
         * @example 9B2C1E7A4D5F4A0E8C3B6D7F2A1E0C94
         */
        'X-MSTR-ProjectID'?: components['parameters']['ProjectId'];
      };
      path?: never;
      cookie?: never;
    };
    /** @description The login modes that are on from now on. */
    requestBody: {
      content: {
        'application/json': components['schemas']['LoginModesRequest'];
      };
    };
    responses: {
      204: components['responses']['NoContent'];
      400: components['responses']['LoginModesInvalid'];
      401: components['responses']['SessionInvalid'];
      403: components['responses']['LoginModesForbidden'];
      404: components['responses']['ProjectNotFound'];
      408: components['responses']['RequestTimeout'];
      413: components['responses']['PayloadTooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      431: components['responses']['HeaderFieldsTooLarge'];
      500: components['responses']['ProjectSessionsExhausted'];
      503: components['responses']['StoreUnavailable'];
    };
  };
  getLoginModesAsOperator: {
    parameters: {
      query?: {
        /**
         * @description Top-level members to keep, as one comma list; in an array they are kept of each element. Names that the answer does not have keep nothing, and an empty list keeps everything. An answer cut down like this need not have the members its schema requires. May be given once. Where the answer has no body it is accepted and does nothing.
         * @example [
         *       "id",
         *       "name"
         *     ]
         */
        fields?: components['parameters']['Fields'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['LoginModes'];
      400: components['responses']['BadRequest'];
      401: components['responses']['OperatorUnknown'];
      403: components['responses']['OriginRefused'];
      404: components['responses']['NoOperator'];
      408: components['responses']['RequestTimeout'];
      414: components['responses']['UriTooLong'];
      429: components['responses']['LoginThrottled'];
      431: components['responses']['HeaderFieldsTooLarge'];
      503: components['responses']['SettingsUnavailable'];
    };
  };
  setLoginModesAsOperator: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description The login modes that are on from now on. */
    requestBody: {
      content: {
        'application/json': components['schemas']['LoginModesRequest'];
      };
    };
    responses: {
      204: components['responses']['NoContent'];
      400: components['responses']['LoginModesInvalid'];
      401: components['responses']['OperatorUnknown'];
      403: components['responses']['OperatorForbidden'];
      404: components['responses']['NoOperator'];
      408: components['responses']['RequestTimeout'];
      413: components['responses']['PayloadTooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      429: components['responses']['LoginThrottled'];
      431: components['responses']['HeaderFieldsTooLarge'];
      503: components['responses']['SettingsUnavailable'];
    };
  };
  getOidcNativeConfiguration: {
    parameters: {
      query?: {
        /**
         * @description Accepted, and changes nothing.
         * @example C2B2023642F6753A2EF159A75E0CFF29
         */
        applicationId?: components['parameters']['ApplicationId'];
        /**
         * @description Accepted, and changes nothing.
         * @example true
         */
        showAll?: components['parameters']['ShowAll'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['OidcNativeConfiguration'];
      400: components['responses']['BadRequest'];
      403: components['responses']['OriginRefused'];
      404: components['responses']['OidcNotAvailable'];
      408: components['responses']['RequestTimeout'];
      414: components['responses']['UriTooLong'];
      431: components['responses']['HeaderFieldsTooLarge'];
    };
  };
  getStatus: {
    parameters: {
      query?: {
        /**
         * @description Top-level members to keep, as one comma list; in an array they are kept of each element. Names that the answer does not have keep nothing, and an empty list keeps everything. An answer cut down like this need not have the members its schema requires. May be given once. Where the answer has no body it is accepted and does nothing.
         * @example [
         *       "id",
         *       "name"
         *     ]
         */
        fields?: components['parameters']['Fields'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Status'];
      400: components['responses']['BadRequest'];
      403: components['responses']['OriginRefused'];
      408: components['responses']['RequestTimeout'];
      414: components['responses']['UriTooLong'];
      431: components['responses']['HeaderFieldsTooLarge'];
    };
  };
  getProjects: {
    parameters: {
      query?: {
        /**
         * @description Top-level members to keep, as one comma list; in an array they are kept of each element. Names that the answer does not have keep nothing, and an empty list keeps everything. An answer cut down like this need not have the members its schema requires. May be given once. Where the answer has no body it is accepted and does nothing.
         * @example [
         *       "id",
         *       "name"
         *     ]
         */
        fields?: components['parameters']['Fields'];
      };
      header?: {
        /**
         * @description Id of the project to work in. Its first use opens a session on that project, so any operation that takes this header can fail for an unknown project, one without access, or too many project sessions. Without it only the configuration session is used.
         * @example 9B2C1E7A4D5F4A0E8C3B6D7F2A1E0C94
         */
        'X-MSTR-ProjectID'?: components['parameters']['ProjectId'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Projects'];
      400: components['responses']['BadRequest'];
      401: components['responses']['SessionInvalid'];
      403: components['responses']['ProjectForbidden'];
      404: components['responses']['ProjectNotFound'];
      408: components['responses']['RequestTimeout'];
      414: components['responses']['UriTooLong'];
      431: components['responses']['HeaderFieldsTooLarge'];
      500: components['responses']['ProjectSessionsExhausted'];
      503: components['responses']['StoreUnavailable'];
    };
  };
  getProject: {
    parameters: {
      query?: {
        /**
         * @description Top-level members to keep, as one comma list; in an array they are kept of each element. Names that the answer does not have keep nothing, and an empty list keeps everything. An answer cut down like this need not have the members its schema requires. May be given once. Where the answer has no body it is accepted and does nothing.
         * @example [
         *       "id",
         *       "name"
         *     ]
         */
        fields?: components['parameters']['Fields'];
      };
      header?: {
        /**
         * @description Id of the project to work in. Its first use opens a session on that project, so any operation that takes this header can fail for an unknown project, one without access, or too many project sessions. Without it only the configuration session is used.
         * @example 9B2C1E7A4D5F4A0E8C3B6D7F2A1E0C94
         */
        'X-MSTR-ProjectID'?: components['parameters']['ProjectId'];
      };
      path: {
        /**
         * @description Id of the project, or its name, percent-encoded.
         * @example Sales Demo
         */
        idOrName: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Project'];
      400: components['responses']['BadRequest'];
      401: components['responses']['SessionInvalid'];
      403: components['responses']['ProjectForbidden'];
      404: components['responses']['ProjectNotFound'];
      408: components['responses']['RequestTimeout'];
      414: components['responses']['UriTooLong'];
      431: components['responses']['HeaderFieldsTooLarge'];
      500: components['responses']['ProjectSessionsExhausted'];
      503: components['responses']['StoreUnavailable'];
    };
  };
}
