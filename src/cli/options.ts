import { Option } from 'commander';
import { UserError } from '../errors.ts';
import { inGroup } from './help.ts';
import { parseDate } from '../catalog/dates.ts';
import type { DateSpan } from '../catalog/model.ts';
import { defaultCluster } from '../evidence/clusters.ts';
import { defaultFilter } from '../evidence/evidence.ts';
import { MINIMUM_ISSUES } from '../measures/share-interval.ts';
import { formatsOf, type Kind } from '../render/registry.ts';
import { defaultWeighting } from '../evidence/weights.ts';
import type { InForce } from './in-force.ts';
import type { SelectionWords, SettingsWords, VersusWords } from '../question/question.ts';
import {
  absenceRules,
  blocPositions,
  clusterRules,
  confidences,
  distances,
  salienceRules,
  weighingUnits,
} from '../results/vocabulary.ts';

/** Options shared by several commands, as data. Commands pick the groups they honour. */

/** One of some words. */
export function choice(
  flags: string,
  description: string,
  choices: readonly string[],
  preset?: string,
) {
  const option = new Option(flags, description).choices([...choices]);
  return preset === undefined ? option : option.default(preset);
}

function parsedDate(text: string, what: string) {
  const span = parseDate(text);
  if (span) return span;
  throw new UserError(`${what} ${JSON.stringify(text)} is no date`, {
    hint: 'expected YYYY, YYYY-MM or YYYY-MM-DD',
  });
}

/** An option that takes a period: `2016..2020`, from the first day of the one to the last of the other, or one date. */
export function periodOption(flags: string, description: string): Option {
  const flag = flags.split(' ')[0] ?? '';
  return new Option(flags, description).argParser((text: string): DateSpan => {
    const [first = '', last = first, ...rest] = text.split('..');
    if (rest.length > 0)
      throw new UserError(`${flag} ${JSON.stringify(text)} is no period`, {
        hint: 'expected two dates such as 2016..2020, or one',
      });
    const { from } = parsedDate(first, flag);
    const { to } = parsedDate(last, flag);
    if (from <= to) return { from, to };
    throw new UserError(`${flag} ${JSON.stringify(text)} ends before it begins`);
  });
}

/** A reader of whole numbers from 1 on. */
export function positiveNumber(flag: string): (text: string) => number {
  return (text) => {
    if (/^\d{1,9}$/.test(text) && Number(text) > 0) return Number(text);
    throw new UserError(`${flag} ${JSON.stringify(text)} is no whole number above 0`);
  };
}

/** A reader of numbers in [0, 1]. */
export function shareOption(flag: string): (text: string) => number {
  return (text) => {
    if (/^(?:0?\.\d+|[01](?:\.0*)?)$/.test(text)) return Number(text);
    throw new UserError(`${flag} ${JSON.stringify(text)} is no number from 0 to 1`);
  };
}

/** A reader of numbers above 0. */
export function positiveDecimal(flag: string): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^(?:\d+\.?\d*|\.\d+)(?:e-?\d{1,2})?$/i.test(text) && value > 0 && Number.isFinite(value))
      return value;
    throw new UserError(`${flag} ${JSON.stringify(text)} is no number above 0`);
  };
}

/** A reader of whole numbers from 0 on. */
export function wholeNumber(flag: string): (text: string) => number {
  return (text) => {
    if (/^\d{1,9}$/.test(text)) return Number(text);
    throw new UserError(`${flag} ${JSON.stringify(text)} is no whole number`);
  };
}

function sessions(text: string): readonly [number, number] {
  const match = /^(\d{1,3})(?:-(\d{1,3}))?$/.exec(text);
  const first = Number(match?.[1]);
  const last = Number(match?.[2] ?? match?.[1]);
  if (match && first <= last) return [first, last];
  throw new UserError(`--session ${JSON.stringify(text)} is no session`, {
    hint: 'expected one session such as 74, or several such as 70-75',
  });
}

export const catalogOptions = () =>
  inGroup('Selection', [
    new Option(
      '-c, --catalog <path|name...>',
      'file, directory, bundled name or package align-catalog-* (default: ALIGN_CATALOG, the project, all bundled)',
    ),
  ]);

const topicOption = () =>
  new Option('-t, --topic <topic...>', 'only issues with one of these topics');

const periodOptions = (what = 'issues', end = 'positions as of it') => [
  new Option('--from <date>', `only ${what} that last until this day or later`).argParser(
    (text) => parsedDate(text, '--from').from,
  ),
  new Option('--to <date>', `only ${what} that began by this day; ${end}`).argParser(
    (text) => parsedDate(text, '--to').to,
  ),
];

const confidenceOption = (preset: string, what = 'positions') =>
  choice(
    '--min-confidence <level>',
    `leave out ${what} coded with less confidence`,
    confidences,
    preset,
  );

/** Which part of the catalogs to list. */
export const inventoryOptions = () =>
  inGroup('Selection', [...catalogOptions(), topicOption(), ...periodOptions()]);

/** @param minConfidence what is asked where nothing is said */
export const selectionOptions = (minConfidence: string = defaultFilter.minConfidence) =>
  inGroup('Selection', [
    ...catalogOptions(),
    topicOption(),
    new Option('--issue <id...>', 'only these issues'),
    ...periodOptions(),
    confidenceOption(minConfidence),
    new Option('--session <n|n-m>', 'only recorded votes of these sessions').argParser(sessions),
    new Option('--important', 'only recorded votes marked as important'),
    new Option('--no-paragraphs', 'leave out votes on single paragraphs'),
    new Option('--no-amendments', 'leave out votes on amendments'),
    new Option('--no-unanimous', 'leave out votes that nobody contested'),
    new Option('--resolution <glob>', 'only votes on matching resolutions, such as "A/RES/74/*"'),
  ]);

/** Which interactions: they have no topics, and are of no issue. */
export const interactionOptions = () =>
  inGroup('Selection', [
    ...catalogOptions(),
    ...periodOptions('interactions', 'blocs as of it'),
    confidenceOption(defaultFilter.minConfidence, 'interactions'),
  ]);

/** What intervals rest on. */
export const intervalOptions = () =>
  inGroup('Measure', [
    choice(
      '--cluster <unit>',
      'what counts as one piece of evidence in intervals',
      clusterRules,
      defaultCluster,
    ),
  ]);

export const measureOptions = () =>
  inGroup('Measure', [
    new Option('-m, --measure <id>', 'headline measure; align list measures describes them'),
    choice('--distance <kind>', 'distance between positions', distances),
    choice('--absent <rule>', 'what an absence from a vote counts as', absenceRules),
    choice(
      '--salience <rule>',
      'weigh issues by how much they matter to the two',
      salienceRules,
      defaultWeighting.salience,
    ),
    choice(
      '--weigh-by <unit>',
      'what has the same total weight',
      weighingUnits,
      defaultWeighting.weighBy,
    ),
    new Option(
      '--weights <file>',
      'weights of issues and topics, from YAML (`topics: {sanctions: 2}`) or CSV',
    ),
    new Option(
      '--convention <preset>',
      'recompute a published score; align list measures has them',
    ),
    choice('--bloc-position <rule>', 'what a bloc’s position is', blocPositions, 'median'),
  ]);

/** For what compares each country of a group with all the others. */
export const minJointOption = () =>
  new Option(
    '--min-joint <n>',
    'joint issues that each two need; countries that lack them are left out',
  )
    .argParser(positiveNumber('--min-joint'))
    .default(MINIMUM_ISSUES);

export const fullOption = () => new Option('--full', 'everything that the short answer leaves out');

/** @param kind of result that the command writes */
export const outputOptions = (kind: Kind) => {
  const formats: readonly string[] = formatsOf(kind);
  return inGroup('Output', [
    choice('-f, --format <format>', `output format (default: "${formats[0] ?? ''}")`, formats),
    new Option('-o, --output <file>', 'write to a file, format by its extension; - is stdout'),
    ...(formats.includes('csv')
      ? [new Option('--bom', 'begin CSV with a byte-order mark, for Excel')]
      : []),
  ]);
};

export interface CatalogOptions {
  readonly catalog?: readonly string[];
  /** What holds beside what the command line says: see `putInForce`. */
  readonly inForce: InForce;
}

export type InventoryOptions = CatalogOptions & Pick<SelectionWords, 'topic' | 'from' | 'to'>;
export type SelectionOptions = CatalogOptions & SelectionWords;
export type MeasureOptions = SettingsWords;
export type InteractionOptions = CatalogOptions &
  Pick<SelectionWords, 'from' | 'to' | 'minConfidence'>;

export interface OutputOptions {
  readonly format?: string;
  readonly output?: string;
  readonly bom?: boolean;
  readonly timestamp?: boolean;
}

export interface GlobalOptions {
  readonly color?: boolean;
  /** False shows long answers as they are. */
  readonly pager?: boolean;
  readonly quiet?: boolean;
  readonly debug?: boolean;
  /** False leaves the project file out of account. */
  readonly project?: boolean;
  /** How many times as much as usual input files may hold. */
  readonly limits?: number;
}

/** Of commands that answer on two sides, in short or in full. */
export type AnswerOptions = SelectionOptions &
  MeasureOptions &
  OutputOptions &
  GlobalOptions & { readonly full?: boolean };

/** Of `align score`, on two sides or more. */
export type ScoreOptions = AnswerOptions & VersusWords;

/** Of every list. */
export type ListOptions = InventoryOptions &
  OutputOptions &
  GlobalOptions & { readonly series?: boolean; readonly differ?: boolean };
