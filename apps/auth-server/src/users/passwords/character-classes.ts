/** The four classes of characters that policies of composition speak of. Whatever the script, each character is of one. */
const classes: Readonly<Record<string, RegExp>> = {
  'lower-case letter': /\p{Ll}/u,
  'upper-case letter': /[\p{Lu}\p{Lt}]/u,
  digit: /\p{Nd}/u,
  'other character': /[^\p{Ll}\p{Lu}\p{Lt}\p{Nd}]/u,
};

/** @returns the names of the classes of which there is no character */
export function missingClasses(text: string): readonly string[] {
  return Object.keys(classes).filter((name) => classes[name]?.test(text) === false);
}
