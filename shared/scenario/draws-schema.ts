import * as z from 'zod';

/** How many courses are drawn, and from which seed: the same seed draws the same. */
export const draws = {
  seed: z
    .int()
    .min(0)
    .max(2 ** 31)
    .default(1),
  paths: z.int().min(100).max(10_000).default(1000),
};
