import type { ComparedGroup, Provenance } from '../../../results/parts.ts';
import { leftOutWords } from '../group.ts';
import { provenanceSection } from './about.ts';
import { markup, type Markup } from './markup.ts';

/** Who could not be compared; nothing where all could. */
export function leftOutNote(group: Pick<ComparedGroup, 'leftOut' | 'minJoint'>): Markup {
  const words = leftOutWords(group);
  return markup`${words !== '' && markup`<p class="note">${words}. No missing divergence is guessed.</p>`}`;
}

/** What the page was made from; its catalogs go by their ids. */
export function groupProvenance(provenance: Provenance): Markup {
  const catalogs = provenance.catalogs.map((each) => ({ ...each, title: each.id, short: each.id }));
  return provenanceSection(provenance, catalogs);
}
