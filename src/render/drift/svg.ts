import { standAlone } from '../kit/charts/standalone.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { drawThenAndNow, drawTopics } from './charts.ts';
import { driftTitle } from './words.ts';

/** Then and now, and what the topics account for, as a file of its own. */
export const render: Renderer<Renderable['drift']> = (drift) =>
  standAlone(driftTitle(drift), drift, drawThenAndNow(drift, 'wide'), drawTopics(drift, 'wide'));
