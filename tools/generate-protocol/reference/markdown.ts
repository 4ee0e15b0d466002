/** Markdown for GitHub: tables, code and pages. */
import { pageHeader } from '../header.js';

/** A page: our header, its title, a line that says where it comes from, and the parts with a blank line between them. */
export function page(title: string, parts: readonly string[]): string {
  const origin =
    '*Generated, do not edit: `npm run generate` makes this page from ' +
    '[openapi.yaml](../../packages/protocol/spec/openapi.yaml) and the catalogues in `packages/protocol/src`.*';
  return `${pageHeader}\n${sections([`# ${title}`, origin, ...parts])}\n`;
}

/** The parts with a blank line between them; empty parts leave no trace. */
export function sections(parts: readonly string[]): string {
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('\n\n');
}

/** A table, or nothing when there are no rows. Columns that are empty in every row are left out. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const used = headings.map((_, column) => rows.some((row) => (row[column] ?? '') !== ''));
  const line = (cells: readonly string[]) =>
    `| ${cells
      .filter((_, column) => used[column])
      .map(cell)
      .join(' | ')} |`;
  return [line(headings), line(headings.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Text as inline code; nothing for no text. */
export function code(text: string): string {
  return text === '' ? '' : `\`${text}\``;
}

/** A block of code. */
export function block(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}

/** Where GitHub puts a heading: \`## POST /auth/login\` is at \`#post-authlogin\`. */
export function anchor(heading: string): string {
  return `#${heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')}`;
}

// A cell is one line: a list in the text becomes lines of the cell, and a bar must not end it.
function cell(text: string): string {
  return text
    .trim()
    .replace(/\n+- /g, '<br>– ')
    .replace(/\s*\n\s*/g, ' ')
    .replaceAll('|', '\\|');
}
