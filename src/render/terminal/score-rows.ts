import { isDivergence } from '../../measures/divergence.ts';
import { joined } from '../joined.ts';
import { count, counted, decimal, interval, signed } from '../numbers.ts';
import type { Renderable } from '../renderable.ts';
import type { RenderContext } from '../renderer.ts';
import {
  headlineFigure,
  interactionWords,
  membershipWords,
  stakeWords,
  togetherWords,
} from '../score-words.ts';
import { bandedDecimal, measureSymbols, percentileWords } from '../wording.ts';
import { bar } from './bars.ts';
import { padEnd, wrap } from './text.ts';
import { tone } from './tone.ts';
import type { PartScore } from '../../results/score.ts';

type Score = Renderable['score'];

/** Measures whose values are shares of one, which a bar can show. */
const shares = ['agreement', 'divergence', 'identical'];

const labelWidth = 14;
const indent = '  ';

/** A labelled line; what does not fit wraps under its beginning. Without text there is none. */
export function row(label: string, text: string, { width, color }: RenderContext): string[] {
  if (text === '') return [];
  const [first = '', ...rest] = wrap(text, width - labelWidth - indent.length);
  return [
    `${indent}${color.bold(padEnd(label, Math.max(labelWidth, label.length + 2)))}${first}`,
    ...rest.map((line) => ' '.repeat(labelWidth + indent.length) + line),
  ];
}

/** The headline: value, bar, interval and verdict, with the typical pair beneath it. */
export function headlineRows(score: Score, context: RenderContext): string[] {
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
  const reason = value === null || low !== null ? '' : (alignment.reason ?? '');
  return [
    ...row(name, parts.join('  '), context),
    ...row('', value === null ? (alignment.reason ?? '') : reason, context),
    ...row(
      '',
      percentile.value === null ? percentile.reason : percentileWords(percentile),
      context,
    ),
  ];
}

/** Whether they acted together, and how they agree where the one or the other has more at stake. */
export function togetherRows({ depth, countries }: Score, context: RenderContext): string[] {
  return [
    ...row('Together?', togetherWords(depth), context),
    ...row('', stakeWords(depth.stakes, countries), context),
  ];
}

const partWords = ({ value, joint }: PartScore, name: string) =>
  `${name} ${decimal(value)} (${count(joint)})`;

/** The headline on each catalog; nothing where there is but one. */
export function catalogRows({ catalogs }: Score, context: RenderContext): string[] {
  if (catalogs.length < 2) return [];
  return row('By catalog', joined(catalogs.map((part) => partWords(part, part.short))), context);
}

export function chanceRows({ measures, alignment }: Score, context: RenderContext): string[] {
  const coefficients = measures.map(
    ({ id, value }) => `${measureSymbols[id] ?? id} ${decimal(value)}`,
  );
  const reasons = new Set(
    measures.flatMap(({ value, reason }) =>
      value === null && reason !== undefined && reason !== alignment.reason ? [reason] : [],
    ),
  );
  return row('Chance', joined([...coefficients, ...reasons]), context);
}

export function interactionRows({ interactions }: Score, context: RenderContext): string[] {
  return row('Interactions', interactionWords(interactions) || 'none recorded', context);
}

export function membershipRows({ memberships, countries, full }: Score, context: RenderContext) {
  return row('Memberships', membershipWords(memberships, countries, full), context);
}

/** How far the members of each bloc stand together; nothing between countries. */
export function cohesionRows({ cohesion: blocs = [] }: Score, context: RenderContext): string[] {
  return blocs.flatMap(({ name, votes, scales }, i) => {
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
    return row(i === 0 ? 'Cohesion' : '', `${name}: ${text}`, context);
  });
}

/** `0.84 – 0.85`, or one number where both look the same. */
function span(values: readonly number[]): string {
  const [low, high] = [decimal(Math.min(...values)), decimal(Math.max(...values))];
  return low === high ? low : `${low} – ${high}`;
}

export function robustnessRows({ sensitivity, alignment, full }: Score, context: RenderContext) {
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
  return row('Robust?', joined(parts), context);
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
export function topicRows({ topics, alignment }: Score, context: RenderContext): string[] {
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
  const line = (some: readonly PartScore[]) =>
    oneLine(
      some.slice(0, half).map((part) => partWords(part, part.title)),
      context,
    );
  return [...row('Nearest', line(nearest), context), ...row('Farthest', line(farthest), context)];
}
