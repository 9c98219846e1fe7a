import type { EventLayout } from './layout.ts';

/**
 * Halterman, Andrew, Benjamin E. Bagozzi, Andreas Beger, Philip A. Schrodt and Grace I. Scarborough, PLOVER and
 * POLECAT, 2023; POLECAT Weekly Data, Harvard Dataverse, doi:10.7910/DVN/AJGVIT. It is coded in PLOVER and has
 * no CAMEO codes, and so no roots of them. Its intensity is on the scale of Goldstein, from -10 to 10, but is not
 * the weight that Goldstein gave. Files of several years differ in how they call it.
 */
export const polecat: EventLayout = {
  name: 'polecat',
  about: 'weekly tables of POLECAT, coded in PLOVER, with its own intensity for a weight',
  tabs: true,
  columns: {
    date: ['Event Date'],
    source: ['Actor Country'],
    target: ['Recipient Country'],
    goldstein: ['Intensity', 'Event Intensity'],
  },
  countries: 'iso3',
  nobody: ['None'],
};
