/** Makes certificate authorities, server certificates and signing keys with openssl, good for two days. */
import { join } from 'node:path';
import { mustRun } from './run-client.js';

export interface Certificate {
  /** PEM files. */
  readonly certificateFile: string;
  readonly keyFile: string;
}

/** A new authority that signs certificates and nothing else. */
export function createAuthority(folder: string, name: string): Promise<Certificate> {
  const extensions = ['basicConstraints=critical,CA:TRUE', 'keyUsage=critical,keyCertSign,cRLSign'];
  return create(folder, name, extensions);
}

/** @param names as openssl has them: `IP:127.0.0.1,DNS:localhost` */
export function createServerCertificate(folder: string, name: string, names: string, by: Certificate) {
  const extensions = ['basicConstraints=critical,CA:FALSE', 'extendedKeyUsage=serverAuth', `subjectAltName=${names}`];
  return create(folder, name, extensions, ['-CA', by.certificateFile, '-CAkey', by.keyFile]);
}

/** For somebody who shows it to a server. */
export function createClientCertificate(folder: string, name: string, by: Certificate) {
  const extensions = ['basicConstraints=critical,CA:FALSE', 'extendedKeyUsage=clientAuth'];
  return create(folder, name, extensions, ['-CA', by.certificateFile, '-CAkey', by.keyFile]);
}

/** An RSA key with a certificate that it has signed itself, as identity providers have them: `name.key`, `name.pem`. */
export function createSigningKey(folder: string, name: string): Promise<Certificate> {
  return create(folder, name, [], [], ['-newkey', 'rsa:2048']);
}

async function create(
  folder: string,
  name: string,
  extensions: readonly string[],
  signer: readonly string[] = [],
  algorithm: readonly string[] = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'],
): Promise<Certificate> {
  const files = { certificateFile: join(folder, `${name}.pem`), keyFile: join(folder, `${name}.key`) };
  const key = [...algorithm, '-nodes', '-keyout', files.keyFile];
  const subject = ['-subj', `/CN=${name}`, '-days', '2', ...extensions.flatMap((one) => ['-addext', one])];
  await mustRun('openssl', ['req', '-x509', ...key, ...subject, ...signer, '-out', files.certificateFile]);
  return files;
}
