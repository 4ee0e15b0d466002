import { Problem } from '../errors/problem.js';

/**
 * Reads `application/x-www-form-urlencoded` (WHATWG URL, section 5.1), strictly: wrong percent-encoding and repeated
 * names are refused instead of guessed at.
 * @throws Problem inputInvalid
 */
export function parseForm(text: string): Readonly<Record<string, string>> {
  const fields: Record<string, string> = Object.create(null) as Record<string, string>; // no inherited names
  for (const pair of text.split('&')) {
    if (pair === '') continue;
    const cut = pair.indexOf('=');
    const name = decode(cut < 0 ? pair : pair.slice(0, cut));
    if (name in fields) throw new Problem('inputInvalid', { message: 'A field of the form is repeated' });
    fields[name] = cut < 0 ? '' : decode(pair.slice(cut + 1));
  }
  return fields;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch (cause) {
    throw new Problem('inputInvalid', { message: 'The form is not valid percent-encoded UTF-8', cause });
  }
}
