import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Ran, runHere } from '../render/invocations.ts';

const head = 'catalog: x\ntitle: X\nsources: {s: {title: S}}\ntopics: {t: T}\n';

/** A short issue, in one line of YAML. */
export function issueLine(i: number, more = ''): string {
  return `  - {id: i${i}, title: I, topic: t, date: 2020, sources: [s], positions: {china: support, russia: oppose}${more}}\n`;
}

/** A catalog with these lines of issues. */
export function catalogOf(issues: readonly string[], before = ''): string {
  return `${head}${before}issues:\n${issues.join('')}`;
}

/** As many of something as asked for. */
export function times<T>(n: number, make: (i: number) => T): T[] {
  return Array.from({ length: n }, (_, i) => make(i));
}

/** Runs the program in this process on files that are there and nowhere else. */
export async function ask(
  argv: readonly string[],
  files: Readonly<Record<string, string>>,
): Promise<Ran & { readonly folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'align-inputs-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return { ...(await runHere(argv, folder)), folder };
}
