import { codedMarkdown } from '../kit/coded-sections.ts';
import { left } from '../kit/columns.ts';
import {
  codeSpan,
  escapeMarkdown,
  heading,
  markdownDocument,
  markdownTable,
} from '../kit/markdown.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { eventWords, holdingWords } from './words.ts';

/** What a catalog is, how it was coded, and under which licence. */
export const render: Renderer<Renderable['catalog']> = (catalog) =>
  markdownDocument([
    heading(2, catalog.title),
    `${codeSpan(catalog.id)} ${escapeMarkdown(catalog.version)} · ${holdingWords(catalog)}`,
    escapeMarkdown(catalog.description ?? ''),
    catalog.events === undefined ? '' : `Events: ${escapeMarkdown(eventWords(catalog))}`,
    markdownTable(
      [left('Topic'), left('Title')],
      Object.entries(catalog.topics).map(([id, title]) => [codeSpan(id), escapeMarkdown(title)]),
    ),
    ...(catalog.coding === undefined ? [] : [heading(3, 'Coding'), escapeMarkdown(catalog.coding)]),
    ...codedMarkdown(catalog.coded, true),
    catalog.license === undefined ? '' : `Licence: ${escapeMarkdown(catalog.license)}`,
    `SHA-256: ${codeSpan(catalog.sha256)}`,
  ]);
