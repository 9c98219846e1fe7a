import type { EventLayout } from './layout.ts';

/**
 * Boschee, Elizabeth, Jennifer Lautenschlager, Sean O’Brien, Steve Shellman, James Starz and Michael Ward,
 * ICEWS Coded Event Data, Harvard Dataverse, doi:10.7910/DVN/28075. Its intensity is the Goldstein weight of
 * the CAMEO code.
 */
export const icews: EventLayout = {
  name: 'icews',
  about: 'yearly tables of ICEWS, with names of countries',
  tabs: true,
  unquoted: true,
  columns: {
    date: ['Event Date'],
    source: ['Source Country'],
    target: ['Target Country'],
    cameo: ['CAMEO Code'],
    goldstein: ['Intensity'],
  },
  countries: 'names',
};
