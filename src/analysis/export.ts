import type { Coder, Coding, CountryCode, Group, Issue, Stance } from '../catalog/model.ts';
import { builtInScales } from '../catalog/scales.ts';
import {
  ABSENT,
  type Evidence,
  MISSING,
  type SelectedIssue,
  type SelectionFilter,
} from '../evidence/evidence.ts';
import { confidenceRank } from '../evidence/position-table.ts';
import { positionAt } from '../measures/contingency.ts';
import type { ExportName } from '../results/export.ts';
import { joinList } from '../rollcalls/import/lists.ts';
import { collectSources } from './inventory/citations.ts';

const citation =
  'sources source source_url source_author source_publisher source_date source_kind source_note';

/** Columns of positions with several codings, which are there where some have. */
const ofCoders = 'coder coder_name coder_kind coder_note coded_on coding_rule';

/** Columns of each table, in their order. */
const columns = {
  positions: `catalog issue title question topic topic_title series date scale labels neutral weight body resolution draft submitters session on important outcome total_yes total_no total_abstentions country country_name holder position value from depth salience confidence note ${citation}`,
  interactions: `interaction title date between actor target cameo depth confidence note ${citation}`,
  blocs: `bloc title country country_name from to note ${citation}`,
  sources: 'id title author publisher date url kind note',
} as const;

/** Cells by column; those left out are empty. */
export type ExportRow = Readonly<Record<string, string | number>>;

/** A table, row by row: one of a large record is longer than a list should be. */
export interface ExportTable {
  readonly columns: readonly string[];
  readonly rows: () => Iterable<ExportRow>;
}

/** Columns that say what the sources of a row are. */
type Cite = (ids: readonly string[]) => ExportRow;

/** Titles and addresses stand in every row, the rest where a source is cited for the first time. */
function createCite({ sources }: Evidence): Cite {
  const described = new Set<string>();
  const cells = new Map<string, ExportRow>();
  return (ids) => {
    const key = joinList(ids);
    const known = cells.get(key);
    if (known) return known;
    const all = ids.map((id) => sources.get(id));
    const fresh = ids.map((id, i) => (described.has(id) ? undefined : all[i]));
    for (const id of ids) described.add(id);
    const short = {
      sources: key,
      source: joinList(all.map((each) => each?.title ?? '')),
      source_url: joinList(all.map((each) => each?.url ?? '')),
    };
    cells.set(key, short);
    const rest = (['author', 'publisher', 'date', 'kind', 'note'] as const).map((name) => [
      `source_${name}`,
      joinList(fresh.map((each) => each?.[name] ?? '')),
    ]);
    return { ...short, ...Object.fromEntries(rest) };
  };
}

/** What every row says of its issue. */
function issueCells(evidence: Evidence, { issue, catalog, scale }: SelectedIssue): ExportRow {
  const { labels = [], neutral = null } = evidence.scales[scale] ?? {};
  const own = Object.hasOwn(builtInScales, issue.scale)
    ? {}
    : {
        labels: joinList(labels),
        neutral: neutral === null ? 'none' : (labels[neutral] ?? ''),
      };
  return {
    catalog,
    issue: issue.id,
    title: issue.title,
    question: issue.question ?? '',
    topic: joinList(issue.topics),
    topic_title: joinList(issue.topics.map((topic) => evidence.topics[topic] ?? topic)),
    series: issue.series ?? '',
    date: issue.dateLabel,
    scale: issue.scale,
    ...own,
    weight: issue.weight,
    body: issue.vote?.body ?? '',
    resolution: issue.vote?.resolution ?? '',
    ...(issue.codingRule === undefined ? {} : { coding_rule: issue.codingRule }),
  };
}

/** What only the first row of an issue says. */
function ballotCells({ vote }: Issue): ExportRow {
  if (!vote) return {};
  const { draft = '', submitters = [], session = '', on = '', outcome = '', result } = vote;
  return {
    draft,
    submitters: joinList([submitters].flat()),
    session,
    on,
    important: vote.important ? 'yes' : '',
    outcome,
    ...(result
      ? { total_yes: result.yes, total_no: result.no, total_abstentions: result.abstain }
      : {}),
  };
}

/** What a table takes from outside of the evidence: names, and which stances it holds. */
interface ExportContext extends Pick<SelectionFilter, 'minConfidence' | 'to'> {
  /** Only needed for the table of them. */
  readonly blocs?: readonly Group[];
  readonly nameOf: (code: string) => string;
}

/** A row for each coding of a stance. */
function* codingRows(
  { codings = [], from = '' }: { readonly codings?: readonly Coding[]; readonly from?: string },
  labels: readonly string[],
  coders: Readonly<Record<string, Coder>>,
  cite: Cite,
  country: ExportRow,
): Generator<ExportRow> {
  for (const { coder, category, confidence, date = '', note = '', sources } of codings)
    yield {
      ...country,
      position: labels[category] ?? '',
      value: positionAt(category, labels.length),
      from,
      confidence,
      note,
      coder,
      coder_name: coders[coder]?.name ?? '',
      coder_kind: coders[coder]?.kind ?? '',
      coder_note: coders[coder]?.note ?? '',
      coded_on: date,
      ...cite(sources),
    };
}

/** A row for each stance that was held on an issue, those since changed included, and below it one for each coding. */
function* heldRows(
  { positions, scales, catalogs, actors }: Evidence,
  { issue, scale, index, catalog }: SelectedIssue,
  cite: Cite,
  { nameOf, minConfidence, to = '9999' }: ExportContext,
): Generator<ExportRow> {
  const labels = scales[scale]?.labels ?? [];
  const isSelected = ({ confidence, from = '' }: Stance) =>
    confidenceRank[confidence] >= confidenceRank[minConfidence] && from <= to;
  const recorded = (code: CountryCode): readonly Stance[] => {
    const category = positions.get(code)?.[index] ?? MISSING;
    if (category === MISSING) return [];
    const place = category === ABSENT ? null : category;
    return [{ category: place, confidence: 'high', sources: issue.sources }];
  };
  const held = issue.positions;
  const coders = catalogs.find(({ id }) => id === catalog)?.coders ?? {};
  const ofCountry = (code: CountryCode) => ({
    country: code,
    country_name: nameOf(code),
    holder: Object.hasOwn(actors, code) ? 'actor' : '',
  });
  for (const code of positions.countries)
    for (const stance of (held[code] ?? recorded(code)).filter(isSelected)) {
      yield {
        ...ofCountry(code),
        position: stance.category === null ? 'absent' : (labels[stance.category] ?? ''),
        ...(stance.category === null ? {} : { value: positionAt(stance.category, labels.length) }),
        from: stance.from ?? '',
        salience: stance.salience ?? '',
        confidence: stance.confidence,
        note: stance.note ?? '',
        ...cite(stance.sources),
      };
      yield* codingRows(stance, labels, coders, cite, ofCountry(code));
    }
  for (const undecided of issue.undecided ?? [])
    if ((undecided.from ?? '') <= to)
      yield* codingRows(undecided, labels, coders, cite, ofCountry(undecided.country));
}

/** A row for each actor with positions of whom something is said; it names no issue. */
function* actorRows(
  { positions, actors }: Evidence,
  cite: Cite,
  nameOf: ExportContext['nameOf'],
): Generator<ExportRow> {
  for (const code of positions.countries) {
    const { note = '', sources = [] } = actors[code] ?? {};
    if (note !== '' || sources.length > 0)
      yield {
        country: code,
        country_name: nameOf(code),
        holder: 'actor',
        note,
        ...cite(sources),
      };
  }
}

/**
 * Of each issue a row about itself, which names no country; one for each statement on who acted with
 * whom, which names several; and one for each stance. Then one for each actor of whom something is said.
 */
function* positionRows(
  evidence: Evidence,
  context: ExportContext,
  withPositions: boolean,
): Generator<ExportRow> {
  const cite = createCite(evidence);
  for (const selected of evidence.issues) {
    const { issue } = selected;
    const shared = issueCells(evidence, selected);
    const own = { ...ballotCells(issue), note: issue.note ?? '', ...cite(issue.sources) };
    yield { ...shared, ...own };
    for (const { between, depth, note = '', sources } of issue.coordination)
      yield { ...shared, country: joinList(between), depth, note, ...cite(sources) };
    if (withPositions)
      for (const row of heldRows(evidence, selected, cite, context)) yield { ...shared, ...row };
  }
  if (withPositions) yield* actorRows(evidence, cite, context.nameOf);
}

function* interactionRows(evidence: Evidence): Generator<ExportRow> {
  const cite = createCite(evidence);
  for (const event of evidence.interactions) {
    const { id, title, dateLabel, actors, targets, cameo, depth = '', confidence, note } = event;
    const sides =
      targets.length === 0
        ? { between: joinList(actors) }
        : { actor: joinList(actors), target: joinList(targets) };
    const about = { title, date: dateLabel, ...sides, cameo, depth, confidence, note: note ?? '' };
    yield { interaction: id, ...about, ...cite(event.sources) };
  }
}

/** A row for each member of a bloc; what is said of the bloc stands in the first of its rows. */
function* blocRows(
  evidence: Evidence,
  { blocs = [], nameOf }: ExportContext,
): Generator<ExportRow> {
  const cite = createCite(evidence);
  for (const { id, title, members, note = '', sources } of blocs)
    for (const [i, { country, from = '', to = '' }] of members.entries()) {
      const about = i === 0 ? { title, note, ...cite(sources) } : {};
      yield { bloc: id, country, country_name: nameOf(country), from, to, ...about };
    }
}

/** A selection as a table that can be read back. */
export function exportTable(
  evidence: Evidence,
  what: ExportName,
  context: ExportContext,
): ExportTable {
  if (what === 'sources')
    return { columns: columns.sources.split(' '), rows: () => collectSources(evidence, []) };
  if (what === 'interactions')
    return { columns: columns.interactions.split(' '), rows: () => interactionRows(evidence) };
  if (what === 'blocs')
    return { columns: columns.blocs.split(' '), rows: () => blocRows(evidence, context) };
  const rows = () => positionRows(evidence, context, what === 'positions');
  const isCoded = evidence.issues.some(({ issue }) => issue.codingRule !== undefined);
  const names = isCoded ? `${columns.positions} ${ofCoders}` : columns.positions;
  return { columns: names.split(' '), rows };
}
