import type { Layout } from './layout.ts';
import { assemblyOrigin, libraryNames } from './un-library.ts';

/** Pages of the Digital Library as scrapers write them: a row per resolution and a column per country. */
export const unScraped: Layout = {
  name: 'un-library',
  about: 'pages of the UN Digital Library as scraped, a column per country',
  origin: {
    ...assemblyOrigin,
    title: 'Roll calls of the United Nations (UN Digital Library)',
  },
  body: 'UNGA',
  rows: 'roll-calls',
  columns: {
    roll_call: ['token', 'link', 'un digital library link'],
    resolution: ['resolution'],
    date: ['date'],
    title: ['title'],
    subjects: ['tags', 'topic tags'],
    body: ['council'],
    total_yes: ['yes count', 'yes'],
    total_no: ['no count', 'no'],
    // One of them calls the abstentions absent.
    total_abstentions: ['abstain count', 'absent count', 'abstain'],
    total_non_voting: ['no-vote count', 'no vote'],
  },
  needs: ['resolution', 'date', 'title', 'roll_call', 'total_yes', 'total_no'],
  unread: [
    'id',
    'link',
    'token',
    'scrape_year',
    'country',
    'subregion',
    'continent',
    'total votes',
    'un digital library link',
  ],
  codes: 'mixed',
  ownNames: libraryNames,
  byYear: true,
};
