/** Messages as they travel. Source: SAML bindings, sections 3.4 and 3.5. */
import { inflateRawSync } from 'node:zlib';
import { Refused } from './refused.js';
import { maximumBytes } from './xml.js';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** @returns the XML of a message of the binding HTTP-POST @throws Refused */
export function postedMessage(base64: string | undefined): string {
  return textOf(bytesOf(base64));
}

/** @returns the XML of a message of the binding HTTP-Redirect, with encoding DEFLATE @throws Refused */
export function redirectedMessage(base64: string | undefined): string {
  const bytes = bytesOf(base64);
  try {
    return textOf(inflateRawSync(bytes, { maxOutputLength: maximumBytes }));
  } catch (cause) {
    throw new Refused('the message is not deflated, or too large', { cause });
  }
}

function bytesOf(base64 = ''): Buffer {
  const text = base64.replace(/[\r\n\t ]/g, '');
  if (text === '') throw new Refused('there is no message');
  if (text.length > (maximumBytes * 4) / 3 + 4) throw new Refused('the message is too large');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) throw new Refused('the message is not base64');
  return Buffer.from(text, 'base64');
}

/** With the line ends that a reader of XML sees (XML 1.0, section 2.11). */
function textOf(bytes: Buffer): string {
  try {
    return utf8.decode(bytes).replace(/\r\n?/g, '\n');
  } catch (cause) {
    throw new Refused('the message is not UTF-8', { cause });
  }
}
