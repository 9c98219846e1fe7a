import type { InteractionsResult } from '../../results/interactions.ts';
import { directions } from '../../results/vocabulary.ts';
import { type CooperationRow, drawCooperationRows } from '../kit/charts/cooperation-rows.ts';
import { drawCooperation, drawMeans } from '../kit/charts/cooperation.ts';
import type { Drawing, Frame } from '../kit/charts/draw.ts';
import { counted } from '../kit/numbers.ts';
import type { Renderable } from '../renderable.ts';
import { filledPeriods, type Part, shownPartners } from './parts.ts';
import {
  breaksInWords,
  directionWords,
  interactionsTitle,
  periodUnit,
  shortBreakWords,
} from './words.ts';

type Interactions = Renderable['interactions'];

/** Periods from the first with an interaction to the last, those without any between them included. */
function spanned(result: InteractionsResult): InteractionsResult['periods'] {
  const [first, last] = [filledPeriods(result)[0], filledPeriods(result).at(-1)];
  return result.periods.filter(
    ({ period }) => period >= (first?.period ?? '') && period <= (last?.period ?? ''),
  );
}

function labelOf(result: InteractionsResult, what: string): string {
  const periods = filledPeriods(result);
  return `${interactionsTitle(result)}: ${what}, ${counted(periods.length, periodUnit(result))} from ${periods[0]?.period ?? ''} to ${periods.at(-1)?.period ?? ''}.`;
}

/** Cooperation and conflict by period, and the mean weight with its breaks; nothing where no period is known. */
export function drawPeriods(result: InteractionsResult, frame: Frame): readonly Drawing[] {
  const periods = spanned(result);
  if (periods.length === 0) return [];
  const breaks = result.breaks ?? [];
  const words = [breaksInWords(result), ...breaks.map((each) => `${shortBreakWords(each)}.`)];
  return [
    drawCooperation(labelOf(result, 'cooperative and conflictual interactions'), periods, frame),
    drawMeans(
      [labelOf(result, 'mean Goldstein weight'), ...words].join(' '),
      periods,
      breaks,
      frame,
    ),
  ];
}

function rowsOf(result: Interactions, what: Part['what']): readonly CooperationRow[] {
  const words = directionWords(result);
  if (what === 'root')
    return result.roots.map((each) => ({ ...each, name: `${each.root} ${each.label}` }));
  if (what === 'partner') return shownPartners(result);
  return directions.map((each) => ({ ...result.byDirection[each], name: words[each] }));
}

/** Cooperation and conflict by who acted, by CAMEO root or by partner. */
export function drawPart(
  result: Interactions,
  { what, title }: Pick<Part, 'what' | 'title'>,
  frame: Frame,
): Drawing {
  const rows = rowsOf(result, what).filter(({ n }) => n > 0);
  return drawCooperationRows(
    `${interactionsTitle(result)}: cooperative and conflictual interactions. ${title}: ${rows.map(({ name, n }) => `${name} ${n}`).join(', ')}.`,
    rows,
    frame,
  );
}
