/** How every generated file begins. */
const words = 'Generated from spec/openapi.yaml by npm run generate. Do not edit.';

/** First line of a generated TypeScript file. */
export const sourceHeader = `// ${words}\n`;

/** First line of a generated Markdown page. A reader sees the second form. */
export const pageHeader = `<!-- ${words} -->\n`;

/** Does this text say of itself that it is generated? */
export function isGenerated(text: string): boolean {
  return text.startsWith(sourceHeader) || text.startsWith(pageHeader);
}
