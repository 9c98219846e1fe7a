import type { Layout } from './layout.ts';
import { voeten, voetenDetails } from './voeten.ts';

/** Voeten's votes as they are often passed on: a row per roll call, a column per country. */
export const voetenWide: Layout = {
  ...voeten,
  about: 'votes of Voeten, a column per country',
  rows: 'roll-calls',
  columns: voetenDetails,
  needs: ['roll_call', 'date'],
  signs: ['me', 'nu', 'di', 'hr', 'co', 'ec'],
  countries: 'iso',
  byYear: true,
};
