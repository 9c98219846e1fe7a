import type { Layout } from './layout.ts';
import { voetenDetails, voetenOn, voetenSource, voetenSubjects } from './voeten.ts';

/** The tables of the R package `unvotes`, in files as the package or as TidyTuesday names them. */
export const unvotes: Layout = {
  name: 'unvotes',
  about: 'tables of the R package unvotes, or of TidyTuesday',
  origin: {
    title: 'Roll calls of the United Nations General Assembly (unvotes)',
    source: voetenSource,
    license: 'CC0-1.0',
    licenseNote:
      'The data are CC0, by way of the R package unvotes; cite Bailey, Strezhnev and Voeten (2017) in research.',
  },
  body: 'UNGA',
  rows: 'votes',
  columns: { roll_call: ['rcid'], name: ['country'], code: ['country_code'], vote: ['vote'] },
  needs: ['roll_call', 'name', 'code', 'vote'],
  lacks: ['date'],
  codes: 'words',
  countries: 'names',
  states: ['name', 'code'],
  // The package has one name for each COW number, whatever the year.
  ownNames: new Map([['Federal Republic of Germany', 'cow:260']]),
  byYear: false,
  subjectTitles: voetenSubjects,
  on: voetenOn,
  missing: ['NA'],
  shortSymbols: true,
  printedTitles: true,
  companions: {
    votes: ['un_votes', 'unvotes'],
    rollCalls: { files: ['un_roll_calls', 'roll_calls'], columns: voetenDetails },
    subjects: {
      files: ['un_roll_call_issues', 'issues'],
      columns: { roll_call: ['rcid'], short: ['short_name'], title: ['issue'] },
    },
  },
};
