import type { IdealPoint, IdealPointsResult } from '../../results/ideal-points.ts';
import { count, counted, decimal } from '../kit/numbers.ts';

type Result = Omit<IdealPointsResult, 'schema'>;

/** `2–45, 47`: numbers in order, those that follow each other as a span. */
export function spans(numbers: readonly number[]): string {
  const found: [number, number][] = [];
  for (const each of numbers) {
    const last = found.at(-1);
    if (last && each === last[1] + 1) last[1] = each;
    else found.push([each, each]);
  }
  return found.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}

const bodies: ReadonlyMap<string, string> = new Map([
  ['UNGA', 'the General Assembly'],
  ['UNSC', 'the Security Council'],
]);

export function titleWords({ body }: Pick<Result, 'body'>): string {
  return `Ideal points in ${bodies.get(body) ?? body}`;
}

/** `1946 – 2020 · 74 sessions · 5,829 roll calls`. */
export function extentWords({ sessions, fit }: Pick<Result, 'sessions' | 'fit'>): string {
  const [first, last] = [sessions[0]!.year, sessions.at(-1)!.year];
  const years = first === last ? `${first}` : `${first} – ${last}`;
  return [years, counted(sessions.length, 'session'), counted(fit.rollCalls, 'roll call')].join(
    ' · ',
  );
}

function levelWords(sessions: Result['sessions']): string {
  if (sessions.length === 1) return '';
  const untied = sessions.filter(({ levelByConvention }) => levelByConvention);
  const tied = sessions.filter(({ linked }) => (linked ?? 0) > 0).map(({ linked }) => linked!);
  if (tied.length === 0)
    return 'No text ties one session to another: the level and scale of every session are a convention. Compare countries, or ranks, within a session.';
  const [least, most] = [Math.min(...tied), Math.max(...tied)];
  const texts = least === most ? counted(least, 'text') : `${count(least)} to ${count(most)} texts`;
  const ties = `${texts} ${least === 1 && most === 1 ? 'ties' : 'tie'} a session to the one before`;
  return untied.length === 0
    ? `Levels: ${ties}.`
    : `Levels: ${ties}, but none in ${untied.length === 1 ? 'session' : 'sessions'} ${spans(untied.map(({ session }) => session))}: level by convention.`;
}

function thinWords(sessions: Result['sessions']): string {
  const thin = sessions.filter((each) => each.thin);
  if (thin.length === 0) return '';
  return thin.length === sessions.length
    ? `Thin: ${sessions.length === 1 ? 'the session has' : 'all sessions have'} fewer than 15 roll calls.`
    : `Thin: fewer than 15 roll calls in ${thin.length === 1 ? 'session' : 'sessions'} ${spans(thin.map(({ session }) => session))}.`;
}

function leftOutWords({ otherBodies, parts, session19, unanimous }: Result['leftOut']): string {
  const all = [
    [unanimous, 'unanimous'],
    [parts, 'on paragraphs and amendments'],
    [session19, 'of session 19'],
    [otherBodies, 'of other bodies'],
  ] as const;
  const some = all.flatMap(([n, what]) => (n > 0 ? [`${count(n)} ${what}`] : []));
  return some.length === 0 ? '' : `Left out: ${some.join(', ')}.`;
}

/** What has to be known to read the points, a sentence or two each. */
export function noteWords(result: Result): readonly string[] {
  const { converged, iterations, change } = result.fit;
  return [
    `Positive side: ${result.positive.name}. Order and relative distance within a session are measured; 90 % intervals are for positions within it.`,
    levelWords(result.sessions),
    thinWords(result.sessions),
    leftOutWords(result.leftOut),
    converged
      ? `Converged after ${counted(iterations, 'round')}.`
      : `Not converged: after ${counted(iterations, 'round')} points still change by ${decimal(change, 4)}; take --max-rounds.`,
  ].filter((note) => note !== '');
}

export function nameOf({ countries }: Pick<Result, 'countries'>, code: string): string {
  return countries.find((each) => each.code === code)?.name ?? code;
}

/** The points of the last session in which one of the charted countries has one, in their order by rank. */
export function latestPoints({
  points,
  charted,
}: Pick<Result, 'points' | 'charted'>): readonly IdealPoint[] {
  const own = points.filter(({ country }) => charted.includes(country));
  const last = Math.max(...own.map(({ session }) => session));
  return own.filter(({ session }) => session === last).toSorted((x, y) => x.rank - y.rank);
}

/** `convention`, `12`, or nothing for the first session. */
export function linkedWords({ linked, levelByConvention }: Result['sessions'][number]): string {
  if (linked === null) return '';
  return levelByConvention ? 'by convention' : count(linked);
}

/** `3 of 193`. */
export function rankWords(
  { rank, session }: IdealPoint,
  { sessions }: Pick<Result, 'sessions'>,
): string {
  const of = sessions.find((each) => each.session === session)?.countries ?? 0;
  return `${count(rank)} of ${count(of)}`;
}
