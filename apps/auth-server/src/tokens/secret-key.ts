import { readFileSync } from 'node:fs';

export const leastSecretKeyLength = 32;

/** The key in a file, without the line break at its end. @throws Error where it cannot be read, or is too short */
export function readSecretKey(file: string): string {
  const key = contentsOf(file).trim();
  if (key.length >= leastSecretKeyLength) return key;
  throw new Error(
    `identityToken.secretKeyFile: ${file} holds less than ${leastSecretKeyLength} characters. ` +
      'To make a key: openssl rand -base64 48',
  );
}

function contentsOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Error(`identityToken.secretKeyFile: ${file} cannot be read`, { cause });
  }
}
