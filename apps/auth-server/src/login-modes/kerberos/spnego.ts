/**
 * What has to be known of SPNEGO tokens beside what the Kerberos library checks: which mechanism the client begins with,
 * and whether the answer is the end of it. Source: RFC 4178 section 4.2.
 */

const spnego = '2b0601050502';
/** Kerberos 5, and the number that Windows gives it first. */
const kerberos: readonly string[] = ['2a864886f712010202', '2a864882f712010202'];

/**
 * Is this the first token of a negotiation (NegTokenInit) that begins with Kerberos? Anything else would have to be
 * negotiated in a second round: NTLM, or whatever mechanisms have been installed for the library beside Kerberos.
 */
export function beginsWithKerberos(token: Buffer): boolean {
  const mechanism = element(token, 0x60);
  const name = element(mechanism?.value, 0x06);
  if (name?.value.toString('hex') !== spnego || mechanism?.rest.length !== 0) return false;
  const mechanisms = inside(name.rest, [0xa0, 0x30, 0xa0, 0x30]);
  const first = element(mechanisms, 0x06);
  return first !== undefined && kerberos.includes(first.value.toString('hex'));
}

/** Does the server's answer (NegTokenResp) say that the negotiation is complete? */
export function isComplete(answer: Buffer): boolean {
  const state = inside(answer, [0xa1, 0x30, 0xa0, 0x0a]);
  return state?.toString('hex') === '00';
}

interface Element {
  readonly value: Buffer;
  /** What stands behind it. */
  readonly rest: Buffer;
}

/** The value of the first element of the first element …, by their tags. */
function inside(bytes: Buffer, tags: readonly number[]): Buffer | undefined {
  return tags.reduce<Buffer | undefined>((value, tag) => element(value, tag)?.value, bytes);
}

/** The element that the bytes begin with (X.690 section 8.1), undefined where it has another tag or does not fit. */
function element(bytes: Buffer | undefined, tag: number): Element | undefined {
  const [first, short] = bytes ?? [];
  if (bytes === undefined || first !== tag || short === undefined) return undefined;
  const more = short < 0x80 ? 0 : short & 0x7f;
  if (more > 4 || short === 0x80 || bytes.length < 2 + more) return undefined;
  const length = more === 0 ? short : bytes.readUIntBE(2, more);
  const end = 2 + more + length;
  return end > bytes.length ? undefined : { value: bytes.subarray(2 + more, end), rest: bytes.subarray(end) };
}
