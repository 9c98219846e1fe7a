import { utils, write } from '@e965/xlsx';
import { inputError } from '../../errors.ts';
import { plainText } from '../../plain-text.ts';
import type { Renderable } from '../renderable.ts';

/** What a cell of a workbook may hold. */
const longestCell = 32_767;

/** One sheet, named for what it holds; text is text, whatever it begins with. */
export function render({ what, columns, rows }: Renderable['export']): readonly Uint8Array[] {
  const cells = Array.from(rows(), (row) =>
    columns.map((name) => {
      const value = row[name] ?? '';
      if (value === '') return null;
      return typeof value === 'number' ? value : toText(value);
    }),
  );
  const book = utils.book_new(utils.aoa_to_sheet([[...columns], ...cells]), what);
  const bytes = write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Uint8Array;
  return [bytes];
}

/** Line ends stay, what XML forbids does not. @throws UserError (exit 3) if it is too long for a cell */
function toText(text: string): string {
  if (text.length > longestCell)
    throw inputError(
      `a cell of a workbook holds ${longestCell} characters, and this more: ${text.slice(0, 60)}`,
      {
        hint: 'write CSV',
      },
    );
  return text.split('\n').map(plainText).join('\n');
}
