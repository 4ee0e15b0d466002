/** Kerberos principals as text, such as `ann@EXAMPLE.COM` and `HTTP/reports.example.com@EXAMPLE.COM`. */
export interface Principal {
  /** One for a person; service and host for a service. */
  readonly components: readonly string[];
  readonly realm: string;
}

/** Most UTF-16 units of a principal. */
const longest = 250;

/**
 * Reads what `gss_display_name` and `krb5_unparse_name` write. Undefined where it is no principal with a realm, or is one
 * that needs escapes: with `\@` or `\/` in it a name can look like another one's.
 */
export function parsePrincipal(text: string): Principal | undefined {
  // U+FFFD stands for bytes that were no UTF-8, which can have been any.
  if (text.length > longest || /[\p{C}\s\\\uFFFD]/u.test(text)) return undefined;
  const [name = '', realm = '', ...more] = text.split('@');
  const components = name.split('/');
  if (realm === '' || more.length > 0 || components.includes('')) return undefined;
  return { components, realm };
}
