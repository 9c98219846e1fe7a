import { growing, right } from '../kit/columns.ts';
import { groupFacts, leftOutWords } from '../kit/group.ts';
import { labelled } from '../kit/labelled.ts';
import { count, decimal } from '../kit/numbers.ts';
import { flow, paragraph, table } from '../kit/text.ts';
import type { Renderable } from '../renderable.ts';
import type { RenderContext, Renderer } from '../renderer.ts';
import { drawTree } from './tree.ts';
import { centreOf, countWords, setApartWords, stabilityWords, waverers } from './words.ts';

type Blocs = Renderable['blocs'];

const indent = '  ';

function blocRows({ blocs }: Blocs, { color, width }: RenderContext): string {
  return table(
    [
      right(''),
      growing('Around'),
      right('n'),
      right('within'),
      right('outside'),
      right('stable'),
      growing('Set apart by', 2),
    ],
    blocs.map((bloc, i) => [
      count(i + 1),
      centreOf(bloc),
      count(bloc.members.length),
      decimal(bloc.within),
      decimal(bloc.outside),
      decimal(bloc.stability?.value ?? null),
      setApartWords(bloc),
    ]),
    width,
    { indent, header: color.bold },
  );
}

/** The members of a bloc, those that waver marked with the share of repetitions that they stay in. */
function memberWords({ members }: Blocs['blocs'][number]): string {
  return members
    .map(({ name, silhouette, stays }) =>
      silhouette < 0 || (stays ?? 1) < 1
        ? `${name} (silhouette ${decimal(silhouette)}${stays === null || stays === 1 ? '' : `, stays ${decimal(stays)}`})`
        : name,
    )
    .join(', ');
}

function topicRows({ topics }: Blocs['blocs'][number], { color, width }: RenderContext): string {
  return table(
    [growing('Topic'), right('issues'), right('within'), right('outside'), right('AI')],
    topics.map(({ title, issues, within, outside, agreementIndex }) => [
      title,
      count(issues),
      decimal(within),
      decimal(outside),
      decimal(agreementIndex),
    ]),
    width,
    { indent: '    ', header: color.bold },
  );
}

function fullBlocs({ blocs }: Blocs, context: RenderContext): string[] {
  const { color, width } = context;
  return blocs.flatMap((bloc, i) => [
    '',
    color.bold(paragraph(`${count(i + 1)} Around ${centreOf(bloc)}`, width, indent)),
    paragraph(memberWords(bloc), width, '    '),
    '',
    topicRows(bloc, context),
  ]);
}

const mostWaverers = 8;

function wavererWords({ blocs }: Blocs): string {
  const all = blocs.flatMap(waverers).map(({ name }) => name);
  const rest = all.length - mostWaverers;
  return `${all.slice(0, mostWaverers).join(', ')}${rest > 0 ? ` and ${count(rest)} more` : ''}`;
}

const shortTree = 14;
const mostNamed = 6;

/** The blocs in a table, whether they hold, and the dendrogram; in full with members and topics. */
export const render: Renderer<Blocs> = (result, context) => {
  const { color, width } = context;
  const { full, leftOut, countries } = result;
  const tree = drawTree(result, full ? countries.length : shortTree, width);
  const more = full
    ? []
    : ['', color.dim(paragraph('Members, topics and the whole dendrogram: --full', width, indent))];
  return [
    color.bold(paragraph(countWords(result), width)),
    color.dim(flow(groupFacts(result), ' · ', width)),
    '',
    blocRows(result, context),
    color.dim(
      paragraph(
        `Mean divergence within the bloc and to those outside; stable: how much of it is left without any one ${result.stability.leaveOut}.`,
        width,
        indent,
      ),
    ),
    '',
    ...labelled('Stability', stabilityWords(result), context),
    ...labelled('Between', wavererWords(result), context),
    ...labelled('Left out', leftOutWords(result, full ? leftOut.length : mostNamed), context),
    ...(full ? fullBlocs(result, context) : []),
    '',
    color.bold(paragraph('Dendrogram, mean divergence at which branches join', width, indent)),
    ...tree,
    ...more,
    '',
  ].join('\n');
};
