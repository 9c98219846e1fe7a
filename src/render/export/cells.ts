import type { ExportRow } from '../../analysis/export.ts';

/** The cells of a row that hold something. */
export function filled(row: ExportRow): ExportRow {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== ''));
}
