import { hintFor } from '../../catalog/nearest.ts';
import { inputError } from '../../errors.ts';

/** Columns that tell the layouts apart, to name the right one when the wrong one was asked for. */
const signatures: readonly { readonly format: string; readonly columns: readonly string[] }[] = [
  { format: 'voeten', columns: ['rcid', 'ccode', 'vote'] },
  { format: 'un-library', columns: ['ms_code', 'ms_vote'] },
  { format: 'un-library', columns: ['undl_id', 'resolution', 'total_yes'] },
  { format: 'unvotes', columns: ['rcid', 'country', 'country_code', 'vote'] },
];

/** Finds columns by name, whatever their order and case. */
export interface Columns {
  /** Index of a column that must be there. */
  readonly need: (name: string) => number;
  /** Index of a column that may be there; -1 if it is not. */
  readonly find: (name: string) => number;
}

/**
 * @throws UserError (exit 3), from `need`, with the columns that are there and the layout they look like
 */
export function findColumns(header: readonly string[], file: string, format: string): Columns {
  const names = header.map((name) => name.toLowerCase());
  const find = (name: string) => names.indexOf(name.toLowerCase());
  return {
    find,
    need: (name) => {
      const at = find(name);
      if (at >= 0) return at;
      const likely = signatures.find(
        (signature) =>
          signature.format !== format &&
          signature.columns.every((column) => names.includes(column)),
      );
      throw inputError(`there is no column "${name}"`, {
        location: { file, line: 1, column: 1 },
        hint: likely
          ? `this looks like the layout ${likely.format}: align import ${likely.format} ${file}`
          : hintFor(name, header, 'the columns'),
      });
    },
  };
}
