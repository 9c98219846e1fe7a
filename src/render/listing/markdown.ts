import { left, right } from '../kit/columns.ts';
import { escapeMarkdown, markdownDocument, markdownTable } from '../kit/markdown.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { isNumeric, listsOf, readableCells } from './lists.ts';

export const render: Renderer<Renderable['listing']> = ({ listing }) =>
  markdownDocument(
    listsOf(listing).map((list) => {
      const { shown, rows } = readableCells(list);
      const columns = shown.map(({ title }, c) =>
        isNumeric(list, c, shown) ? right(title) : left(title),
      );
      return markdownTable(
        columns,
        rows.map((row) => row.map(escapeMarkdown)),
      );
    }),
  );
