import type { Layout } from './layout.ts';
import { table } from './table.ts';
import { tableTurned } from './table-turned.ts';
import { tableWide } from './table-wide.ts';
import { unCouncil } from './un-council.ts';
import { unLibrary } from './un-library.ts';
import { unLibrary2024 } from './un-library-2024.ts';
import { unResolutions } from './un-resolutions.ts';
import { unScraped } from './un-scraped.ts';
import { unvotes } from './unvotes.ts';
import { voeten } from './voeten.ts';
import { voetenWide } from './voeten-wide.ts';
import { voteview } from './voteview.ts';

/** Every layout; of those that fit a header, the first is taken. */
export const layouts: readonly Layout[] = [
  voeten,
  voetenWide,
  unCouncil,
  unLibrary,
  unLibrary2024,
  unResolutions,
  unScraped,
  unvotes,
  voteview,
  table,
  tableWide,
  tableTurned,
];

/** Names of layouts on the command line. */
export const layoutNames: readonly string[] = [...new Set(layouts.map(({ name }) => name))];
