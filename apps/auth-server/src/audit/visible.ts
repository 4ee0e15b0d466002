/** Makes visible what callers put into names to fool who reads them: line breaks, escape sequences, reversed text. */

/** Controls, formats such as text direction, private and unassigned characters, line and paragraph separators. */
const unseen = /[\p{C}\p{Zl}\p{Zp}]/gu;
/** The same without those that JSON encodes by itself. */
const unseenByJson = /[\u007f\u2028\u2029\p{Cf}]|[\u0080-\u009f]/gu;

/** For a line of plain text: as it is where that is unambiguous, else in quotes with everything unseen escaped. */
export function quoted(text: string): string {
  if (/^[\w.:@+-]+$/.test(text)) return text;
  return JSON.stringify(text).replace(unseen, (found) => `\\u{${codePoint(found)}}`);
}

/** For a line of JSON that a terminal may show: the same value, with everything unseen escaped. */
export function jsonLine(value: unknown): string {
  return JSON.stringify(value).replace(unseen, (found) =>
    Array.from({ length: found.length }, (_, at) => `\\u${found.charCodeAt(at).toString(16).padStart(4, '0')}`).join(
      '',
    ),
  );
}

/** For a value in the log, whose writer encodes as JSON but no further. */
export function visible(value: unknown): unknown {
  return typeof value === 'string' ? value.replace(unseenByJson, (found) => `\\u{${codePoint(found)}}`) : value;
}

function codePoint(found: string): string {
  return (found.codePointAt(0) ?? 0).toString(16);
}
