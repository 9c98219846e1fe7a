import { z } from 'zod';
import {
  coordinationDepths,
  countryCodings,
  eventEngines,
  eventLayouts,
} from '../results/vocabulary.ts';
import { pathBelow } from './event-from.ts';
import { issueSchema } from './schema-issue.ts';
import {
  coder,
  codingRule,
  confidenceSchema,
  countryList,
  countryName,
  dateOrSpan,
  id,
  partialDate,
  sides,
  source,
  sourceIds,
  text,
} from './schema-parts.ts';

/** The shape of a catalog file. `align schema catalog` prints it as JSON Schema. */

const interaction = z
  .strictObject({
    id: id.describe('Id of the event, unique among the catalogs loaded.'),
    title: text.describe('What happened, in a few words.'),
    date: dateOrSpan,
    between: countryList
      .min(2)
      .optional()
      .describe('The countries of a mutual event; every pair among them.'),
    actor: sides.optional().describe('Who acted, where one side did.'),
    target: sides.optional().describe('Towards whom.'),
    cameo: z
      .string({ error: 'must be a CAMEO code in quotes, such as "062"' })
      .regex(/^\d{2,4}$/, {
        error: 'expected a CAMEO code of 2 to 4 digits in quotes, such as "062"',
      })
      .describe('CAMEO event code in quotes, such as "062" for joint exercises.'),
    depth: z
      .enum(['unilateral', ...coordinationDepths])
      .optional()
      .describe('How closely the two acted, where that can be said.'),
    confidence: confidenceSchema.optional(),
    note: text.optional().describe('What to know of it.'),
    sources: sourceIds.optional(),
  })
  .describe(
    'An event between countries, CAMEO-coded: `between` for a mutual one, `actor` and `target` for a directed one.',
  );

const datedMember = z.record(
  countryName,
  z.strictObject({
    from: partialDate.optional().describe('First day of membership; left out, it always belonged.'),
    to: partialDate.optional().describe('Last day of membership; left out, it still belongs.'),
  }),
);

const members = z
  .array(
    z.union([countryName, datedMember], {
      error: 'must be a country, or a mapping of one to {from: ..., to: ...}',
    }),
  )
  .min(1)
  .describe(
    'The countries that belong to it, those that came or went with their days; whoever belongs at the end of the period asked for is meant.',
  );

const group = z.union(
  [
    members,
    z.strictObject({
      title: text.optional().describe('Name of the bloc, its id unless given.'),
      members,
      note: text.optional().describe('Since when, or who is left out.'),
      sources: sourceIds.optional(),
    }),
  ],
  { error: 'must be a list of countries, or a mapping with `members`' },
);

const actor = z.union(
  [
    text,
    z.strictObject({
      title: text.describe('Its name.'),
      note: text.optional().describe('Who it is, or how its positions were found.'),
      sources: sourceIds.optional(),
    }),
  ],
  { error: 'must be a name, or a mapping with `title`' },
);

const labels = z
  .array(text)
  .min(2)
  .describe('Labels from against to for, equally spaced on [-1, 1].');

const scale = z.union(
  [
    labels,
    z.strictObject({
      labels,
      neutral: text
        .optional()
        .describe(
          'The label that takes no side, or none if the scale has no sides. Left out: the middle one of an odd number of labels; of an even number the halves are the sides.',
        ),
      description: text.optional().describe('What the steps mean.'),
    }),
  ],
  { error: 'must be a list of labels, or a mapping with `labels`' },
);

const eventSource = z
  .strictObject({
    id: id.describe('Id of the source of events.'),
    title: text.describe('Name of the data set, and which edition or part of it.'),
    engine: z
      .enum(eventEngines)
      .describe(
        'What adds the events up: duckdb (files beside this one) or clickhouse (a server).',
      ),
    from: text.describe(
      'For duckdb a path in the folder of this file or below it, with `*` and `?` as in file names; for clickhouse `https://host:port/database/table`.',
    ),
    layout: z
      .enum(eventLayouts)
      .describe('How the table is written: that of a data set, or table, with `columns`.'),
    columns: z
      .strictObject({
        date: text.optional().describe('Day of the event.'),
        source: text.optional().describe('Country that acted.'),
        target: text.optional().describe('Country towards which it acted.'),
        cameo: text.optional().describe('CAMEO event code.'),
        goldstein: text
          .optional()
          .describe('Goldstein weight; without it, that of the CAMEO code.'),
      })
      .optional()
      .describe('Names of columns, where they are not those of the layout.'),
    countries: z
      .enum(countryCodings)
      .optional()
      .describe(
        'What countries go by, where it is not as in the layout: cameo (country codes of CAMEO), iso3, cow (numbers or abbreviations), or names.',
      ),
    sources: sourceIds.optional(),
    license: text.optional().describe('Licence of the data set.'),
  })
  .describe('Events between countries that are too many to be listed: machine-coded data sets.');

export const catalogSchema = z
  .strictObject({
    catalog: id.describe('Id of the catalog, unique among those loaded.'),
    title: text.describe('A short name of the catalog.'),
    short: text.optional().describe('A word or two for narrow tables, its id unless given.'),
    version: text.optional().describe('Version of the content, 0.0.0 unless given.'),
    description: text.optional().describe('What the catalog covers.'),
    coding: text
      .optional()
      .describe(
        'Coding rules: how a stance was coded, what neutral means, what was left out and why.',
      ),
    coders: z.record(id, coder).optional().describe('Who coded positions: ids and names.'),
    codingRule: codingRule.optional(),
    license: text.optional().describe('Licence of the catalog’s content.'),
    sources: z
      .record(id, source)
      .optional()
      .describe('What the positions rest on: ids and bibliographic data.'),
    topics: z.record(id, text).optional().describe('Topic ids and their titles.'),
    scales: z
      .record(id, scale)
      .optional()
      .describe(
        'Scales of this catalog: ordered labels, from against to for, equally spaced on [-1, 1].',
      ),
    actors: z
      .record(id, actor)
      .optional()
      .describe(
        'Takers of positions that are no states, such as organisations, parties, newsrooms or oneself: ids and names. They hold positions under their id.',
      ),
    groups: z.record(id, group).optional().describe('Blocs: ids and their members.'),
    issues: z.array(issueSchema).optional().describe('What countries take positions on.'),
    interactions: z.array(interaction).optional().describe('Events between countries.'),
    rollCalls: z
      .array(
        z.strictObject({
          id: id.describe('Id of the record.'),
          body: text.describe('UNGA, UNSC or another body that votes.'),
          file: text
            .regex(pathBelow, { error: 'must not lead outside the folder of its catalog' })
            .describe('Roll-call CSV in the folder of this file, or below it.'),
          sources: sourceIds.optional(),
        }),
      )
      .optional()
      .describe('Roll-call records too large for YAML, as CSV files beside this one.'),
    events: z
      .array(eventSource)
      .optional()
      .describe('Machine-coded events, added up by DuckDB or ClickHouse.'),
  })
  .meta({
    title: 'align catalog',
    description: 'Issues with per-country positions, and the evidence for them.',
  });

export type CatalogFile = z.infer<typeof catalogSchema>;
