import type { Ballot, IssueDetail } from '../../results/inventory.ts';
import { symbolOf } from '../../catalog/symbols.ts';
import { joined } from '../kit/joined.ts';
import { count, counted } from '../kit/numbers.ts';
import { dateWords, depthWords, seriesWords } from '../kit/wording.ts';

/** A label and what it says; nothing where the text is empty. */
type LabelledText = readonly [label: string, text: string];

/** Which ballot it was, and how it ended. */
export function ballotWords(vote: Ballot): string {
  const { body, resolution, draft, session, on, outcome, result, important } = vote;
  const tally = result
    ? `yes ${count(result.yes)}, no ${count(result.no)}, abstained ${count(result.abstain)}`
    : '';
  return joined([
    joined([body, symbolOf(vote)], ' '),
    resolution === undefined || draft === undefined ? '' : `draft ${draft}`,
    session === undefined ? '' : `session ${session}`,
    on === undefined ? '' : `on ${on === 'paragraph' ? 'a paragraph' : 'an amendment'}`,
    important ? 'marked as important' : '',
    outcome ?? '',
    tally,
  ]);
}

/** Who submitted the draft, by name unless there are more; nothing where that is not known. */
export function submitterWords({ submitters = [] }: Ballot, most = Infinity): string {
  if (submitters === 'president') return 'President of the Council';
  if (submitters.length > most) return counted(submitters.length, 'country');
  return submitters.map(({ name }) => name).join(', ');
}

/** What an issue is, apart from who stands where. */
export function issueFacts(issue: IssueDetail): readonly LabelledText[] {
  const { id, catalog, question, date, topics, scale, weight, note, vote } = issue;
  const facts: readonly LabelledText[] = [
    ['Id', `${id} (${catalog.id} ${catalog.version})`],
    ['Question', question ?? ''],
    ['Date', dateWords(date)],
    ['Series', seriesWords(issue)],
    ['Topic', topics.map(({ title }) => title).join('; ')],
    ['Ballot', vote ? ballotWords(vote) : ''],
    ['Submitters', vote ? submitterWords(vote) : ''],
    ['Scale', `${scale.id}: ${scale.labels.join(' < ')}`],
    ['Weight', weight === 1 ? '' : String(weight)],
    ['Note', note ?? ''],
  ];
  return facts.filter(([, text]) => text !== '');
}

/** Who acted with whom on an issue: `China, Russia: together.` */
export function coordinationWords({
  countries,
  depth,
}: IssueDetail['coordination'][number]): string {
  const how = depthWords[depth as keyof typeof depthWords] ?? depth;
  return `${countries.map(({ name }) => name).join(', ')}: ${how}.`;
}
