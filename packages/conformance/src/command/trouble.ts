/** Why no answer came, in a sentence that says what to do. */

const byCode: Readonly<Record<string, (host: string) => string>> = {
  ENOTFOUND: (host) => `There is no host ${host}. Is --base-url spelled right?`,
  EAI_AGAIN: (host) => `The name ${host} could not be looked up just now. Is the network there?`,
  ECONNREFUSED: (host) => `Nothing listens at ${host}. Does the server run, and is the port right?`,
  ECONNRESET: (host) => `${host} cut the connection. If it speaks TLS, --base-url has to begin with https.`,
  EPROTO: (host) => `${host} does not speak TLS there. If it speaks plain HTTP, --base-url has to begin with http.`,
  ERR_SSL_WRONG_VERSION_NUMBER: (host) =>
    `${host} does not speak TLS there. If it speaks plain HTTP, --base-url has to begin with http.`,
  ERR_SSL_PACKET_LENGTH_TOO_LONG: (host) =>
    `${host} does not speak TLS there. If it speaks plain HTTP, --base-url has to begin with http.`,
  ERR_TLS_CERT_ALTNAME_INVALID: (host) =>
    `The certificate of ${host} is for another name. Take the name that it is for in --base-url.`,
  CERT_HAS_EXPIRED: (host) => `The certificate of ${host} has expired. It has to be renewed.`,
  CERT_NOT_YET_VALID: (host) => `The certificate of ${host} is not valid yet. Is the clock of this machine right?`,
};

/** Codes of a certificate that nobody vouches for whom Node trusts. */
const untrusted = /SELF_SIGNED|UNABLE_TO_(VERIFY|GET)|CERT_UNTRUSTED/;

/** @param url what was asked for */
export function troubleOf(error: unknown, url: string): string {
  const { host } = new URL(url);
  const { code, name, message } = Object(error) as { code?: unknown; name?: unknown; message?: unknown }; // any object
  const known = typeof code === 'string' ? byCode[code] : undefined;
  if (known !== undefined) return known(host);
  if (untrusted.test(String(code))) {
    return (
      `The certificate of ${host} is signed by nobody whom Node trusts (${String(code)}). ` +
      'Put the authority that signed it into a PEM file, and its path into NODE_EXTRA_CA_CERTS.'
    );
  }
  if (name === 'TimeoutError') return `${host} did not answer in time.`;
  return `${host} gave no answer: ${String(message ?? error)}`;
}
