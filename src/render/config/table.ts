import { paragraph, table } from '../kit/text.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { columns, heading, rowsOf } from './rows.ts';

/** What is in force, and who said it. */
export const render: Renderer<Renderable['config']> = (config, { width, color }) =>
  [
    paragraph(color.bold(heading(config)), width),
    '',
    table(columns, rowsOf(config), width, { indent: '  ' }),
    '',
  ].join('\n');
