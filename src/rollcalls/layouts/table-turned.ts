import type { Layout } from './layout.ts';
import { table } from './table.ts';

/** A row per country and a column per roll call; its heading has the day. */
export const tableTurned: Layout = {
  ...table,
  about: 'any table, a row per country and a column per issue, the day in its heading',
  rows: 'countries',
  columns: { code: table.columns.code ?? [] },
  needs: ['code'],
  lacks: [...(table.columns.vote ?? []), ...(table.columns.roll_call ?? [])],
  unread: ['iso2', 'iso3', 'region', 'continent', 'name', 'country_name'],
};
