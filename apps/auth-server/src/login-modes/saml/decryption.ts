/** Encrypted assertions. Source: XML Encryption 1.1; SAML core, section 2.3.4. */
import { decrypt } from 'xml-encryption';
import { allOf, attributeOf, childOf, is, onlyChildOf } from './elements.js';
import { Refused } from './refused.js';
import { standalone } from './signed-element.js';
import type { XmlElement } from './xml.js';

const authenticated = ['http://www.w3.org/2009/xmlenc11#aes256-gcm', 'http://www.w3.org/2009/xmlenc11#aes128-gcm'];
const chained = ['http://www.w3.org/2001/04/xmlenc#aes256-cbc', 'http://www.w3.org/2001/04/xmlenc#aes128-cbc'];
const keyTransport = 'http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p';

export interface Decrypted {
  readonly text: string;
  /** The key of ours that it was for. */
  readonly privateKey: string;
}

/** The one answer for every failure: what failed would tell whoever tries. */
export class CannotDecrypt extends Refused {
  constructor() {
    super('the assertion cannot be decrypted');
  }
}

/**
 * @param privateKeys PEM; several while one replaces another
 * @param isSigned was the ciphertext signed by the identity provider? If not, only what vouches for itself is decrypted:
 *   who can have ciphertexts of CBC tried as often as he likes can read them
 * @throws Refused where it is encrypted otherwise than it may be; CannotDecrypt
 */
export async function decryptedAssertion(
  encrypted: XmlElement,
  privateKeys: readonly string[],
  isSigned: boolean,
): Promise<Decrypted> {
  const data = onlyChildOf(encrypted, 'encryption', 'EncryptedData');
  checkShape(encrypted, data, isSigned);
  const text = standalone(data);
  for (const key of privateKeys) {
    const decrypted = await attempt(text, key);
    if (decrypted !== undefined) return { text: decrypted.replace(/\r\n?/g, '\n'), privateKey: key };
  }
  throw new CannotDecrypt();
}

/** The library looks for names anywhere below: there must be nothing to find but what belongs there. */
function checkShape(encrypted: XmlElement, data: XmlElement, isSigned: boolean): void {
  const method = attributeOf(onlyChildOf(data, 'encryption', 'EncryptionMethod'), 'Algorithm') ?? '';
  if (chained.includes(method) && !isSigned) throw new Refused('encrypted with CBC in a response that is not signed');
  if (![...authenticated, ...chained].includes(method)) throw new Refused('the encryption is not allowed');
  const key = onlyChildOf(onlyChildOf(data, 'signature', 'KeyInfo'), 'encryption', 'EncryptedKey');
  const keyMethod = onlyChildOf(key, 'encryption', 'EncryptionMethod');
  const digest = childOf(keyMethod, 'signature', 'DigestMethod');
  const isUsual = digest === undefined || attributeOf(digest, 'Algorithm') === 'http://www.w3.org/2000/09/xmldsig#sha1';
  if (attributeOf(keyMethod, 'Algorithm') !== keyTransport || !isUsual) {
    throw new Refused('the encryption of the key is not allowed');
  }
  const count = (name: string) => [...allOf(encrypted)].filter((element) => element.name === name).length;
  const once = ['EncryptedData', 'EncryptedKey'].every((name) => count(name) === 1);
  const places = [...allOf(encrypted)].filter((element) => is(element, 'encryption', 'CipherValue'));
  if (!once || places.length !== 2 || count('RetrievalMethod') > 0 || count('CipherReference') > 0) {
    throw new Refused('the encryption holds something else');
  }
}

function attempt(text: string, key: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    decrypt(text, { key, disallowDecryptionWithInsecureAlgorithm: true }, (error: Error | null, found?: string) =>
      resolve(error === null ? found : undefined),
    );
  });
}
