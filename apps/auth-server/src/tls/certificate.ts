/** The certificate that the server shows, with its key: read, and checked before it is used. */
import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';

export interface CertificateFiles {
  /** PEM: the certificate of the server first, then its intermediate ones. */
  readonly certFile: string;
  /** PEM, without a passphrase. */
  readonly keyFile: string;
  /** PEM: intermediate certificates, where `certFile` has none. */
  readonly caFile?: string | undefined;
}

/** What TLS is served with. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
  /** In milliseconds since the epoch. */
  readonly validFrom: number;
  readonly validTo: number;
}

/** @throws Error that names the setting and what was expected of its file */
export function readCertificate(files: CertificateFiles): Certificate {
  const cert = textOf('certFile', files.certFile);
  const key = textOf('keyFile', files.keyFile);
  const chain = files.caFile === undefined ? '' : textOf('caFile', files.caFile);
  const certificate = certificateIn('certFile', cert);
  if (chain !== '') certificateIn('caFile', chain);
  if (!certificate.checkPrivateKey(keyIn(key))) {
    throw new Error('server.tls.keyFile: is not the key of the certificate in server.tls.certFile');
  }
  return {
    cert: chain === '' ? cert : `${cert.trimEnd()}\n${chain}`,
    key,
    validFrom: Date.parse(certificate.validFrom),
    validTo: Date.parse(certificate.validTo),
  };
}

/** What clients will object to at this moment in milliseconds since the epoch, or undefined. */
export function objectionTo({ validFrom, validTo }: Certificate, now: number): string | undefined {
  if (now >= validTo) return `server.tls.certFile: the certificate has expired, on ${new Date(validTo).toISOString()}`;
  if (now < validFrom)
    return `server.tls.certFile: the certificate is not valid before ${new Date(validFrom).toISOString()}`;
  return undefined;
}

function textOf(setting: keyof CertificateFiles, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    const reason = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : 'unreadable';
    throw new Error(`server.tls.${setting}: the file ${file} cannot be read (${reason})`, { cause });
  }
}

/** The first of the file: the one that the key belongs to. */
function certificateIn(setting: keyof CertificateFiles, text: string): X509Certificate {
  try {
    return new X509Certificate(text);
  } catch (cause) {
    throw new Error(`server.tls.${setting}: expected a file with certificates in PEM`, { cause });
  }
}

function keyIn(text: string): KeyObject {
  try {
    return createPrivateKey(text);
  } catch {
    // The reason might show some of the key.
    throw new Error('server.tls.keyFile: expected a file with a private key in PEM, without a passphrase');
  }
}
