/** What a PEM file or several hold, or the bytes of a file. */
export type Pem = string | Uint8Array | readonly (string | Uint8Array)[];

/**
 * How TLS is done with the server. There is no way to leave out the check of its certificate: name the authority, or the
 * server, that is to be believed.
 */
export interface TlsOptions {
  /** Certificates of the authorities that are believed, in place of the well-known ones. PEM. */
  readonly ca?: Pem | undefined;
  /** The client's certificate, with those between it and its authority. PEM; needs `key`. */
  readonly cert?: Pem | undefined;
  /** The private key of `cert`. PEM. */
  readonly key?: Pem | undefined;
  /** The client's certificate and its key in one file (PKCS #12), in place of `cert` and `key`. */
  readonly pfx?: Uint8Array | undefined;
  /** Opens `key` or `pfx`. */
  readonly passphrase?: string | undefined;
  /** The name that the server's certificate has to have, where that is not the one of `baseUrl`. */
  readonly serverName?: string | undefined;
}

/** How connections come about, in Node. */
export interface ConnectionOptions {
  /** Milliseconds that a connection may take, TLS included; 0 for any time. Default 10 000. */
  readonly connectTimeoutMs?: number | undefined;
  readonly tls?: TlsOptions | undefined;
  /**
   * Address of an HTTP proxy, which tunnels by CONNECT, or `environment` for what the variables HTTPS_PROXY, HTTP_PROXY
   * and NO_PROXY say. Default is none, whatever they say.
   */
  readonly proxy?: string | URL | undefined;
}
