/** An event as a table has it; a table of text may hold anything. */
export interface GeneratedEvent {
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly actor: string;
  readonly recipient: string;
  readonly code: string;
  readonly goldstein: number;
}

/** Whole numbers below a bound, the same in every run (mulberry32). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

// Countries, one with two codes, a region, a code that is none, and nobody.
const actors = 'USA CHN RUS GBR FRA DEU JPN IND ISR IRN TUR UKR ROM ROU EUR QQQ'
  .split(' ')
  .concat('');
// Among them weights that no binary fraction is exactly.
const weights = [
  -10, -9.5, -7.2, -5, -4.4, -2, -0.4, 0, 0, 0.1, 1, 1.9, 2.8, 3.4, 5.2, 7, 7.4, 8.3, 10,
];
const codes = [
  '010',
  '020',
  '036',
  '040',
  '0411',
  '050',
  '057',
  '061',
  '112',
  '130',
  '141',
  '173',
  '190',
  '1951',
];

const first = Date.UTC(1994, 11, 20);
const days = 30 * 365;

/** So many events of thirty years, deterministic. */
export function generatedEvents(count: number): readonly GeneratedEvent[] {
  const next = numbers(20_241);
  const of = <T>(list: readonly T[]): T => {
    const found = list[next(list.length)];
    if (found === undefined) throw new Error('an empty list');
    return found;
  };
  return Array.from({ length: count }, () => ({
    day: new Date(first + next(days) * 86_400_000).toISOString().slice(0, 10),
    actor: of(actors),
    recipient: of(actors),
    code: of(codes),
    goldstein: of(weights),
  }));
}

/** What countries are called that would end a literal, a line or a statement if it were pasted. */
export const hostileNames = [
  `'; DROP TABLE events.whole; --`,
  `\\'; DROP TABLE events.whole; --`,
  `") OR 1=1 --`,
  '`actor`',
  'a\\',
  'NUL\0NUL',
  'tab\tand\nline',
  '{codes:String} $codes ? %s',
  'Côte d’Ivoire 🜚',
  '日本',
  '',
] as const;

/** A text for a tab-separated line of ClickHouse. */
export function tabEscaped(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('\t', '\\t')
    .replaceAll('\n', '\\n')
    .replaceAll('\0', '\\0');
}

/** The same events as tab-separated lines. */
export function tabSeparated(events: readonly GeneratedEvent[]): readonly string[] {
  return events.map(({ day, actor, recipient, code, goldstein }) =>
    [day, tabEscaped(actor), tabEscaped(recipient), code, goldstein].join('\t'),
  );
}
