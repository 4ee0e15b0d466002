/** A secret and its hash (RFC 7636 section 4). */
export interface PkcePair {
  /** Stays with the party that is going to log in: 43 characters, 256 random bits. A secret. */
  readonly codeVerifier: string;
  /** Goes to the holder of the session: the SHA-256 of the verifier, base64url, 43 characters. */
  readonly codeChallenge: string;
}

/** Makes a new pair by Web Crypto, which browsers offer on secure pages only. Source: RFC 7636 section 4, method S256. */
export async function pkcePair(): Promise<PkcePair> {
  const codeVerifier = base64url(crypto.getRandomValues(new Uint8Array(32)));
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(codeVerifier));
  return { codeVerifier, codeChallenge: base64url(new Uint8Array(hash)) };
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
