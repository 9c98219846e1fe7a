import { count, counted, decimal, interval } from '../numbers.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { escapeMarkdown, heading, markdownDocument, markdownTable } from './markdown.ts';
import { provenanceLine } from './provenance.ts';

type Rank = Renderable['rank'];

function listed({ ranked }: Rank, from: number, to: number): string {
  return markdownTable(
    [
      { title: '', align: 'right' },
      { title: 'Country' },
      { title: 'n', align: 'right' },
      { title: 'Value', align: 'right' },
      { title: '95 %' },
    ],
    ranked
      .slice(from, to)
      .map(({ name, n, value, low, high }, i) => [
        count(from + i + 1),
        escapeMarkdown(name),
        count(n),
        decimal(value),
        interval(low, high),
      ]),
  );
}

/** Nearest and farthest countries, as many of either as the table in the terminal shows. */
export const renderRankMarkdown: Renderer<Rank> = (result) => {
  const { country, ranked, leftOut, top, minJoint, issues, measure, distance, provenance } = result;
  const facts = [
    counted(ranked.length, 'country'),
    counted(issues, 'issue'),
    distance === null ? measure : `${measure}, ${distance}`,
    `at least ${counted(minJoint, 'joint issue')}`,
    leftOut.length > 0 ? `${counted(leftOut.length, 'country')} left out` : '',
  ];
  const whole = ranked.length <= 2 * top;
  return markdownDocument([
    heading(2, country.name),
    escapeMarkdown(facts.filter((fact) => fact !== '').join(' · ')),
    heading(3, whole ? 'From the nearest' : 'Nearest'),
    listed(result, 0, whole ? ranked.length : top),
    ...(whole ? [] : [heading(3, 'Farthest'), listed(result, ranked.length - top, ranked.length)]),
    provenanceLine(provenance),
  ]);
};
