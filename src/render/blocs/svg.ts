import { drawDendrogram, type DrawnBloc } from '../kit/charts/dendrogram.ts';
import type { Drawing, Frame } from '../kit/charts/draw.ts';
import { standAlone } from '../kit/charts/standalone.ts';
import { groupTitle } from '../kit/group.ts';
import { countedSides } from '../kit/numbers.ts';
import { layTree } from '../kit/tree.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { centreOf } from './words.ts';

type Blocs = Renderable['blocs'];

function drawnBlocs({ blocs }: Blocs): readonly DrawnBloc[] {
  let end = 0;
  return blocs.map((bloc) => {
    const from = end;
    end += bloc.members.length;
    const label = `Around ${centreOf(bloc)}, ${countedSides(bloc.members)}`;
    return { from, to: end, label };
  });
}

/** The dendrogram of all countries, for a wide page or a narrow one. */
export function drawBlocs(result: Blocs, frame: Frame): Drawing {
  const { merges, countries } = result;
  const layout = layTree(merges, countries.length, countries.length);
  const names = countries.map(({ name }) => name);
  return drawDendrogram(layout, names, drawnBlocs(result), countedSides(countries), frame);
}

/** The dendrogram as a file of its own. */
export const render: Renderer<Blocs> = (result) =>
  standAlone(groupTitle('Blocs', result.countries, result), result, drawBlocs(result, 'wide'));
