/**
 * A text as the value of a header: percent-encoded UTF-8 (RFC 3986), in characters that no proxy reads anything into. `@` is
 * left, for many login names have one. Half a surrogate pair cannot be encoded and becomes U+FFFD.
 */
export function headerText(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD')).replaceAll('%40', '@');
}
