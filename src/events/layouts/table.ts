import type { EventLayout } from './layout.ts';

/** Any table with a row per event: the catalog names its columns. */
export const table: EventLayout = {
  name: 'table',
  about: 'any table with a row per event, whose columns the catalog names',
  columns: {},
};
