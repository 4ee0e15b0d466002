/** An entry of the directory, as far as it was asked for. */
export interface DirectoryEntry {
  /** As the directory writes it. */
  readonly dn: string;
  /** The values of an attribute, by its name in whatever case; none where it is not there or may not be read. */
  values(attribute: string): readonly string[];
}

type Value = string | Buffer;

/** @param attributes as LDAP libraries have them: one value, or a list of them */
export function entryOf(dn: string, attributes: Readonly<Record<string, Value | readonly Value[]>>): DirectoryEntry {
  const byName = new Map<string, readonly string[]>();
  for (const [name, values] of Object.entries(attributes)) {
    const lowerCase = name.toLowerCase();
    byName.set(
      lowerCase,
      [values].flat().map((value) => textOf(lowerCase, value)),
    );
  }
  return { dn, values: (attribute) => byName.get(attribute.toLowerCase()) ?? [] };
}

function textOf(attribute: string, value: Value): string {
  if (typeof value === 'string') return value;
  return attribute === 'objectguid' && value.length === 16 ? guidOf(value) : value.toString('hex');
}

/** As Windows shows it: the first three groups have their bytes in the other order. */
function guidOf(bytes: Buffer): string {
  const [first, second, third] = [bytes.subarray(0, 4), bytes.subarray(4, 6), bytes.subarray(6, 8)].map((group) =>
    Buffer.from(group).reverse().toString('hex'),
  );
  return [first, second, third, bytes.toString('hex', 8, 10), bytes.toString('hex', 10)].join('-');
}
