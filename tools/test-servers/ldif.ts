/** Writes entries as LDIF (RFC 2849), every value in base64, so that none needs a rule of its own. */

export interface LdifEntry {
  readonly dn: string;
  readonly attributes: Readonly<Record<string, string | readonly string[]>>;
}

/** One record, for `ldapadd`. */
export function toLdif({ dn, attributes }: LdifEntry): string {
  const lines = Object.entries(attributes).flatMap(([name, values]) =>
    [values].flat().map((value) => `${name}:: ${base64(value)}`),
  );
  return [`dn:: ${base64(dn)}`, ...lines, '', ''].join('\n');
}

const base64 = (text: string) => Buffer.from(text).toString('base64');
