/** Keys and certificates of the configuration: PEM, as it stands there or in a file that it names. */
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** A certificate with a key that can sign as SAML's signatures here do: RSA of 2048 bits or more. */
export const certificatePem = pem((text) => {
  const problem = problemOfCertificate(text);
  if (problem !== undefined) throw new Error(problem);
}, 'expected a certificate with an RSA key of 2048 bits or more (PEM), or a file that holds one');

export const privateKeyPem = pem((text) => {
  const key = createPrivateKey(text);
  if (key.asymmetricKeyType !== 'rsa') throw new Error('not RSA');
}, 'expected an RSA private key without a password (PEM), or a file that holds one');

/** @returns why a certificate is of no use; undefined: it is of use */
export function problemOfCertificate(text: string): string | undefined {
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = new X509Certificate(text).publicKey;
    const isGood = asymmetricKeyType === 'rsa' && (asymmetricKeyDetails?.modulusLength ?? 0) >= 2048;
    return isGood ? undefined : 'its key is not RSA, or is too short';
  } catch {
    return 'it is no certificate';
  }
}

/** @param base64 of a certificate, as metadata hold it */
export function certificateOf(base64: string): string {
  const lines = base64.replace(/\s+/g, '').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

/** @param certificate PEM @returns as metadata hold it */
export function base64Of(certificate: string): string {
  return new X509Certificate(certificate).raw.toString('base64');
}

function pem(check: (text: string) => void, expected: string) {
  return z.string().transform((given, context) => {
    try {
      const text = given.trimStart().startsWith('-----BEGIN ') ? given : readFileSync(given, 'utf8');
      check(text);
      return text;
    } catch {
      // What went wrong could quote the key.
      context.addIssue({ code: 'custom', message: expected });
      return z.NEVER;
    }
  });
}
