import type { EventLayoutName } from '../../results/vocabulary.ts';
import { gdelt1 } from './gdelt1.ts';
import { gdelt2 } from './gdelt2.ts';
import { icews } from './icews.ts';
import type { EventLayout } from './layout.ts';
import { polecat } from './polecat.ts';
import { table } from './table.ts';

/** Every layout of tables of events. */
export const eventLayoutsByName: Readonly<Record<EventLayoutName, EventLayout>> = {
  gdelt1,
  gdelt2,
  icews,
  polecat,
  table,
};
