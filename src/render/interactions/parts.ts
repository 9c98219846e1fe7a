import type { InteractionSums } from '../../results/interactions.ts';
import { directions, type InteractionUnit } from '../../results/vocabulary.ts';
import { type Column, growing, left, right } from '../kit/columns.ts';
import { shortDate } from '../kit/dates.ts';
import { joined } from '../kit/joined.ts';
import { count, counted, finePercent, signed } from '../kit/numbers.ts';
import type { Renderable } from '../renderable.ts';
import { actorWords, directionWords, periodUnit, weightInterval } from './words.ts';

type Interactions = Renderable['interactions'];

/** A table of an answer, in whatever format. */
export interface Part {
  readonly what: 'period' | 'direction' | 'partner' | 'root' | 'event';
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
  /** What the table leaves out; empty where it leaves nothing out. */
  readonly note: string;
}

/** The columns with a title over the first one too, for where no heading is over the table: what each row is of, or how much an event weighs. */
export function titledColumns({ what, title: all, columns }: Part): readonly Column[] {
  const title = what === 'event' ? 'Weight' : all;
  return columns.map((column, place) => (place === 0 ? { ...column, title } : column));
}

const amounts = {
  columns: [
    right('n'),
    right('Cooperative'),
    right('Conflictual'),
    right('Mean'),
    left('95 %'),
    right('Net'),
  ],
  cells: ({ n, cooperative, conflictual, meanGoldstein, low, high, net }: InteractionSums) => [
    count(n),
    count(cooperative),
    count(conflictual),
    signed(meanGoldstein),
    weightInterval(low, high),
    signed(net),
  ],
} as const;

/** Periods with an interaction. */
export function filledPeriods({ periods }: Pick<Interactions, 'periods'>): Interactions['periods'] {
  return periods.filter(({ n }) => n > 0);
}

/** Which periods the table leaves out. */
export function periodNote(result: Interactions): string {
  const empty = result.periods.length - filledPeriods(result).length;
  const unit = periodUnit(result);
  return joined(
    [
      empty > 0 &&
        `In ${counted(empty, `other ${unit}`)} the sources have interactions, but none of these.`,
      result.withoutMonth > 0 &&
        `Of ${counted(result.withoutMonth, 'interaction')} only the year is known.`,
    ],
    ' ',
  );
}

function periodPart(result: Interactions): Part {
  const [n, ...rest] = amounts.columns;
  return {
    what: 'period',
    title: periodUnit(result) === 'year' ? 'Year' : 'Month',
    columns: [left(''), n, right('of'), right('Share'), ...rest],
    rows: filledPeriods(result).map((each) => {
      const [own = '', ...others] = amounts.cells(each);
      return [each.period, own, count(each.of), finePercent(each.share), ...others];
    }),
    note: periodNote(result),
  };
}

function directionPart(result: Interactions): Part {
  const words = directionWords(result);
  return {
    what: 'direction',
    title: 'Who acted',
    columns: [growing(''), ...amounts.columns],
    rows: directions
      .filter((direction) => result.byDirection[direction].n > 0)
      .map((direction) => [words[direction], ...amounts.cells(result.byDirection[direction])]),
    note: '',
  };
}

function rootPart({ roots }: Interactions): Part {
  return {
    what: 'root',
    title: 'What, by CAMEO root',
    columns: [growing(''), ...amounts.columns],
    rows: roots.map((each) => [`${each.root} ${each.label}`, ...amounts.cells(each)]),
    note: '',
  };
}

/** The partners that are shown: the first ones, or, by net weight, those at both ends. */
export function shownPartners({
  partners,
  order,
  top,
}: Interactions): NonNullable<Interactions['partners']> {
  const all = partners ?? [];
  if (order === 'number' || all.length <= 2 * top)
    return all.slice(0, order === 'net' ? 2 * top : top);
  return [...all.slice(0, top), ...all.slice(-top)];
}

function partnerPart(result: Interactions): readonly Part[] {
  if (result.partners === null) return [];
  const shown = shownPartners(result);
  const rest = result.partners.length - shown.length;
  const between = result.order === 'net' ? 'between them' : 'more';
  return [
    {
      what: 'partner',
      title: result.order === 'net' ? 'With, by net weight' : 'With',
      columns: [growing(''), ...amounts.columns],
      rows: shown.map((each) => [each.name, ...amounts.cells(each)]),
      note: rest > 0 ? `${counted(rest, 'country')} ${between}; --top has them.` : '',
    },
  ];
}

function eventPart(result: Interactions): readonly Part[] {
  const { events, top } = result;
  if (events.length === 0) return [];
  const rest = events.length - top;
  return [
    {
      what: 'event',
      title: 'Weightiest',
      columns: [right(''), left('Date'), left('By'), growing('What')],
      rows: events
        .slice(0, top)
        .map((event) => [
          signed(event.goldstein),
          shortDate(event.date),
          actorWords(result, event.direction),
          event.title,
        ]),
      note: rest > 0 ? `${counted(rest, 'interaction')} more; --top has them.` : '',
    },
  ];
}

const firstOf: Readonly<Record<InteractionUnit, Part['what']>> = {
  year: 'period',
  month: 'period',
  direction: 'direction',
  root: 'root',
  partner: 'partner',
};

/** All tables of an answer, that which was asked for first. */
export function partsOf(result: Interactions): readonly Part[] {
  const all = [
    periodPart(result),
    directionPart(result),
    ...partnerPart(result),
    rootPart(result),
    ...eventPart(result),
  ];
  const isFirst = ({ what }: Part) => what === firstOf[result.by];
  return [...all.filter(isFirst), ...all.filter((part) => !isFirst(part))];
}
