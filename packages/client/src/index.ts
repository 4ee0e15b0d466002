/** The client for Node: keeps the cookies itself. */
export * from './exports.js';
export { createClient, type Client, type NodeClientOptions } from './create-client.js';
export { diagnose, type DiagnoseOptions } from './doctor/diagnose.js';
export type { Finding, FindingId } from './doctor/findings.js';
export type { Credentials } from './doctor/session.js';
export type { NativeOidcLogin } from './native-oidc.js';
export type { NodeSessionOptions } from './node-client.js';
export type { BrowserLogin, NodeLogin } from './node-login.js';
export type { SessionRequest, Sharing } from './sharing/sharing.js';
export { toughCookies } from './tough-cookies.js';
export type { ConnectionOptions, Pem, TlsOptions } from './transport/connection-options.js';
