/** Which principals have keys in a keytab. The keys themselves are never read. */

/** Format 5.2, the only one that is still written. Source: MIT Kerberos, "Keytab file format". */
const format = 0x0502;

/**
 * @param bytes a whole keytab
 * @returns its principals, each once: `HTTP/reports.example.com@EXAMPLE.COM`
 * @throws Error where it is none
 */
export function principalsIn(bytes: Buffer): readonly string[] {
  const principals = new Set<string>();
  try {
    if (bytes.readUInt16BE(0) !== format) throw new RangeError('it has another format');
    for (let at = 2; at < bytes.length;) {
      const length = bytes.readInt32BE(at);
      at += 4;
      // A negative length is a hole that a removed key has left; zero is the end.
      if (length === 0) break;
      if (length > 0) principals.add(principalAt(bytes.subarray(at, at + length)));
      at += Math.abs(length);
      if (at > bytes.length) throw new RangeError('it is cut off');
    }
  } catch (error) {
    throw new Error('is no keytab', { cause: error });
  }
  return [...principals];
}

function principalAt(entry: Buffer): string {
  let at = 2;
  const nextText = () => {
    const end = at + 2 + entry.readUInt16BE(at);
    if (end > entry.length) throw new RangeError('a name is longer than its entry');
    const text = entry.toString('utf8', at + 2, end);
    at = end;
    return text;
  };
  const realm = nextText();
  const components = Array.from({ length: entry.readUInt16BE(0) }, nextText);
  return `${components.join('/')}@${realm}`;
}
