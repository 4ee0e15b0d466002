/** Writes entries as LDIF (RFC 2849), every value in base64, so that none needs a rule of its own. */

export type LdifValue = string | Buffer;

export interface LdifEntry {
  readonly dn: string;
  readonly attributes: Readonly<Record<string, LdifValue | readonly LdifValue[]>>;
}

/** One record, for `ldapadd`. */
export function toLdif({ dn, attributes }: LdifEntry): string {
  const lines = Object.entries(attributes).flatMap(([name, values]) =>
    [values].flat().map((value) => `${name}:: ${base64(value)}`),
  );
  return [`dn:: ${base64(dn)}`, ...lines, '', ''].join('\n');
}

const base64 = (value: LdifValue) => Buffer.from(value as string).toString('base64'); // the overloads are one by one
