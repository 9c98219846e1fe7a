import { groupBy } from '../../group-by.ts';
import { codedStance, type CodingSettings } from './coded-stance.ts';
import { compact } from './compact.ts';
import type { HeldRow } from './issue-draft.ts';
import { absent } from './many.ts';
import type { Remarks } from './summary.ts';
import type { TableActor } from './table-actors.ts';

/** The table itself, as a source of what names none. */
export const ownSource = 'imported-table';

interface Context extends CodingSettings {
  /** Actors by id. */
  readonly actors: ReadonlyMap<string, TableActor>;
  readonly skipped: Remarks;
}

/** Positions, or votes where there is nothing else to say of any; actors, which have no vote, always have positions. */
export function heldOn(
  rows: readonly HeldRow[],
  sources: readonly string[],
  context: Context,
): object {
  const { scale, actors, skipped, failAt } = context;
  const key = sources.join('|');
  const restsOnIssue = (row: HeldRow) =>
    row.sources.length === 0 ? sources[0] === ownSource : row.sources.join('|') === key;
  const sourcesOf = (row: HeldRow) => (restsOnIssue(row) ? undefined : row.sources);
  const isPlain = (row: HeldRow) =>
    row.coder === undefined &&
    row.from + row.salience + row.note === '' &&
    (row.confidence || 'high') === 'high' &&
    restsOnIssue(row);
  const ofCountries = rows.filter(({ country }) => !actors.has(country));
  if (scale.id === 'vote' && ofCountries.length > 0 && ofCountries.every(isPlain)) {
    const by = groupBy(ofCountries, ({ position }) => position);
    const votes = ['yes', 'no', 'abstain', absent].flatMap((choice) => {
      const countries = by.get(choice)?.map(({ country }) => country);
      return countries ? [[choice, countries] as const] : [];
    });
    const answers = rows.filter(({ country }) => actors.has(country));
    const rest = answers.length > 0 ? heldOn(answers, sources, context) : {};
    return { votes: Object.fromEntries(votes), ...rest };
  }
  for (const { country, line } of rows.filter(({ position }) => position === absent))
    skipped.add(
      'absence',
      'absences on issues with notes, confidence or sources of single positions, which catalogs cannot hold',
      () => `line ${line}: ${country}`,
    );
  const written = (row: HeldRow) =>
    isPlain(row)
      ? row.position
      : compact({
          from: row.from,
          stance: row.position,
          salience: row.salience,
          confidence: row.confidence === 'high' ? '' : row.confidence,
          note: row.note,
          sources: sourcesOf(row),
        });
  const stated = rows.filter(({ position }) => position !== absent);
  const positions = [...groupBy(stated, ({ country }) => country)].map(([country, own]) => {
    const byDay = [...groupBy(own, ({ from }) => from)];
    const undated = own.find(({ from }) => from === '');
    if (byDay.length > 1 && undated)
      throw failAt(
        undated.line,
        `${country} has dated positions on this issue, and this without a day`,
        'give it one in the column "from"',
      );
    const stances = byDay
      .sort(([x], [y]) => (x < y ? -1 : 1))
      .map(([from, held]) => {
        const codings = held.filter(({ coder }) => coder !== undefined);
        const stance = held.find(({ coder }) => coder === undefined);
        if (codings.length === 0) return stance && written(stance);
        return compact({ from, ...codedStance(stance, codings, sourcesOf, context) });
      });
    return [country, stances.length === 1 ? stances[0] : stances] as const;
  });
  return { positions: Object.fromEntries(positions) };
}
