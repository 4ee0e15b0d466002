import { headerValue } from '../arguments.js';

/** What a saved session is made of. */
export interface SavedSession {
  /** Address of the API. */
  readonly base: string;
  readonly token: string;
  /** Each as a `Set-Cookie` header. */
  readonly setCookies: readonly string[];
}

/** So that whoever comes across one knows what it is. The number is that of the form. */
const prefix = 'mstr-session-secret-1.';

/** @returns one line of letters, digits, `-`, `_` and `.`: a secret */
export function savedText({ base, token, setCookies }: SavedSession): string {
  return prefix + Buffer.from(JSON.stringify({ base, token, setCookies })).toString('base64url');
}

/** @throws {TypeError} for a text that is no saved session of this form. It does not repeat the text. */
export function savedSession(text: string): SavedSession {
  const [, content = ''] = /^mstr-session-secret-1\.([\w-]+)$/.exec(text) ?? [];
  const { base, token, setCookies } = parsed(content);
  if (typeof base === 'string' && typeof token === 'string' && isTexts(setCookies)) {
    return {
      base,
      token: headerValue('the token of the saved session', token),
      setCookies: setCookies.map((one) => headerValue('a cookie of the saved session', one)),
    };
  }
  throw new TypeError(`A saved session begins with ${prefix} and is whole. Save the session again with this version`);
}

function parsed(content: string): Readonly<Record<keyof SavedSession, unknown>> {
  try {
    return Object(JSON.parse(Buffer.from(content, 'base64url').toString())) as Record<keyof SavedSession, unknown>; // any object
  } catch {
    // Not kept as a cause: the parser's error repeats a piece of the text.
    return { base: undefined, token: undefined, setCookies: undefined };
  }
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
