import type { SumsAsked } from '../evidence/event-sums.ts';
import type { EventColumns } from './columns.ts';
import type { Column, Dialect, Statement } from './engine.ts';

/** Which events are added up. */
export interface EventSelection {
  /** First and last day, `YYYY-MM-DD`; an end left out is open. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Codes of the countries asked about, as the table writes them; left out, all are. */
  readonly codes?: readonly string[];
  /** Whether both of a pair have to be among them. Of other pairs the sums then have no period. */
  readonly among: boolean;
}

/** The ask-for of a statement, as an engine takes it. */
type Ask = (dialect: Dialect) => Statement;

/** Names of the columns of answers; unlikely ones, as some engines let them stand for columns of the table. */
export const answer = {
  actor: 'align_actor',
  target: 'align_target',
  period: 'align_period',
  code: 'align_code',
  n: 'align_n',
  cooperative: 'align_cooperative',
  conflictual: 'align_conflictual',
  weights: 'align_weights',
  sizes: 'align_sizes',
  squares: 'align_squares',
  weighted: 'align_weighted',
} as const;

/** A weight in thousandths, and what stood there before it was seen to be one. */
const weight = 'align_weight';
const given = 'align_given_weight';

/** Goldstein weights are in [-10, 10], in thousandths; anything else is no weight. */
const mostWeight = 10_000;

const whole = (day: string): number => Number(day.replaceAll('-', ''));

/** Periods as whole numbers: a year, or year and month as `YYYYMM`. */
const daysIn: Readonly<Record<SumsAsked['by'], number>> = { year: 10_000, month: 100 };

interface Part {
  readonly conditions: readonly string[];
  readonly parameters: Statement['parameters'];
}

function daysAsked(day: string, { from, to }: EventSelection, { bound }: Dialect): Part {
  return {
    conditions: [
      ...(from === undefined ? [] : [`${day} >= ${bound('from')}`]),
      ...(to === undefined ? [] : [`${day} <= ${bound('to')}`]),
    ],
    parameters: {
      ...(from === undefined ? {} : { from: whole(from) }),
      ...(to === undefined ? {} : { to: whole(to) }),
    },
  };
}

function where(conditions: readonly string[]): string {
  return conditions.length === 0
    ? ''
    : ` WHERE ${conditions.map((one) => `(${one})`).join(' AND ')}`;
}

const countOf = (condition: string, as: string): string =>
  `count(CASE WHEN ${condition} THEN 1 END) AS ${as}`;

/**
 * Sums of events by actor, target and period, as the table writes countries. Where the table has no weights,
 * or CAMEO roots are asked apart, also by code.
 *
 * Without weights in the table there are only counts by code. Rows that have a weight count in `weighted`,
 * all of them in `n`.
 */
export function askSums(
  { date, source, target, cameo, goldstein }: EventColumns,
  { by, roots = false }: SumsAsked,
  selection: EventSelection,
): Ask {
  const { codes, among } = selection;
  return (dialect) => {
    const [actor, other] = [dialect.text(source), dialect.text(target)];
    const day = dialect.day(date);
    const days = daysAsked(day.number, selection, dialect);
    const period = dialect.dividedBy(day.number, daysIn[by]);
    const coded: Column | undefined = roots || !goldstein ? cameo : undefined;
    const code = coded && (goldstein ? dialect.start(dialect.text(coded), 2) : dialect.text(coded));
    const parts = codes ? [actor, other].map((text) => dialect.isOneOf(text, 'codes')) : [];
    // First what leaves few rows: engines go by the order.
    const conditions = [
      ...(parts.length > 0 ? [parts.join(' OR ')] : []),
      `${actor} <> ${other}`,
      day.is,
      ...days.conditions,
    ];
    const groups = [answer.actor, answer.target, answer.period, ...(code ? [answer.code] : [])];
    const events = [
      `${actor} AS ${answer.actor}`,
      `${other} AS ${answer.target}`,
      `${
        codes && among ? `CASE WHEN ${parts.join(' AND ')} THEN ${period} ELSE 0 END` : period
      } AS ${answer.period}`,
      ...(code === undefined ? [] : [`${code} AS ${answer.code}`]),
      ...(goldstein ? [`${dialect.thousandths(goldstein)} AS ${given}`] : []),
    ];
    const inner = `SELECT ${events.join(', ')} FROM ${dialect.table}${where(conditions)}`;
    const weighed = `SELECT ${groups.join(', ')}, CASE WHEN abs(${given}) <= ${mostWeight} THEN ${given} END AS ${weight} FROM (${inner}) AS align_given`;
    const sums = goldstein
      ? [
          countOf(`${weight} > 0`, answer.cooperative),
          countOf(`${weight} < 0`, answer.conflictual),
          // Of these follow the sums of each sign, which engines take longer to tell apart.
          `sum(${weight}) AS ${answer.weights}`,
          `sum(abs(${weight})) AS ${answer.sizes}`,
          `sum(${weight} * ${weight}) AS ${answer.squares}`,
          `count(${weight}) AS ${answer.weighted}`,
        ]
      : [];
    return {
      sql:
        `SELECT ${[...groups, `count(*) AS ${answer.n}`, ...sums].join(', ')}` +
        ` FROM (${goldstein ? weighed : inner}) AS align_events GROUP BY ${groups.join(', ')}`,
      parameters: { ...days.parameters, ...(codes ? { codes } : {}) },
    };
  };
}

/** How many events there are in each period, whoever took part; those without a day have none. */
export function askTotals(
  { date }: Pick<EventColumns, 'date'>,
  { by }: Pick<SumsAsked, 'by'>,
  selection: Pick<EventSelection, 'from' | 'to'>,
): Ask {
  return (dialect) => {
    const day = dialect.day(date);
    const number = `CASE WHEN ${day.is} THEN ${day.number} END`;
    const { conditions, parameters } = daysAsked(number, { ...selection, among: false }, dialect);
    const column = dialect.identifier(date.name);
    // Days are few, and are counted before it is worked out what period each is in.
    const days = `(SELECT ${column}, count(*) AS align_events FROM ${dialect.table} GROUP BY ${column}) AS align_days`;
    return {
      sql:
        `SELECT ${answer.period}, sum(align_events) AS ${answer.n}` +
        ` FROM (SELECT ${dialect.dividedBy(number, daysIn[by])} AS ${answer.period}, align_events` +
        ` FROM ${days}${where(conditions)}) AS align_periods GROUP BY ${answer.period}`,
      parameters,
    };
  };
}

/** Every code of a column, and how often it stands there. */
export function askCodes(column: Column): Ask {
  return (dialect) => ({
    sql:
      `SELECT ${answer.code}, count(*) AS ${answer.n}` +
      ` FROM (SELECT ${dialect.text(column)} AS ${answer.code} FROM ${dialect.table}) AS align_events` +
      ` GROUP BY ${answer.code}`,
    parameters: {},
  });
}
