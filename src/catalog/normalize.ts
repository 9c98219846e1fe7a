import type { Atlas } from '../countries/resolve.ts';
import { decidePosition, isOrdered } from './codings.ts';
import { type Confidence, confidences } from '../results/vocabulary.ts';
import { parseDate } from './dates.ts';
import type {
  Actor,
  Catalog,
  Coding,
  CountryCode,
  DateSpan,
  Group,
  Interaction,
  Issue,
  Stance,
  UndecidedPosition,
} from './model.ts';
import {
  holderOf,
  membersOf,
  ruleOf,
  scaleOf,
  stancesOf,
  type StanceFile,
} from './rules/places.ts';
import { builtInScales, createScale } from './scales.ts';
import type { CatalogFile } from './schema.ts';
import type { Scale } from '../results/inventory.ts';

type IssueFile = NonNullable<CatalogFile['issues']>[number];
type InteractionFile = NonNullable<CatalogFile['interactions']>[number];

/** The built-in scales and the catalog's own. */
export function scalesOf(file: CatalogFile): Readonly<Record<string, Scale>> {
  const own = mapEntries(file.scales, (id, scale) =>
    Array.isArray(scale) ? createScale(id, scale) : createScale(id, scale.labels, scale.neutral),
  );
  return { ...builtInScales, ...own };
}

interface NormalizeContext {
  readonly sha256: string;
  readonly beside: (name: string) => string;
  readonly atlas: Atlas;
}

/** Drops properties that are `undefined`, so that optional ones are truly left out. */
function compact<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

/** That of the surest of some codings; high without any. */
function surestOf(codings: readonly Coding[]): Confidence {
  const sure = codings.map(({ confidence }) => confidence);
  return confidences.find((each) => sure.includes(each)) ?? 'high';
}

function toSpan(date: string | DateSpan): DateSpan {
  const from = parseDate(typeof date === 'string' ? date : date.from);
  const to = parseDate(typeof date === 'string' ? date : date.to);
  if (!from || !to) throw new Error(`unchecked date ${JSON.stringify(date)}`);
  return { from: from.from, to: to.to };
}

/** ISO 8601: a date as precise as written, an interval with a slash. */
function toLabel(date: string | DateSpan): string {
  return typeof date === 'string' ? date : `${date.from}/${date.to}`;
}

function mapEntries<V, W>(
  record: Readonly<Record<string, V>> | undefined,
  map: (id: string, value: V) => W,
): Record<string, W> {
  return Object.fromEntries(
    Object.entries(record ?? {}).map(([id, value]) => [id, map(id, value)]),
  );
}

/**
 * Turns a checked catalog file into the model: country codes, days, category indexes.
 * Call it only with a file that no rule found an error in.
 */
export function normalizeCatalog(file: CatalogFile, context: NormalizeContext): Catalog {
  const code = (name: string): CountryCode => {
    const resolution = context.atlas.resolve(name);
    if (resolution.kind !== 'found') throw new Error(`unchecked country ${name}`);
    return resolution.country.code;
  };
  const codes = (names: string | readonly string[] = []): CountryCode[] => [names].flat().map(code);
  const holder = (name: string): CountryCode =>
    holderOf({ file, atlas: context.atlas }, name) ?? code(name);
  const scales = scalesOf(file);
  const toSubmitters = ({ submitters }: NonNullable<IssueFile['vote']>) =>
    submitters === undefined || submitters === 'president' ? submitters : codes(submitters);

  const toCodings = (
    { codings = [], sources }: StanceFile,
    { labels }: Scale,
    issue: IssueFile,
  ): readonly Coding[] =>
    codings.map((coding) =>
      compact({
        coder: coding.coder,
        category: labels.indexOf(coding.stance),
        confidence: coding.confidence ?? 'high',
        date: coding.date,
        note: coding.note,
        sources: coding.sources ?? sources ?? issue.sources ?? [],
      }),
    );

  /** The category that counts; `undefined` where coders part and nothing decides. */
  const categoryOf = (
    { stance }: StanceFile,
    codings: readonly Coding[],
    scale: Scale,
    issue: IssueFile,
  ): number | undefined => {
    const written = stance === undefined ? undefined : scale.labels.indexOf(stance);
    if (codings.length === 0) return written;
    const categories = codings.map(({ category }) => category);
    const settings = { rule: ruleOf(issue, file), ordered: isOrdered(scale) };
    return decidePosition(categories, settings, written).category;
  };

  const toStance = (
    stance: StanceFile,
    scale: Scale,
    issue: IssueFile,
  ): Stance | Omit<UndecidedPosition, 'country'> => {
    const from = stance.from === undefined ? undefined : toSpan(stance.from).from;
    const codings = toCodings(stance, scale, issue);
    const category = categoryOf(stance, codings, scale, issue);
    if (category === undefined) return compact({ from, codings });
    // What a coder rested on, the position rests on too.
    const cited =
      codings.length === 0
        ? (stance.sources ?? issue.sources ?? [])
        : [...new Set([stance.sources ?? [], ...codings.map(({ sources }) => sources)].flat())];
    const alike = codings.filter((each) => each.category === category);
    return compact({
      from,
      category,
      salience: stance.salience,
      confidence: stance.confidence ?? surestOf(alike),
      note: stance.note,
      sources: cited,
      codings: codings.length > 0 ? codings : undefined,
    });
  };

  const toPositions = (issue: IssueFile, scale: Scale) => {
    const { labels } = scale;
    const written = Object.entries(issue.positions ?? {}).map(
      ([name, position]) =>
        [holder(name), stancesOf(position).map((s) => toStance(s, scale, issue))] as const,
    );
    const undecided = written.flatMap(([country, stances]) =>
      stances.flatMap((each) => ('category' in each ? [] : [{ country, ...each }])),
    );
    const fromPositions = written.flatMap(([country, stances]) => {
      const counted = stances.filter((each) => 'category' in each);
      return counted.length > 0 ? [[country, counted] as const] : [];
    });
    const fromVotes = (['no', 'abstain', 'yes', 'absent'] as const).flatMap((choice) =>
      codes(issue.votes?.[choice]).map((country) => {
        const category = choice === 'absent' ? null : labels.indexOf(choice);
        const stance: Stance = { category, confidence: 'high', sources: issue.sources ?? [] };
        return [country, [stance]] as const;
      }),
    );
    const isCoded = written.some(([, stances]) => stances.some(({ codings }) => codings));
    return {
      positions: Object.fromEntries(
        [...fromPositions, ...fromVotes].sort(([a], [b]) => (a < b ? -1 : 1)),
      ),
      codingRule: isCoded ? ruleOf(issue, file) : undefined,
      undecided: undecided.length > 0 ? undecided : undefined,
    };
  };

  const toIssue = (issue: IssueFile): Issue => {
    const scale = scaleOf(issue, scales)!;
    return compact({
      id: issue.id,
      title: issue.title,
      series: issue.series,
      question: issue.question,
      note: issue.note,
      topics: [issue.topic].flat(),
      date: toSpan(issue.date),
      dateLabel: toLabel(issue.date),
      scale: scale.id,
      weight: issue.weight ?? 1,
      ...toPositions(issue, scale),
      vote: issue.vote && compact({ ...issue.vote, submitters: toSubmitters(issue.vote) }),
      coordination: (issue.coordination ?? []).map((entry) =>
        compact({
          between: entry.between.map(holder),
          depth: entry.depth,
          note: entry.note,
          sources: entry.sources ?? issue.sources ?? [],
        }),
      ),
      sources: issue.sources ?? [],
    }) as Issue;
  };

  const toInteraction = (event: InteractionFile): Interaction =>
    compact({
      id: event.id,
      title: event.title,
      date: toSpan(event.date),
      dateLabel: toLabel(event.date),
      actors: codes(event.between ?? event.actor),
      targets: codes(event.target),
      cameo: event.cameo,
      depth: event.depth,
      confidence: event.confidence ?? 'high',
      note: event.note,
      sources: event.sources ?? [],
    }) as Interaction;

  const toGroup = (id: string, group: NonNullable<CatalogFile['groups']>[string]): Group => {
    const { title = id, note, sources = [] } = Array.isArray(group) ? {} : group;
    const members = membersOf(id, group).map(({ name, during: { from, to } = {} }) =>
      compact({
        country: code(name),
        from: from === undefined ? undefined : toSpan(from).from,
        to: to === undefined ? undefined : toSpan(to).to,
      }),
    );
    return compact({ id, title, members, note, sources }) as Group;
  };

  const toActor = (id: string, actor: NonNullable<CatalogFile['actors']>[string]): Actor => {
    const { title, note, sources = [] } = typeof actor === 'string' ? { title: actor } : actor;
    return compact({ id, title, note, sources }) as Actor;
  };

  return compact({
    id: file.catalog,
    title: file.title,
    short: file.short ?? file.catalog,
    version: file.version ?? '0.0.0',
    description: file.description,
    coding: file.coding,
    coders: file.coders && mapEntries(file.coders, (_, coder) => compact(coder)),
    license: file.license,
    sha256: context.sha256,
    sources: mapEntries(file.sources, (id, source) => ({ id, ...compact(source) })),
    topics: file.topics ?? {},
    scales,
    groups: mapEntries(file.groups, toGroup),
    actors: mapEntries(file.actors, toActor),
    issues: (file.issues ?? []).map(toIssue),
    interactions: (file.interactions ?? []).map(toInteraction),
    rollCalls: (file.rollCalls ?? []).map((record) => ({
      id: record.id,
      body: record.body,
      file: context.beside(record.file),
      folder: context.beside('.'),
      sources: record.sources ?? [],
    })),
    events: (file.events ?? []).map((source) => ({
      ...compact(source),
      columns: compact(source.columns ?? {}),
      folder: context.beside('.'),
      sources: source.sources ?? [],
    })),
  }) as Catalog;
}
