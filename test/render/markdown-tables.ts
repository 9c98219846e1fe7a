export interface MarkdownTable {
  /** Cells of the header. */
  readonly width: number;
  readonly rows: readonly (readonly string[])[];
}

/** Cells of a line as GitHub splits it: at every bar without a backslash before it, also in code. */
function cellsOf(line: string): string[] {
  return line
    .replace(/^\s*\|/, '')
    .replace(/(?<!\\)\|\s*$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
}

/** The tables of a Markdown text, as GitHub finds them. */
export function tablesOf(markdown: string): readonly MarkdownTable[] {
  const lines = markdown.split('\n');
  return lines.flatMap((line, i) => {
    if (!/^\|(?: ?:?-+:? ?\|)+$/.test(line)) return [];
    const end = lines.findIndex((later, j) => j > i && !later.startsWith('|'));
    return [
      {
        width: cellsOf(lines[i - 1] ?? '').length,
        rows: lines.slice(i + 1, end < 0 ? undefined : end).map(cellsOf),
      },
    ];
  });
}
