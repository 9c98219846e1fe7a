import { z } from 'zod';
import {
  coderKinds,
  codingRules,
  confidences,
  saliences,
  sourceKinds,
} from '../results/vocabulary.ts';

/** Parts of catalog files that stand in several places. */

/** Messages of unions begin with `must be`, those of patterns with `expected`. */
export const id = z.string().regex(/^[a-z0-9]+(?:[-._][a-z0-9]+)*$/, {
  error:
    'expected a lower-case id such as "ladakh-2020" (letters, digits, single - . or _ between them)',
});

const writtenDate = z
  .string()
  .regex(/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/, {
    error: 'expected a date such as 2020, 2020-06 or 2020-06-15',
  });

/** A year alone is a number in YAML. */
const year = z.int().min(1000).max(9999).transform(String);

export const partialDate = z.union([writtenDate, year], {
  error: 'must be a date such as 2020, 2020-06 or 2020-06-15',
});

export const dateOrSpan = z
  .union(
    [
      writtenDate,
      year,
      z.strictObject({
        from: partialDate.describe('First day.'),
        to: partialDate.describe('Last day.'),
      }),
    ],
    { error: 'must be a date such as 2020-06-15, or a span {from: ..., to: ...}' },
  )
  .describe('A day, month or year, or a span `{from, to}`; both ends are included.');

export const text = z.string().trim().min(1, { error: 'must not be empty' });

export const sourceIds = z
  .array(id)
  .describe(
    'Ids from the catalog’s `sources`. A position without its own sources rests on those of its issue.',
  );

export const salienceSchema = z
  .enum(saliences)
  .describe('How much the issue matters to this country: low, medium, or high (of prime concern).');

export const confidenceSchema = z
  .enum(confidences)
  .describe(
    'How sure the coder is: high (stated by the government or a recorded vote), medium (reported, or inferred from an act), low (weak or single report). Left out means high.',
  );

export const countryName = text.describe(
  'A country by any name, ISO or COW code that `align list countries` knows.',
);

export const holderName = text.describe(
  'A country by any name, ISO or COW code that `align list countries` knows, or the id of one of the catalog’s `actors`.',
);

export const source = z
  .strictObject({
    title: text.describe('Title as printed.'),
    author: text.optional().describe('Author, family name first.'),
    publisher: text.optional().describe('Newspaper, institution or data set that published it.'),
    date: partialDate.optional().describe('Date of publication.'),
    url: z
      .url({ error: 'expected a full URL with http:// or https://', protocol: /^https?$/ })
      .optional()
      .describe('Where to read it, with http:// or https://.'),
    kind: z
      .enum(sourceKinds)
      .optional()
      .describe(
        'news, official (government or UN text), dataset, analysis, reference work, or knowledge (commonly known, no page read).',
      ),
    note: text.optional().describe('What to know before relying on it.'),
  })
  .describe('Something a position can be checked against.');

export const coder = z
  .strictObject({
    name: text.describe('Name of the person, or of the model with its version.'),
    kind: z.enum(coderKinds).describe('person, or model for a language model.'),
    note: text.optional().describe('How it coded: training, instructions, prompt.'),
  })
  .describe('One who codes positions.');

export const codingRule = z
  .enum(codingRules)
  .describe(
    'Which position counts where coders part: median (unless given), or adjudicated, the `stance` beside their codings.',
  );

const coding = z
  .strictObject({
    coder: id.describe('Id from the catalog’s `coders`.'),
    stance: text.describe('A label of the issue’s scale.'),
    confidence: confidenceSchema.optional(),
    date: partialDate.optional().describe('When it was coded.'),
    note: text.optional().describe('Why this stance.'),
    sources: sourceIds.optional(),
  })
  .describe('What one coder made of the position.');

const stanceShape = {
  from: partialDate.optional().describe('First day on which this stance was held.'),
  stance: text
    .optional()
    .describe('A label of the issue’s scale; beside `codings`, the one decided on.'),
  codings: z
    .array(coding)
    .min(1)
    .optional()
    .describe('What several coders made of the position, each once.'),
  salience: salienceSchema.optional(),
  confidence: confidenceSchema.optional(),
  note: text.optional().describe('What the country said or did, in your own words.'),
  sources: sourceIds.optional(),
};

/** A stance, which is written, or follows from codings. */
function stanceOf<Shape extends z.ZodRawShape>(shape: Shape) {
  return z
    .strictObject(shape)
    .refine((written) => 'stance' in written || 'codings' in written, {
      path: ['stance'],
      when: ({ value }) => value !== null && typeof value === 'object' && !Array.isArray(value),
    })
    .meta({ allOf: [{ anyOf: [{ required: ['stance'] }, { required: ['codings'] }] }] });
}

export const position = z
  .union(
    [
      text,
      stanceOf(stanceShape),
      z
        .array(
          stanceOf({
            ...stanceShape,
            from: partialDate.describe('First day on which this stance was held.'),
          }),
        )
        .min(1)
        .describe('A stance that changed: dated stances, oldest first.'),
    ],
    { error: 'must be a stance, a mapping with a stance, or a list of dated stances' },
  )
  .describe('A label of the scale, a stance with its evidence, or a list of dated stances.');

export const countryList = z.array(countryName);

export const sides = z.union([countryName, countryList.min(1)], {
  error: 'must be a country, or a list of countries',
});
