import { left, right } from '../kit/columns.ts';
import { groupFacts } from '../kit/group.ts';
import { dataTable, figure } from '../kit/html/figure.ts';
import { groupProvenance, leftOutNote } from '../kit/html/group.ts';
import { isolated, markup, type Markup } from '../kit/html/markup.ts';
import { renderPage, type Section } from '../kit/html/page.ts';
import { count, countedSides, decimal, percent } from '../kit/numbers.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { drawBlocs } from './svg.ts';
import { centreOf, countWords, setApartWords, stabilityWords } from './words.ts';

type Blocs = Renderable['blocs'];

function overview({ blocs }: Blocs): Markup {
  return dataTable(
    [
      left('Around'),
      right('Countries'),
      right('Within'),
      right('Outside'),
      right('Stability'),
      left('Set apart by'),
    ],
    blocs.map((bloc, i) => ({
      cells: [
        markup`${count(i + 1)} ${isolated(centreOf(bloc))}`,
        count(bloc.members.length),
        decimal(bloc.within),
        decimal(bloc.outside),
        decimal(bloc.stability?.value ?? null),
        isolated(setApartWords(bloc)),
      ],
    })),
    { label: 'The blocs', cards: true },
  );
}

function describe(bloc: Blocs['blocs'][number], place: number): Section {
  const { members, topics } = bloc;
  const name = centreOf(bloc);
  return {
    id: `bloc-${place + 1}`,
    title: `${count(place + 1)} Around ${name}`,
    body: markup`${dataTable(
      [left('Country'), right('Silhouette'), right('Stays')],
      members.map((member) => ({
        cells: [
          isolated(member.name),
          decimal(member.silhouette),
          member.stays === null ? decimal(null) : percent(member.stays),
        ],
      })),
      { label: `Members around ${name}` },
    )}
<h3>By topic</h3>
${dataTable(
  [left('Topic'), right('Issues'), right('Within'), right('Outside'), right('Agreement Index')],
  topics.map(({ title, issues, within, outside, agreementIndex }) => ({
    cells: [
      isolated(title),
      count(issues),
      decimal(within),
      decimal(outside),
      decimal(agreementIndex),
    ],
  })),
  { label: `Topics of the bloc around ${name}`, cards: true },
)}`,
  };
}

function repeated({ stability: { leaveOut, repetitions } }: Blocs): Markup {
  return dataTable(
    [
      left(`${leaveOut === 'year' ? 'Year' : 'Topic'} left out`),
      right('Issues'),
      right('Countries'),
      right('Adjusted Rand'),
      right('Blocs by silhouette'),
    ],
    repetitions.map(({ title, issues, countries, value, silhouetteK }) => ({
      cells: [
        isolated(title),
        count(issues),
        count(countries),
        decimal(value),
        silhouetteK === null ? decimal(null) : count(silhouetteK),
      ],
    })),
    { label: `Blocs without each ${leaveOut}`, cards: true },
  );
}

/** The dendrogram and the blocs as one page, each with its members and topics. */
export const render: Renderer<Blocs> = (result) => {
  const { blocs, provenance, countries, stability } = result;
  const among = countedSides(countries);
  return renderPage({
    title: `${among}: blocs`,
    description: `Blocs of ${among} that stand near each other.`,
    header: markup`<p class="kicker">Blocs · ${groupFacts(result).join(' · ')}</p>
<h1>Who stands together among ${among}</h1>
<p class="lead">${countWords(result)}.</p>`,
    sections: [
      {
        id: 'blocs',
        title: 'The blocs',
        body: markup`${overview(result)}
<p class="note">Mean divergence of two members, and of a member and a country outside. Stability is the mean Jaccard similarity to the most similar bloc when a ${stability.leaveOut} is left out.</p>
${leftOutNote(result)}`,
      },
      {
        id: 'dendrogram',
        title: 'Dendrogram',
        body: figure(
          (frame) => drawBlocs(result, frame),
          'Branches join at the mean divergence of their countries. The number before a country is that of its bloc.',
        ),
      },
      ...blocs.map(describe),
      {
        id: 'stability',
        title: 'Do they hold?',
        body: markup`<p>${stabilityWords(result)}.</p>
${stability.repetitions.length > 0 && repeated(result)}`,
      },
      {
        id: 'methods',
        title: 'Methods in brief',
        body: markup`<div class="methods"><p>Countries are joined by average linkage of their divergences (1 less the place of the measure between its farthest and its nearest value), the two nearest clusters first. The tree is cut where the mean silhouette width (Rousseeuw 1987) is greatest, with 2 to 10 blocs, unless a number is asked for. A bloc goes by its most central member, that with the least mean divergence from the others among the half with most positions; it is set apart by the topics on which others are further away, less what divides its members, than over all issues. Countries with too few joint issues with others are left out.</p></div>`,
      },
    ],
    footer: groupProvenance(provenance),
  });
};
