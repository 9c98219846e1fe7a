import type { CountryCode, Issue } from '../../catalog/model.ts';
import type { Evidence } from '../../evidence/evidence.ts';
import { describeCodedIssue, describeCodings } from './coded.ts';
import { actorMark } from '../../evidence/side.ts';
import { spaceEvenly } from '../../measures/contingency.ts';
import { seriesOf } from './series.ts';
import type { Ballot, HeldStance, IssueDetail } from '../../results/inventory.ts';

/** The recorded ballot that an issue is, its submitters by name; `undefined` if it is none. */
export function describeBallot(
  { vote }: Issue,
  nameOf: (code: CountryCode) => string,
): Ballot | undefined {
  if (!vote) return undefined;
  const { submitters, ...ballot } = vote;
  if (submitters === undefined || submitters === 'president')
    return submitters ? { ...ballot, submitters } : ballot;
  return { ...ballot, submitters: submitters.map((code) => ({ code, name: nameOf(code) })) };
}

/**
 * Everything that the evidence holds on one issue, for some countries or for all.
 *
 * @param nameOf the name of a country code
 * @returns `undefined` if the evidence has no such issue
 */
export function describeIssue(
  evidence: Evidence,
  id: string,
  countries: readonly CountryCode[] | undefined,
  nameOf: (code: CountryCode) => string,
): IssueDetail | undefined {
  const selected = evidence.issues.find(({ issue }) => issue.id === id);
  if (!selected) return undefined;
  const { issue } = selected;
  const series = seriesOf(evidence, selected);
  const ballot = describeBallot(issue, nameOf);
  const catalog = evidence.catalogs.find((each) => each.id === selected.catalog);
  const labels = evidence.scales[selected.scale]?.labels ?? [];
  const values = spaceEvenly(labels.length);

  const labelOf = (code: CountryCode) => ({
    code,
    name: nameOf(code),
    ...actorMark(evidence, code),
  });
  const held = evidence.positions.countries
    .filter((code) => countries === undefined || countries.includes(code))
    .flatMap((code) => {
      const recorded = evidence.stance(code, selected);
      const stances = issue.positions[code] ?? (recorded ? [recorded] : []);
      return stances.map(({ category, codings, ...stance }, i): [number | null, HeldStance] => {
        const until = stances[i + 1]?.from;
        const described = codings && describeCodings(codings, { labels }, catalog?.coders);
        return [
          category,
          {
            ...labelOf(code),
            ...stance,
            ...(until === undefined ? {} : { until }),
            ...(described ? { codings: described } : {}),
          },
        ];
      });
    })
    .sort(([, a], [, b]) => (a.name < b.name ? -1 : 1));
  const categories = [...labels.keys()].reverse();
  const stances = [...categories, null].map((category) => ({
    label: category === null ? 'absent' : (labels[category] ?? ''),
    value: category === null ? null : (values[category] ?? null),
    countries: held.flatMap(([own, stance]) => (own === category ? [stance] : [])),
  }));
  const coordination = issue.coordination
    .filter(({ between }) => !countries || between.some((code) => countries.includes(code)))
    .map(({ between, ...entry }) => ({
      countries: between.map(labelOf),
      ...entry,
    }));
  const scale = evidence.scales[selected.scale];
  const coded =
    issue.codingRule && scale
      ? describeCodedIssue({ issue, scale, coders: catalog?.coders ?? {} }, nameOf)
      : undefined;
  const contested = (coded?.contested ?? []).filter(
    ({ code }) => countries === undefined || countries.includes(code),
  );
  const cited = [
    ...contested.flatMap(({ codings }) => codings.flatMap(({ sources }) => sources)),
    ...stances.flatMap((stance) => stance.countries.flatMap(({ sources }) => sources)),
    ...coordination.flatMap(({ sources }) => sources),
    ...issue.sources,
  ];
  return {
    schema: 'align/issue@1',
    id,
    title: issue.title,
    ...(series ? { series } : {}),
    ...(issue.question === undefined ? {} : { question: issue.question }),
    ...(issue.note === undefined ? {} : { note: issue.note }),
    date: issue.dateLabel,
    topics: issue.topics.map((topic) => ({ id: topic, title: evidence.topics[topic] ?? topic })),
    scale: { id: issue.scale, labels },
    weight: issue.weight,
    catalog: {
      id: selected.catalog,
      title: catalog?.title ?? selected.catalog,
      version: catalog?.version ?? '',
    },
    ...(ballot ? { vote: ballot } : {}),
    stances: stances.filter((stance) => stance.countries.length > 0),
    coordination,
    ...(coded ? { coded: { ...coded, contested } } : {}),
    sources: [...new Set(cited)].flatMap((source) => evidence.sources.get(source) ?? []),
  };
}
