import { codedText } from '../kit/coded-sections.ts';
import { labelled } from '../kit/labelled.ts';
import { paragraph } from '../kit/text.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { eventWords, holdingWords } from './words.ts';

/** What a catalog is, how it was coded, and under which licence. */
export const render: Renderer<Renderable['catalog']> = (catalog, context) => {
  const topics = Object.entries(catalog.topics).map(([id, title]) => `${title} (${id})`);
  const about = [
    paragraph(context.color.bold(catalog.title), context.width),
    ...labelled('Id', `${catalog.id} ${catalog.version}`, context),
    ...labelled('Holds', holdingWords(catalog), context),
    ...labelled('Events', eventWords(catalog), context),
    ...labelled('Topics', topics.join('; '), context),
    ...labelled('Licence', catalog.license, context),
    ...labelled('SHA-256', catalog.sha256, context),
    ...labelled('About', catalog.description, context),
    ...labelled('Coding', catalog.coding, context),
  ].join('\n');
  return `${[about, ...codedText(catalog.coded, context, true)].join('\n\n')}\n`;
};
