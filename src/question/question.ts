import type { DateSpan } from '../catalog/model.ts';
import { defaultFilter, type SelectionFilter } from '../evidence/evidence.ts';
import type {
  AbsenceRule,
  BlocPosition,
  ClusterRule,
  Distance,
  SalienceRule,
  WeighBy,
} from '../results/vocabulary.ts';

/** Which issues are asked about, in the words of options and policies. */
export interface SelectionWords {
  readonly topic?: readonly string[] | undefined;
  readonly issue?: readonly string[] | undefined;
  /** First and last day, `YYYY-MM-DD`. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly minConfidence?: SelectionFilter['minConfidence'] | undefined;
  readonly session?: readonly [first: number, last: number] | undefined;
  readonly important?: boolean | undefined;
  /** `false` leaves these roll calls out. */
  readonly paragraphs?: boolean | undefined;
  readonly amendments?: boolean | undefined;
  readonly unanimous?: boolean | undefined;
  readonly resolution?: string | undefined;
}

/** What is measured and how, in the words of options and policies; what is left out is as usual. */
export interface SettingsWords {
  /** Ids. */
  readonly measure?: string | undefined;
  readonly convention?: string | undefined;
  readonly distance?: Distance | undefined;
  readonly absent?: AbsenceRule | undefined;
  readonly salience?: SalienceRule | undefined;
  readonly weighBy?: WeighBy | undefined;
  /** A file. */
  readonly weights?: string | undefined;
  readonly blocPosition?: BlocPosition | undefined;
  readonly cluster?: ClusterRule | undefined;
}

/** An earlier period that a question is compared with, in the words of options. */
export interface VersusWords {
  /** First and last day; what is asked for begins after it, or with `from`. */
  readonly versus?: DateSpan | undefined;
}

/** What is asked, as plain data: nothing in it has been looked up. */
export interface Question {
  /** Bundled names, files and directories. */
  readonly catalogs: readonly string[];
  /** Countries and blocs, as named. */
  readonly sides: readonly string[];
  readonly selection: SelectionFilter;
  /** An earlier period to compare with; without `from`, the selection begins on the day after it. */
  readonly versus?: DateSpan;
  readonly settings: SettingsWords & {
    /** Ids of the measures reported beside the headline. */
    readonly beside: readonly string[];
  };
}

/** The selection that words ask for; words left out narrow nothing. */
export function selectionOf(words: SelectionWords): SelectionFilter {
  const {
    topic,
    issue,
    from,
    to,
    minConfidence = defaultFilter.minConfidence,
    session,
    important,
  } = words;
  const { resolution, paragraphs, amendments, unanimous } = words;
  return {
    ...(topic ? { topics: topic } : {}),
    ...(issue ? { issues: issue } : {}),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    minConfidence,
    rollCalls: {
      ...(session ? { sessions: session } : {}),
      ...(important ? { important } : {}),
      ...(resolution === undefined ? {} : { resolution }),
      noParagraphs: paragraphs === false,
      noAmendments: amendments === false,
      noUnanimous: unanimous === false,
    },
  };
}

/** The question that words put to some sides. */
export function putQuestion(
  words: SelectionWords & SettingsWords & VersusWords,
  {
    catalogs,
    sides,
    beside = [],
  }: Pick<Question, 'catalogs' | 'sides'> & { readonly beside?: readonly string[] },
): Question {
  const { measure, convention, distance, absent, salience, weighBy } = words;
  const { weights, blocPosition, cluster, versus } = words;
  const asked = { measure, convention, distance, absent, salience, weighBy, weights };
  return {
    catalogs,
    sides,
    selection: selectionOf(words),
    ...(versus ? { versus } : {}),
    settings: { ...asked, blocPosition, cluster, beside },
  };
}
