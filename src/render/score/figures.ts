import { isDivergence } from '../../measures/divergence.ts';
import { joined } from '../kit/joined.ts';
import { count, counted, decimal, interval, signed } from '../kit/numbers.ts';
import type { Renderable } from '../renderable.ts';
import type { RenderContext } from '../renderer.ts';
import {
  headlineFigure,
  interactionWords,
  latelyWords,
  membershipWords,
  stakeWords,
  togetherWords,
  unlistedWords,
} from './words.ts';
import { bandedDecimal, measureSymbols, percentileWords } from '../kit/wording.ts';
import { bar } from '../kit/bars.ts';
import { padEnd, wrap } from '../kit/text.ts';
import { tone } from '../kit/tone.ts';
import type { PartScore } from '../../results/score.ts';

type Score = Renderable['score'];

/** Measures whose values are shares of one, which a bar can show. */
const shares = ['agreement', 'divergence', 'identical'];

const labelWidth = 14;
const indent = '  ';

/** A labelled text; without a label it belongs to what stands above, and without text it is left out. */
export type Figure = readonly [label: string, text: string];

/** Each on a line of its own; what does not fit wraps under its beginning. */
export function renderFigures(figures: readonly Figure[], { width, color }: RenderContext) {
  return figures
    .filter(([, text]) => text !== '')
    .flatMap(([label, text]) =>
      wrap(text, width - labelWidth - indent.length).map((line, i) => {
        const lead = i > 0 ? ' '.repeat(labelWidth) : color.bold(padEnd(label, labelWidth));
        return `${indent}${lead}${line}`;
      }),
    );
}

/** The headline: value, bar, interval and verdict, with the typical pair beneath it. */
function headline(score: Score, context: RenderContext): readonly Figure[] {
  const { alignment, divergence, verdict, percentile } = score;
  const { measure, value, low, high } = alignment;
  const agreement = divergence.value === null ? null : 1 - divergence.value;
  const paint = tone(context.color, agreement);
  const isPlain = measure === 'agreement';
  const figure = headlineFigure(alignment);
  const judged = `${isPlain ? '' : `agreement ${bandedDecimal(agreement)}: `}${verdict.text}`;
  const others = [figure, interval(low, high), judged].join('  ').length;
  const barWidth = Math.min(24, Math.max(8, context.width - labelWidth - others - 6));
  const bars =
    value !== null && shares.includes(measure) ? padEnd(paint(bar(value, barWidth)), barWidth) : '';
  const parts = [figure, bars, interval(low, high), paint(judged)].filter((part) => part !== '');
  const name = isPlain ? 'Alignment' : (measureSymbols[measure] ?? measure);
  return [
    [name, parts.join('  ')],
    ['', value === null || low === null ? (alignment.reason ?? '') : ''],
    [
      '',
      percentile.value === null ? percentile.reason : percentileWords(percentile, score.countries),
    ],
  ];
}

const partWords = ({ value, joint }: PartScore, name: string) =>
  `${name} ${decimal(value)} (${count(joint)})`;

function chance({ measures, alignment }: Score): string {
  const coefficients = measures.map(
    ({ id, value }) => `${measureSymbols[id] ?? id} ${decimal(value)}`,
  );
  const reasons = new Set(
    measures.flatMap(({ value, reason }) =>
      value === null && reason !== undefined && reason !== alignment.reason ? [reason] : [],
    ),
  );
  return joined([...coefficients, ...reasons]);
}

/** How far the members of each bloc stand together; nothing between countries. */
function cohesion({ cohesion: blocs = [] }: Score): readonly Figure[] {
  return blocs.map(({ name, votes, scales }, i) => {
    const onVotes =
      votes.issues === 0
        ? []
        : [
            `agreement index ${decimal(votes.agreementIndex)}, Rice ${decimal(votes.rice)} on ${counted(votes.issues, 'vote')}`,
          ];
    const onScales = scales.map(
      ({ scale, issues, ordinal }) =>
        `α ${decimal(ordinal)} on ${counted(issues, `${scale} issue`)}`,
    );
    const parts = [...onVotes, ...onScales];
    const text = parts.length === 0 ? 'no issue with half of the members' : parts.join(' · ');
    return [i === 0 ? 'Cohesion' : '', `${name}: ${text}`];
  });
}

/** `0.84 – 0.85`, or one number where both look the same. */
function span(values: readonly number[]): string {
  const [low, high] = [decimal(Math.min(...values)), decimal(Math.max(...values))];
  return low === high ? low : `${low} – ${high}`;
}

function robustness({ sensitivity, alignment, full }: Score): string {
  const { most } = sensitivity.leaveOneOut;
  const rules = Object.entries(sensitivity.absent);
  const underRules = rules.flatMap(([, value]) => (value === null ? [] : [value]));
  const rulesWhere = (defined: boolean) =>
    rules.flatMap(([rule, value]) => ((value !== null) === defined ? [rule] : [])).join(' or ');
  const extent =
    underRules.length === rules.length
      ? 'whatever absences count as'
      : `with absences as ${rulesWhere(true)}, undefined as ${rulesWhere(false)}`;
  const parts = [
    underRules.length === 0 ? '' : `${span(underRules)} ${extent}`,
    most === null || !full
      ? ''
      : `without ${most.issue} ${decimal(most.value)} (${signed(most.value - (alignment.value ?? 0), 3)})`,
  ];
  return joined(parts);
}

/** What the short answer says in figures; the catalogs only where there are several. */
export function scoreFigures(score: Score, context: RenderContext): readonly Figure[] {
  const { depth, countries, catalogs, interactions, memberships, full } = score;
  const byCatalog = catalogs.map((part) => partWords(part, part.short));
  return [
    ...headline(score, context),
    ['Lately', latelyWords(score)],
    ['Together?', togetherWords(depth)],
    ['', stakeWords(depth.stakes, countries)],
    ['By catalog', catalogs.length > 1 ? joined(byCatalog) : ''],
    ['Chance', chance(score)],
    ['Interactions', interactionWords(interactions) || 'none recorded'],
    ['', unlistedWords(interactions)],
    ['Memberships', membershipWords(memberships, countries, full)],
    ...cohesion(score),
    ['Robust?', robustness(score)],
  ];
}

/** Topics with fewer issues than this say little, where there are others. */
const fewestIssues = 4;
const mostTopics = 4;

/** As many of the parts as one line has room for, at least one. */
function oneLine(parts: readonly string[], { width }: RenderContext): string {
  let line = '';
  for (const part of parts) {
    const longer = line === '' ? part : `${line} · ${part}`;
    if (line !== '' && longer.length > width - labelWidth - indent.length) break;
    line = longer;
  }
  return line;
}

/** The topics on which they are nearest and farthest, one line each. */
export function topicFigures(
  { topics, alignment }: Score,
  context: RenderContext,
): readonly Figure[] {
  const defined = topics.filter(({ value }) => value !== null);
  const many = defined.filter(({ joint }) => joint >= fewestIssues);
  const telling = many.length > 1 ? many : defined;
  if (telling.length < 2) return [];
  const sign = isDivergence(alignment.measure) ? -1 : 1;
  const nearest = telling.toSorted(
    (x, y) =>
      sign * ((y.value ?? 0) - (x.value ?? 0)) || y.joint - x.joint || (x.id < y.id ? -1 : 1),
  );
  const farthest = nearest.toReversed();
  const half = Math.min(mostTopics, Math.floor(nearest.length / 2));
  const line = (some: readonly PartScore[]) => {
    const parts = some.slice(0, half).map((part) => partWords(part, part.title));
    return oneLine(parts, context);
  };
  return [
    ['Nearest', line(nearest)],
    ['Farthest', line(farthest)],
  ];
}
