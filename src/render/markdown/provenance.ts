import type { Provenance } from '../../provenance.ts';
import { escapeMarkdown } from './markdown.ts';

/** The catalogs behind a result, as a last line in small print. */
export function provenanceLine({ catalogs, version, timestamp }: Provenance): string {
  const from = catalogs.map(({ id, version: edition }) => `${id} ${edition}`).join(', ');
  const when = timestamp === undefined ? '' : `, ${timestamp}`;
  return `<sub>${escapeMarkdown(`align ${version}; catalogs: ${from}${when}`)}</sub>`;
}
