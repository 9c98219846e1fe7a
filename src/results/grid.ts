import { z } from 'zod';
import { kind, number, object, type Part, type Result, side, text } from './parts.ts';

const cell = object({
  position: text
    .nullable()
    .describe('Label of the scale, or absent; null where no position is known.'),
  value: number.describe('Its place on the scale, from -1 to 1; null without a position.'),
});
export type GridCell = Part<typeof cell>;

const row = object({
  issue: text,
  title: text,
  topics: z.array(text),
  date: text,
  scale: text,
  catalog: text,
  differ: z.boolean().describe('Whether two of the countries hold different positions.'),
  cells: z.array(cell).describe('Parallel to the countries.'),
});
export type GridRow = Part<typeof row>;

export const grid = kind('grid', {
  countries: z.array(side).describe('In the order named, else those with most positions first.'),
  issues: z.array(row).describe('By date, then id.'),
});
export type GridResult = Result<typeof grid>;
