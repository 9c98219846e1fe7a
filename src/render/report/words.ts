import { count, counted, decimal, interval } from '../kit/numbers.ts';
import { dateWords, percentileWords, verdictClause } from '../kit/wording.ts';
import { type Markup, markup } from '../kit/html/markup.ts';
import type { Depth } from '../../results/vocabulary.ts';
import type { ScoreResult } from '../../results/score.ts';

/** Words of a report that hang on its numbers. */

/** The verdict as a sentence without its full stop. */
export function verdictSentence({ verdict, countries: [a, b] }: ScoreResult): string {
  const pair = `${a.name} and ${b.name}`;
  if (verdict.band === 'thin-evidence') return `The evidence on ${pair} is too thin for a verdict`;
  return `${pair} ${verdictClause(verdict)}`;
}

/** What the verdict rests on and what speaks against it. */
export function leadParagraph(score: ScoreResult): Markup {
  const { counts, coverage } = score;
  const { same, partial, opposed } = counts;
  return markup`<p class="lead">Of ${counted(coverage.joint, 'joint issue')} they take the same position on <b>${count(same)}</b>, differ in part on <b>${count(partial)}</b> and stand on opposite sides of <b>${count(opposed)}</b>. ${percentileSentence(score)}${latelySentence(score)}</p>`;
}

/** The last five years beside the whole, and what changed on texts that return. */
function latelySentence({ lately }: ScoreResult): string {
  if (lately === null) return '';
  const { value, low, high, from, sameTexts } = lately;
  const range = interval(low, high);
  const texts =
    sameTexts.series === 0
      ? ''
      : `; on ${counted(sameTexts.series, 'text')} voted on before as well it is ${decimal(sameTexts.after)}, and was ${decimal(sameTexts.before)}`;
  return ` Since ${from.slice(0, 4)} the score is ${decimal(value)}${range === '' ? '' : ` (${range})`}${texts}.`;
}

/** How the dyad stands among others, or why that cannot be said. */
function percentileSentence({ percentile, countries }: ScoreResult): string {
  return percentile.value === null
    ? `How it compares cannot be said: ${percentile.reason}.`
    : `This pair is ${percentileWords(percentile, countries)}.`;
}

/** How far the absence rules and single issues move the score. */
export function robustnessSentence({ sensitivity, alignment }: ScoreResult): Markup {
  const values = Object.values(sensitivity.absent).filter((value) => value !== null);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const absences =
    values.length < 2
      ? ''
      : `However absences are read, the score ${decimal(low, 3) === decimal(high, 3) ? `stays at ${decimal(low, 3)}` : `lies between ${decimal(low, 3)} and ${decimal(high, 3)}`}.`;
  const { min, max } = sensitivity.leaveOneOut;
  const single =
    min === null || alignment.value === null
      ? ''
      : ` Leaving out any one issue keeps it between ${decimal(min.value, 3)} and ${decimal(max.value, 3)}.`;
  return markup`<p>${absences}${single}</p>`;
}

export const depthTitles: Readonly<Record<Depth, readonly [title: string, meaning: string]>> = {
  joint: ['Joint', 'acted together'],
  coordinated: ['Coordinated', 'on record as concerted'],
  parallel: ['Parallel', 'stood on the same side, each on its own'],
  neither: ['Neither', 'both took no side'],
  apart: ['Apart', 'stood apart, only one taking a side'],
  opposed: ['Opposed', 'stood on opposite sides'],
};

/** A span breaks at its dash only. */
export function dates(date: string): Markup {
  const parts = dateWords(date).split(' – ');
  return markup`${parts.map((part, i) => markup`${i > 0 && ' – '}<span class="whole">${part}</span>`)}`;
}

/** Headings of what changed within the period of a report. */
export const overTimeTitles = { trend: 'Over time', drift: 'What moved lately' } as const;

/** Why one of them has nothing to show. */
export const untoldWords = {
  trend: (reason: string) => `There is no trend to show: ${reason}.`,
  drift: (reason: string) => `The last five years are not compared with those before: ${reason}.`,
} as const;
