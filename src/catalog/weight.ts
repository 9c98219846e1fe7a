import { z } from 'zod';

/** Wide enough for any judgement, and narrow enough that sums of products lose nothing. */
export const weightSchema = z
  .number()
  .min(1e-6, {
    error: 'must be from 0.000001 to 1000000; leave an issue out instead of giving it no weight',
  })
  .max(1e6, { error: 'must be from 0.000001 to 1000000' });
