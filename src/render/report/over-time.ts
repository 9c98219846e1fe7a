import type { OverTime } from '../../analysis/over-time.ts';
import { changedVotes, periodsOfDrift, topicsOfDrift } from '../drift/section.ts';
import { askedPeriod } from '../kit/dates.ts';
import { isolated, markup } from '../kit/html/markup.ts';
import type { Section } from '../kit/html/page.ts';
import { trendOfDyad } from '../trend/section.ts';
import { dyadsOf } from '../trend/words.ts';
import { overTimeTitles, untoldWords } from './words.ts';

/** Since when: the trend by year, its breaks in words first; or why there is none. */
export function trendSection({ trend }: OverTime): Section {
  const { result } = trend;
  const [dyad] = result ? dyadsOf(result) : [];
  return {
    id: 'years',
    title: overTimeTitles.trend,
    body:
      result && dyad
        ? trendOfDyad(result, dyad)
        : markup`<p>${isolated(untoldWords.trend('reason' in trend ? trend.reason : ''))}</p>`,
  };
}

/** What moved between the last five years and those before; or why that cannot be told. */
export function driftSection({ drift }: OverTime): Section {
  return {
    id: 'drift',
    title: overTimeTitles.drift,
    body:
      drift.result === null
        ? markup`<p>${isolated(untoldWords.drift(drift.reason))}</p>`
        : markup`<p class="note">${askedPeriod(drift.result.after)}, the last five years of the joint issues, against ${askedPeriod(drift.result.before)}.</p>
${periodsOfDrift(drift.result)}
<h3>Agenda and behaviour by topic</h3>
${topicsOfDrift(drift.result)}
<h3>Votes that changed on the same texts</h3>
${changedVotes(drift.result)}`,
  };
}
