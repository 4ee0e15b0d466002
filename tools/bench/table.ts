/** Tables as text: aligned for a terminal, or in Markdown. */
export type Table = { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };
export type Layout = 'aligned' | 'markdown';

/** The first column to the left, the others to the right. */
export function tableLines({ head, rows }: Table, layout: Layout): readonly string[] {
  if (layout === 'markdown') {
    const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
    return [line(head), line(head.map((_title, column) => (column === 0 ? '---' : '---:'))), ...rows.map(line)];
  }
  const all = [head, ...rows];
  const widths = head.map((_title, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}
