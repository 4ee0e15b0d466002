/** What is wrong: in plain words, why it matters, and what to do. */
export interface Finding {
  readonly id: FindingId;
  readonly what: string;
  readonly why: string;
  readonly advice: string;
}

const [unreachable, untrusted, elsewhere] = [
  'Without an answer nothing works.',
  'No client sends a password to a server that it cannot tell from another one.',
  'What answers there is not this API, so that no call can succeed.',
];
const lost =
  'A session is the token and its cookie together: without the cookie every call after the login is refused.';
const cors = 'The browser keeps the answers from the page, or does not send its requests at all.';

/** Why each finding matters, and what to do. What was found is said where it is found. */
const table = {
  addressInvalid: [elsewhere, 'Give an address such as https://host/MicroStrategyLibrary.'],
  contextMissing: [elsewhere, 'Add the context path of the Library, most often /MicroStrategyLibrary.'],
  apiDoubled: [elsewhere, 'Give the address of the Library, with /api once at its end or not at all.'],
  nameUnknown: [unreachable, 'Check the spelling of the host, and the DNS or VPN of this machine.'],
  notReachable: [unreachable, 'Check host and port, that the server runs, and firewalls and proxies on the way.'],
  noAnswerInTime: [unreachable, 'Check firewalls and proxies on the way, and the load of the server.'],
  httpInsteadOfHttps: [unreachable, 'Give the address with http, or better, have the server do TLS at this port.'],
  httpsInsteadOfHttp: [unreachable, 'Give the address with https.'],
  certificateExpired: [
    untrusted,
    'Renew the certificate of the server. If it is valid, set the clock of this machine.',
  ],
  certificateSelfSigned: [untrusted, 'Pass the certificate as tls.ca (--ca), or have one made by an authority.'],
  certificateAuthorityUnknown: [
    untrusted,
    'Pass the certificate of the authority as tls.ca (--ca), and have the server send those in between.',
  ],
  certificateWrongName: [untrusted, 'Use a name that stands in the certificate, or pass it as tls.serverName.'],
  tlsFailed: [untrusted, 'Look at the code, and at the versions and client certificates that the server asks for.'],
  redirected: [
    'The token would travel to wherever a redirect leads, so that it is not followed.',
    'Give the address that it leads to.',
  ],
  pageInsteadOfApi: [
    elsewhere,
    'Check the context path, and what stands before the server: a login page, a portal, a proxy.',
  ],
  notThisApi: [elsewhere, 'Check the context path.'],
  serverFailing: [
    'The server is there, but it cannot do its work.',
    'Try again later; ask its operator if it stays so.',
  ],
  clockDiffers: [
    'Sessions, tokens and certificates are judged by the time: with another one they end early, or never begin.',
    'Have both machines take their time from the network (NTP).',
  ],
  versionUnknown: ['What a server can do depends on its version.', 'Ask its operator for it.'],
  versionOld: [
    'Calls of newer versions are refused.',
    'Have the server brought up to date, or do without these calls.',
  ],
  loginModeNotOffered: [
    'Logins by this mode are refused.',
    'Use a mode that is offered, or have an administrator switch it on.',
  ],
  corsOriginRefused: [cors, 'An administrator can add the origin to those that the server allows.'],
  corsWithoutCredentials: [cors, 'The server has to answer Access-Control-Allow-Credentials: true.'],
  corsTokenHidden: [cors, 'The server has to list X-MSTR-AuthToken in Access-Control-Expose-Headers.'],
  loginFailed: ['Without a login there is no session.', 'See what the server says.'],
  sessionCookieMissing: [lost, 'See whether a proxy takes Set-Cookie away, or changes its Path or Domain.'],
  cookieSecureOverHttp: [lost, 'Use https, or have the server leave out Secure where it is reached by http.'],
  cookieNotForOtherSites: [
    lost,
    'The server has to set its cookies with SameSite=None; Secure for pages of other sites.',
  ],
  sessionNotKept: [lost, 'With several servers, have the load balancer send a session always to the same one.'],
  logoutFailed: ['Sessions that are not ended count until they run out.', 'See what the server says.'],
} as const satisfies Readonly<Record<string, readonly [why: string, advice: string]>>;

/** The name of a finding. */
export type FindingId = keyof typeof table;

/** @param advice What to do, where more is known than usual. */
export function finding(id: FindingId, what: string, advice?: string): Finding {
  return { id, what, why: table[id][0], advice: advice ?? table[id][1] };
}
