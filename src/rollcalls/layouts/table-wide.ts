import type { Layout } from './layout.ts';
import { table } from './table.ts';

const { roll_call, code: _code, vote, ...details } = table.columns;

/** A row per roll call and a column per country. */
export const tableWide: Layout = {
  ...table,
  about: 'any table, a row per issue and a column per country',
  rows: 'roll-calls',
  columns: { ...details, roll_call: [...(roll_call ?? []), 'id'] },
  needs: ['roll_call', 'date'],
  lacks: [...(vote ?? [])],
};
