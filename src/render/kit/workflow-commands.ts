import { logLines } from '../../plain-text.ts';

/** Workflow commands of GitHub Actions, which put a message beside a line of a file. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly title: string;
  readonly message: string;
}

/** Line ends are escaped in the message, in a property separators too. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

export function workflowCommand({ level, file, line, column, title, message }: Annotation): string {
  const place = [
    `file=${escapeProperty(file.replaceAll('\\', '/'))}`,
    `line=${line}`,
    `col=${column}`,
    `title=${escapeProperty(title)}`,
  ].join(',');
  return `::${level} ${place}::${escapeData(logLines(message))}`;
}
