import type { InteractionsResult } from '../../results/interactions.ts';
import { figure } from '../kit/html/figure.ts';
import { type Markup, markup } from '../kit/html/markup.ts';
import { joined } from '../kit/joined.ts';
import { drawPeriods } from './charts.ts';
import { breaksInWords, breakWords } from './words.ts';

const captions = [
  'How many were cooperative (weight above 0), above the line, and conflictual (below 0), below it.',
  'The mean Goldstein weight with its 95 % interval. A hollow dot rests on fewer than five interactions and has no interval.',
] as const;

/** Interactions by period on a page: the breaks in words, and the charts. @param table of the numbers, below them */
export function periodFigures(result: InteractionsResult, table?: Markup): Markup {
  const items = (result.breaks ?? []).map((each) => markup`<li>${breakWords(each)}</li>\n`);
  const drawn = drawPeriods(result, 'wide').map((_, i) => {
    const caption = joined(
      [
        captions[i],
        i === 1 &&
          items.length > 0 &&
          'Upright lines are breaks, broad level lines the means of the years between them.',
      ],
      ' ',
    );
    return figure(
      (frame) => drawPeriods(result, frame)[i]!,
      caption,
      i === 1 && table ? { title: 'The numbers as a table', table } : undefined,
    );
  });
  return markup`<p>${breaksInWords(result)}</p>
${items.length > 0 && markup`<ul class="items">\n${items}</ul>`}
${drawn}`;
}
