/** How a password can be one that everybody knows, though it is long. */
import { nameKeyOf } from '../user.js';

/** A pattern shorter than this guards nothing, however often it is repeated. */
const shortestPattern = 4;

/**
 * The words that a guesser would build this password of: itself, what it is a repetition of, and the same without the
 * digits and signs around it. `Password1234567!` is `password`, and so is `passwordpasswo`.
 */
export function wordsBehind(candidate: string): readonly string[] {
  const whole = nameKeyOf(candidate);
  const core = whole.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const words = [whole, patternOf(whole), core, patternOf(core)];
  return [...new Set(words)].filter((word) => [...word].length >= shortestPattern);
}

/** Is it the same few characters again and again? */
export function isMonotonous(candidate: string): boolean {
  return [...patternOf(nameKeyOf(candidate))].length < shortestPattern;
}

/** The shortest beginning that gives the text by repetition; the last time may be incomplete. */
function patternOf(text: string): string {
  // The failure function of Knuth, Morris and Pratt: the longest beginning that is an end too.
  const border = new Int32Array(text.length);
  for (let index = 1, length = 0; index < text.length; index += 1) {
    while (length > 0 && text[index] !== text[length]) length = border[length - 1] ?? 0;
    if (text[index] === text[length]) length += 1;
    border[index] = length;
  }
  return text.slice(0, text.length - (border.at(-1) ?? 0));
}
