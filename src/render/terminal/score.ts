import type { Dealing } from '../../analysis/dealings.ts';
import { shortDate } from '../dates.ts';
import { count, counted, decimal, interval, leastForPercent, percent, signed } from '../numbers.ts';
import type { Renderable } from '../renderable.ts';
import type { RenderContext, Renderer } from '../renderer.ts';
import { selectionFlags } from '../selection.ts';
import { depthCounts, measureSymbols, membershipWords, rankWords, stakeWords } from '../wording.ts';
import { bar } from './bars.ts';
import { renderPartings } from './partings.ts';
import { renderTopics } from './topics.ts';
import { tone } from './tone.ts';
import { padEnd, paragraph, table, wrap } from './text.ts';

type Score = Renderable['score'];

/** Measures whose values are shares of one, which a bar can show. */
const shares = ['agreement', 'divergence', 'identical'];

const labelWidth = 12;
const longestActor = 14;

/** A labelled line; what does not fit wraps under its beginning. */
function row(label: string, text: string, { width, color }: RenderContext): string {
  const [first = '', ...rest] = wrap(text, width - labelWidth - 2);
  return [
    `  ${color.bold(padEnd(label, Math.max(labelWidth, label.length + 1)))}${first}`,
    ...rest.map((line) => ' '.repeat(labelWidth + 2) + line),
  ].join('\n');
}

function header(
  { countries: [a, b], coverage, provenance }: Score,
  context: RenderContext,
): string {
  const title = `${a.name} – ${b.name}`;
  const extent = `${counted(coverage.joint, 'joint issue')} · ${counted(provenance.catalogs.length, 'catalog')}`;
  const gap = context.width - title.length - extent.length - 2;
  return gap >= 2
    ? `${context.color.bold(title)}${' '.repeat(gap)}${context.color.dim(extent)}`
    : [
        ...wrap(title, context.width).map((line) => context.color.bold(line)),
        context.color.dim(extent),
      ].join('\n');
}

function headline(result: Score, context: RenderContext): string {
  const { alignment, divergence, verdict, counts } = result;
  const agreement = divergence.value === null ? null : 1 - divergence.value;
  const paint = tone(context.color, agreement);
  const name =
    alignment.measure === 'agreement'
      ? 'Alignment'
      : (measureSymbols[alignment.measure] ?? alignment.measure);
  const barWidth = Math.min(24, Math.max(8, context.width - 56));
  const { measure, value, low, high } = alignment;
  const bars =
    value !== null && shares.includes(measure) ? padEnd(paint(bar(value, barWidth)), barWidth) : '';
  const judged = measure === 'agreement' ? '' : `agreement ${decimal(agreement)}: `;
  const first = [decimal(value), bars, interval(low, high), paint(judged + verdict.text)];
  const second = `${decimal(divergence.value)}  same ${count(counts.same)} · partial ${count(counts.partial)} · opposed ${count(counts.opposed)}`;
  return [
    row(name, first.filter((part) => part !== '').join('  '), context),
    row('Divergence', second, context),
  ].join('\n');
}

function chance({ measures, percentile, countries }: Score, context: RenderContext): string {
  const coefficients = measures.map(
    ({ id, value }) => `${measureSymbols[id] ?? id} ${decimal(value)}`,
  );
  const reasons = [
    ...new Set(
      measures.flatMap(({ value, reason }) =>
        value === null && reason !== undefined ? [reason] : [],
      ),
    ),
  ];
  const rank = rankWords(percentile);
  const blocs = countries.some(({ members }) => members);
  return row(
    'Chance',
    [
      coefficients.join('   '),
      ...reasons.map((reason) => `(– ${reason})`),
      percentile.value === null && !blocs ? percentile.reason : rank,
    ]
      .filter((part) => part !== '')
      .join('   '),
    context,
  );
}

function together({ depth, countries: [a, b] }: Score, context: RenderContext): string {
  const { stakes } = depth;
  const stake =
    stakes.n === 0
      ? 'no joint issue has the stakes of both coded'
      : `of ${counted(stakes.n, 'issue')} with stakes coded, ${stakeWords(a, stakes.a)}, ${stakeWords(b, stakes.b)}`;
  return [row('Together?', depthCounts(depth), context), row('', stake, context)].join('\n');
}

function memberships(result: Score, context: RenderContext): string[] {
  const parts = membershipWords(result.memberships, result.countries, result.allInteractions);
  return parts.length === 0 ? [] : [row('Memberships', parts.join(' · '), context)];
}

/** Who acted: the short name where the long one would take too much of the line. */
function actor(direction: Dealing['direction'], [a, b]: Score['countries']): string {
  if (direction === 'mutual') return 'both';
  const { name, code } = direction === 'a-to-b' ? a : b;
  return name.length > longestActor ? code : name;
}

/** All events by date, or the weightiest of each kind. */
function shownDealings({ interactions, allInteractions }: Score): readonly Dealing[] {
  const { events, strongest } = interactions;
  if (allInteractions) return events;
  return [...strongest.cooperative, ...strongest.conflictual].flatMap((id) =>
    events.filter((event) => event.id === id),
  );
}

function dealings(result: Score, context: RenderContext): string {
  const { n, cooperative, conflictual, meanGoldstein, cooperativeShare } = result.interactions;
  if (n === 0) return row('Dealings', 'no interaction recorded', context);
  const summary = [
    counted(n, 'event'),
    `${count(cooperative)} cooperative`,
    `${count(conflictual)} conflictual`,
    `mean Goldstein ${signed(meanGoldstein)}`,
    cooperativeShare === null || n < leastForPercent
      ? ''
      : `${percent(cooperativeShare)} of the weight cooperative`,
  ].filter((part) => part !== '');
  const shown = shownDealings(result);
  if (shown.length === 0) return row('Dealings', summary.join(' · '), context);
  const listed = table(
    [
      { title: 'Date' },
      { title: 'Weight', align: 'right' },
      { title: 'By' },
      { title: 'Event', grow: 1 },
    ],
    shown.map((event) => [
      shortDate(event.date),
      signed(event.goldstein),
      actor(event.direction, result.countries),
      event.title,
    ]),
    context.width,
    { indent: ' '.repeat(context.width < 80 ? 4 : labelWidth + 2), header: context.color.dim },
  );
  return [row('Dealings', summary.join(' · '), context), listed].join('\n');
}

/** How far the members of each bloc stand together; nothing between countries. */
function cohesion({ cohesion: blocs = [] }: Score, context: RenderContext): string[] {
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
    return row(i === 0 ? 'Cohesion' : '', `${name}: ${text}`, context);
  });
}

/** `0.84 – 0.85`, or one number where both look the same. */
function span(values: readonly number[]): string {
  const [low, high] = [decimal(Math.min(...values)), decimal(Math.max(...values))];
  return low === high ? low : `${low} – ${high}`;
}

function robustness({ sensitivity, alignment }: Score, context: RenderContext): string {
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
    most === null
      ? ''
      : `without ${most.issue} ${decimal(most.value)} (${signed(most.value - (alignment.value ?? 0), 3)})`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : row('Robust?', parts.join(' · '), context);
}

function notes({ alignment, countries, provenance }: Score, context: RenderContext): string[] {
  const lines: string[] = [];
  if (!alignment.decomposes)
    lines.push(`${alignment.measure} does not decompose: the issues have no contributions to it.`);
  if (alignment.value === null) lines.push(`No ${alignment.measure}: ${alignment.reason ?? ''}.`);
  lines.push(
    `Why, with sources:  align explain ${countries.map(({ code }) => code.toLowerCase()).join(' ')}${selectionFlags(provenance.options)}`,
  );
  return lines.map((line) => context.color.dim(paragraph(line, context.width, '  ')));
}

/** The score as a person reads it: the verdict first, the doubt beside it, what to ask next last. */
export const renderScore: Renderer<Score> = (result, context) =>
  [
    header(result, context),
    '',
    headline(result, context),
    chance(result, context),
    '',
    together(result, context),
    dealings(result, context),
    ...memberships(result, context),
    ...cohesion(result, context),
    robustness(result, context),
    '',
    renderPartings(result, context),
    '',
    renderTopics(result, context),
    '',
    ...notes(result, context),
    '',
  ].join('\n');
