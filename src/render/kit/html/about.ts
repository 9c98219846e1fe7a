import { packageWords, weightsWords } from '../wording.ts';
import type { DyadReport } from '../../../analysis/report.ts';
import { defaultCluster } from '../../../evidence/clusters.ts';
import { isCooperation } from '../../../measures/cooperation.ts';
import { findMeasure } from '../../../measures/registry.ts';
import { isolated, markup, type Markup } from './markup.ts';
import type { Provenance } from '../../../results/parts.ts';

const absences: Readonly<Record<string, string>> = {
  exclude: 'An absence from a vote is missing, and the issue is left out.',
  half: 'Where exactly one of the two was absent from a vote, the issue counts as half agreement.',
  abstain: 'An absence from a vote counts as the neutral position, where the scale has one.',
  disagree:
    'Where exactly one of the two was absent from a vote, the issue counts as disagreement.',
};

const clusters: Readonly<Record<string, string>> = {
  series: 'Issues of one series, a text that returns, count as one piece of evidence.',
  issue: 'Each issue counts as a piece of evidence of its own.',
  topic: 'Issues with the same first topic count as one piece of evidence.',
};

/** What the score is and how sure, in two paragraphs; the options decide the words. */
function scoreMethods(measureId: string, { options }: Provenance): Markup {
  const measure = findMeasure(measureId);
  const cluster = clusters[String(options['cluster'] ?? defaultCluster)];
  const absent = absences[String(options['absent'] ?? 'exclude')];
  return markup`<h3>Alignment</h3>
<p>${
    measureId === 'agreement'
      ? 'Positions on an issue are ordered on its declared scale, from against to for. Agreement is 1 where both take the same position and 0 where they stand at opposite ends; alignment is its weighted mean over the joint issues, those on which both have a known position.'
      : `The headline is ${measure?.name ?? measureId}: ${measure?.formula ?? ''} (${measure?.source ?? ''}).`
  } A country without a known position is left out; silence is never read as a stance. ${absent}</p>
<h3>Interval</h3>
<p>Wilson’s 95 % interval for as many issues as the evidence is worth. ${cluster} It shows how much the score depends on which issues happen to be in the catalogs. It knows nothing of errors in coding, nor of issues that nobody wrote down. Fewer than five joint issues have neither interval nor verdict.</p>
`;
}

const breakMethods = markup`<h3>Breaks</h3>
<p>Change points of the yearly agreement of two sides: the least penalised sum of squares, years with five issues or more, three years or more between breaks (Jackson et al. 2005). Issues differ from year to year, so that a break alone may be another agenda. It is called another behaviour only where the texts that were voted on both before and since, within eight years of it, changed in the same direction (2.5 standard errors, ten texts or more); where too few return, it cannot be told.</p>
`;

const driftMethods = markup`<h3>Agenda and behaviour</h3>
<p>The change of the mean, taken apart by topic (Kitagawa 1955): what comes from topics that have another share of the issues, and what comes from topics with another mean. All parts add up to the change. Behaviour by topic still holds changes of agenda within topics. The same texts, those voted on in both periods, have none: each counts once, with its mean of each period.</p>
`;

/** What was done for a report on a dyad or on many. */
export function methods(
  measureId: string,
  provenance: Provenance,
  about: 'dyad' | 'matrix',
): Markup {
  return markup`<div class="methods">
${scoreMethods(measureId, provenance)}${
    about === 'dyad' &&
    markup`<h3>Beyond chance</h3>
<p>Two countries that mostly vote yes agree often by chance. Kappa and pi subtract the agreement expected from how each votes overall, within each scale; S compares with the largest possible distance.</p>
<h3>Depth</h3>
<p>Agreeing is not acting together. An issue is <em>joint</em> or <em>coordinated</em> only where both stand on the same side and the catalog records it with a source, or both vetoed a draft, or submitted one as two of at most five; all else on the same side is <em>parallel</em>. Where only one takes a side they are <em>apart</em>, where <em>neither</em> does it is no common line; opposite sides are <em>opposed</em>. Memberships are facts, and in no number.</p>
<h3>Interactions</h3>
<p>Events between the two carry a CAMEO code and its Goldstein weight, from −10 (most conflictual) to +10 (most cooperative). They are shown beside the score and are no part of it.</p>
${breakMethods}${driftMethods}`
  }
</div>`;
}

/** What interactions are, and how sure their mean is. */
export const interactionMethods = markup`<div class="methods">
<h3>Interactions</h3>
<p>Events carry a CAMEO code and its Goldstein weight, from −10 (most conflictual) to +10 (most cooperative). One among several countries counts once here, and once for each partner. The sources record more of some years than of others, so that every number of interactions stands beside that of all interactions of the sources in the same time. They are no part of any score of alignment.</p>
<h3>Interval and breaks</h3>
<p>Wilson’s 95 % interval of the mean weight, each interaction a piece of evidence of its own; it knows nothing of errors in coding, nor of one event that was coded twice. Fewer than five interactions have none. Breaks are change points of the yearly mean: the least penalised sum of squares, years with five interactions or more, three years or more between breaks (Jackson et al. 2005), each year weighed by its interval and by what years vary by besides. A break may be another coverage as well as another behaviour.</p>
</div>`;

/** What was done to tell what changed, and when. */
export function changeMethods(
  measureId: string,
  provenance: Provenance,
  about: 'trend' | 'drift',
): Markup {
  if (isCooperation(measureId)) return interactionMethods;
  return markup`<div class="methods">
${scoreMethods(measureId, provenance)}${about === 'trend' ? breakMethods : driftMethods}</div>`;
}

function optionText(value: unknown): string {
  if (Array.isArray(value)) return value.map(String).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** What the page was made from, for whoever wants to make it again. */
export function provenanceSection(
  { version, options, weights, timestamp, catalogs: known }: Provenance,
  titles: DyadReport['catalogs'] = [],
): Markup {
  const catalogs = known.map(({ id, ...rest }) => ({
    ...rest,
    title: titles.find((each) => each.id === id && each.sha256 === rest.sha256)?.title ?? id,
  }));
  const given = Object.entries(options).map(
    ([name, value], i) => markup`${i > 0 && ' · '}<code>${name}=${optionText(value)}</code>`,
  );
  return markup`<section aria-labelledby="provenance-title">
<h2 id="provenance-title">Provenance</h2>
<dl class="terms">
<dt>Made by</dt><dd>align ${version}</dd>
${catalogs.map(
  ({ title, version: edition, sha256, package: origin }) =>
    markup`<dt>Catalog</dt><dd>${isolated(title)}, ${edition}${packageWords(origin)}<span class="sub">SHA-256 <code>${sha256}</code></span></dd>\n`,
)}${
    weights !== undefined &&
    markup`<dt>Weights</dt><dd>${weightsWords(weights)}<span class="sub">SHA-256 <code>${weights.sha256}</code></span></dd>\n`
  }<dt>Options</dt><dd>${given}</dd>
${timestamp !== undefined && markup`<dt>Made at</dt><dd>${timestamp}</dd>`}
</dl>
</section>`;
}
