import type { Claim } from '../analysis/check.ts';
import type { Catalog } from '../catalog/model.ts';
import { type Evidence, plainFilter } from '../evidence/evidence.ts';
import type { Policy } from '../policy/load.ts';
import type { QuestionFile } from '../policy/schema.ts';
import { parseDate } from '../catalog/dates.ts';
import { gatherEvidence, partyOf, selectionFilter } from './context.ts';
import type { Io } from './io.ts';
import type { MeasureOptions, SelectionOptions } from './options.ts';
import { applyConvention, findConvention, scoreSettings } from './settings.ts';

/** A policy's question as the options of `align score` that ask the same. */
function optionsOf(question: QuestionFile): MeasureOptions & SelectionOptions {
  const { from, to, salience, weighBy, minConfidence, ...same } = question;
  const given = Object.entries(same).filter(([, value]) => value !== undefined);
  return {
    ...(Object.fromEntries(given) as Partial<MeasureOptions & SelectionOptions>),
    ...(from === undefined ? {} : { from: parseDate(from)?.from ?? from }),
    ...(to === undefined ? {} : { to: parseDate(to)?.to ?? to }),
    salience: salience ?? 'off',
    weighBy: weighBy ?? 'issue',
    minConfidence: minConfidence ?? plainFilter.minConfidence,
    paragraphs: true,
    amendments: true,
    unanimous: true,
    blocPosition: 'median',
  };
}

/** The assertions of a policy with their evidence; assertions with the same selection share it. */
export async function claimsOf(
  { assertions }: Policy,
  catalogs: readonly Catalog[],
  io: Io,
): Promise<readonly Claim[]> {
  const selected = new Map<string, Evidence>();
  const claims: Claim[] = [];
  for (const assertion of assertions) {
    const options = optionsOf(assertion.question);
    const convention = findConvention(options.convention);
    const filter = applyConvention(selectionFilter(options), convention);
    const key = JSON.stringify([filter, convention?.id]);
    const evidence = selected.get(key) ?? (await gatherEvidence(catalogs, filter));
    selected.set(key, evidence);
    claims.push({
      assertion,
      evidence,
      parties: assertion.parties.map((found) => partyOf(evidence, found, options.blocPosition)),
      settings: await scoreSettings(options, [], io),
    });
  }
  return claims;
}
