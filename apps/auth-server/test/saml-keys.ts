import { execFileSync } from 'node:child_process';

/** PEM. */
export interface TestKeys {
  readonly privateKey: string;
  readonly certificate: string;
}

/** A new RSA key with a certificate that it has signed itself, good for two days. */
export function newKeys(name: string): TestKeys {
  const options = ['-newkey', 'rsa:2048', '-nodes', '-keyout', '-', '-out', '-', '-subj', `/CN=${name}`, '-days', '2'];
  const pem = execFileSync('openssl', ['req', '-x509', ...options], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const part = (kind: string) => new RegExp(`-----BEGIN ${kind}-----[^]*?-----END ${kind}-----\n`).exec(pem)?.[0] ?? '';
  return { privateKey: part('PRIVATE KEY'), certificate: part('CERTIFICATE') };
}
