import * as z from 'zod';
import { type Month, parseMonth } from '../period/month.ts';

/** A month as a scenario names it, `2025-04`. */
export const monthSchema = z
  .string()
  .transform((text, context): Month => {
    const month = parseMonth(text);
    if (month) return month;
    context.addIssue({ code: 'custom', message: 'Write a month as 2025-04' });
    return z.NEVER;
  })
  .meta({ description: 'Month, `2025-04`' });
