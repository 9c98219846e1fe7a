import { left, right } from '../kit/columns.ts';
import { groupFacts, leftOutWords } from '../kit/group.ts';
import {
  escapeMarkdown,
  heading,
  markdownDocument,
  markdownTable,
  provenanceLine,
} from '../kit/markdown.ts';
import { count, decimal } from '../kit/numbers.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { centreOf, countWords, setApartWords, stabilityWords } from './words.ts';

type Blocs = Renderable['blocs'];

function overview({ blocs }: Blocs): string {
  return markdownTable(
    [
      right(''),
      left('Around'),
      right('Countries'),
      right('Divergence within'),
      right('Outside'),
      right('Stability'),
      left('Set apart by'),
    ],
    blocs.map((bloc, i) => [
      count(i + 1),
      escapeMarkdown(centreOf(bloc)),
      count(bloc.members.length),
      decimal(bloc.within),
      decimal(bloc.outside),
      decimal(bloc.stability?.value ?? null),
      escapeMarkdown(setApartWords(bloc)),
    ]),
  );
}

function describe(bloc: Blocs['blocs'][number], place: number): readonly string[] {
  const names = bloc.members.map(({ name }) => escapeMarkdown(name)).join(', ');
  return [
    heading(3, `${count(place + 1)} Around ${centreOf(bloc)}`),
    names,
    markdownTable(
      [left('Topic'), right('Issues'), right('Within'), right('Outside'), right('Agreement Index')],
      bloc.topics.map(({ title, issues, within, outside, agreementIndex }) => [
        escapeMarkdown(title),
        count(issues),
        decimal(within),
        decimal(outside),
        decimal(agreementIndex),
      ]),
    ),
  ];
}

/** The blocs as a table, then each with its members and topics, and what leaving out does. */
export const render: Renderer<Blocs> = (result) => {
  const { stability, blocs } = result;
  const unit = stability.leaveOut === 'year' ? 'Year' : 'Topic';
  return markdownDocument([
    heading(2, countWords(result)),
    escapeMarkdown(groupFacts(result).join(' · ')),
    overview(result),
    escapeMarkdown(`${stabilityWords(result)}.`),
    escapeMarkdown(leftOutWords(result)),
    ...blocs.flatMap(describe),
    ...(stability.repetitions.length === 0
      ? []
      : [
          heading(3, 'Left out in turn'),
          markdownTable(
            [
              left(`${unit} left out`),
              right('Issues'),
              right('Countries'),
              right('Adjusted Rand'),
              right('Blocs by silhouette'),
            ],
            stability.repetitions.map(({ title, issues, countries, value, silhouetteK }) => [
              escapeMarkdown(title),
              count(issues),
              count(countries),
              decimal(value),
              silhouetteK === null ? '–' : count(silhouetteK),
            ]),
          ),
        ]),
    provenanceLine(result.provenance),
  ]);
};
