import { provenanceWords } from './wording.ts';
import { escapeMarkdown } from './markdown.ts';
import type { Provenance } from '../../results/parts.ts';

/** The catalogs behind a result, as a last line in small print. */
export function provenanceLine(provenance: Provenance): string {
  return `<sub>${escapeMarkdown(provenanceWords(provenance))}</sub>`;
}
