import type { Layout } from './layout.ts';
import { table } from './table.ts';

/** Votes in cast codes, as those of Voteview. */
export const voteview: Layout = {
  ...table,
  about: 'votes in cast codes, as of Voteview',
  columns: { ...table.columns, vote: ['cast_code'] },
  needs: ['roll_call', 'code', 'vote', 'date'],
  signs: ['cast_code'],
  codes: 'voteview',
};
