import {
  type CodedPosition,
  codedPositions,
  isContested,
  isOrdered,
} from '../../catalog/codings.ts';
import type { Catalog, Coder, Coding, CountryCode, Issue } from '../../catalog/model.ts';
import { groupBy } from '../../group-by.ts';
import { alphaWithInterval } from '../../measures/alpha-interval.ts';
import { CONFIDENCE_LEVEL } from '../../measures/share-interval.ts';
import type {
  Coded,
  CodedCatalog,
  CoderAgreement,
  ContestedPosition,
  DescribedCoding,
} from '../../results/coded.ts';
import type { Scale } from '../../results/inventory.ts';

type Coders = Readonly<Record<string, Coder>>;

/** Where codings stand: an issue, its scale, and who coded. */
interface CodedIn {
  readonly issue: Issue;
  readonly scale: Scale;
  readonly coders: Coders;
}

type CodedHere = CodedIn & { readonly position: CodedPosition };

/** Codings in words, with the names of the coders. */
export function describeCodings(
  codings: readonly Coding[],
  { labels }: Pick<Scale, 'labels'>,
  coders: Coders = {},
): readonly DescribedCoding[] {
  return codings.map(({ coder, category, ...rest }) => ({
    coder,
    name: coders[coder]?.name ?? coder,
    kind: coders[coder]?.kind ?? 'person',
    stance: labels[category] ?? '',
    ...rest,
  }));
}

function everyPosition(places: readonly CodedIn[]): readonly CodedHere[] {
  return places.flatMap((place) =>
    codedPositions(place.issue, place.scale).map((position) => ({ ...place, position })),
  );
}

/** The alpha of some positions on one scale. */
function agreementOn(
  scale: Scale,
  positions: readonly CodedHere[],
  clusterOf: (position: CodedHere) => string,
): CoderAgreement {
  const coders = new Set(
    positions.flatMap(({ position }) => position.codings.map(({ coder }) => coder)),
  );
  const ratings = [...coders].map((id) =>
    positions.map(
      ({ position }) => position.codings.find(({ coder }) => coder === id)?.category ?? null,
    ),
  );
  const metric = isOrdered(scale) ? 'ordinal' : 'nominal';
  const { raters, reason, ...found } = alphaWithInterval(ratings, metric, positions.map(clusterOf));
  return {
    scale: scale.id,
    metric,
    ...found,
    coders: raters,
    level: CONFIDENCE_LEVEL,
    ...(reason === undefined ? {} : { reason }),
  };
}

function agreementByScale(
  positions: readonly CodedHere[],
  clusterOf: (position: CodedHere) => string,
): readonly CoderAgreement[] {
  return [...groupBy(positions, ({ scale }) => scale.id)]
    .sort(([x], [y]) => (x < y ? -1 : 1))
    .map(([, own]) => agreementOn(own[0]!.scale, own, clusterOf));
}

function describeContested(
  { issue, scale, coders, position }: CodedHere,
  nameOf: (code: CountryCode) => string,
): ContestedPosition {
  const { country, from, codings, decided } = position;
  return {
    code: country,
    name: nameOf(country),
    issue: issue.id,
    title: issue.title,
    ...(from === undefined ? {} : { from }),
    codings: describeCodings(codings, scale, coders),
    counts: decided.by === undefined ? null : (scale.labels[decided.category] ?? ''),
    by: decided.by ?? null,
    ...(decided.undecided === undefined ? {} : { reason: decided.undecided }),
  };
}

function describeCoded(
  positions: readonly CodedHere[],
  clusterOf: (position: CodedHere) => string,
  coders: Coders,
  nameOf: (code: CountryCode) => string,
): Coded {
  const codings = groupBy(
    positions.flatMap(({ position }) => position.codings),
    ({ coder }) => coder,
  );
  return {
    rules: [...new Set(positions.map(({ issue }) => issue.codingRule ?? 'median'))].sort(),
    coders: Object.entries(coders)
      .map(([id, coder]) => ({ id, ...coder, codings: codings.get(id)?.length ?? 0 }))
      .filter(({ codings: n }) => n > 0),
    positions: positions.length,
    agreement: agreementByScale(positions, clusterOf),
    contested: positions
      .filter(({ position }) => isContested(position.codings))
      .map((each) => describeContested(each, nameOf)),
  };
}

/**
 * How far the coders of an issue agree, each position standing for itself, and where they part.
 *
 * @returns `undefined` if no position has codings
 */
export function describeCodedIssue(
  place: CodedIn,
  nameOf: (code: CountryCode) => string,
): Coded | undefined {
  const positions = everyPosition([place]);
  if (positions.length === 0) return undefined;
  const clusterOf = ({ position: { country, from = '' } }: CodedHere) => `${country} ${from}`;
  return describeCoded(positions, clusterOf, place.coders, nameOf);
}

function positionsOf({ issues, scales, coders = {} }: Catalog): readonly CodedHere[] {
  return everyPosition(
    issues.flatMap((issue) => {
      const scale = issue.codingRule && scales[issue.scale];
      return scale ? [{ issue, scale, coders }] : [];
    }),
  );
}

/** Positions on one issue, and on issues that are one text coming back, go together. */
const byText = ({ issue: { id, series } }: CodedHere) =>
  series === undefined ? `issue ${id}` : `series ${series}`;

/** How far the coders of a catalog agree, and where they part; `undefined` if no position has codings. */
export function describeCodedCatalog(
  catalog: Catalog,
  nameOf: (code: CountryCode) => string,
): Coded | undefined {
  const positions = positionsOf(catalog);
  return positions.length === 0
    ? undefined
    : describeCoded(positions, byText, catalog.coders ?? {}, nameOf);
}

/** The same in numbers, of each catalog that has codings. */
export function countCoded(catalogs: readonly Catalog[]): readonly CodedCatalog[] {
  return catalogs.flatMap((catalog) => {
    const positions = positionsOf(catalog);
    if (positions.length === 0) return [];
    return [
      {
        catalog: catalog.id,
        positions: positions.length,
        contested: positions.filter(({ position }) => isContested(position.codings)).length,
        undecided: positions.filter(({ position }) => position.decided.by === undefined).length,
        agreement: agreementByScale(positions, byText),
      },
    ];
  });
}
