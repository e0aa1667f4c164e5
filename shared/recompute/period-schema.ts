import * as z from 'zod';
import { type Period, parsePeriod } from '../period/period.ts';

const FORM = /^(\d{4}|\d{4}-(0[1-9]|1[0-2])|\d{4}-Q[1-4]|FY\d{4}|AY\d{4})$/;

/** A period as text; parsed it is one. */
export const periodSchema = z
  .string()
  .regex(FORM, 'Write a month as 2024-10, a calendar year as 2023, a financial year as FY2024')
  .transform((text, context): Period => {
    const period = parsePeriod(text);
    if (period) return period;
    context.addIssue({ code: 'custom', message: `Not a period: ${text}` });
    return z.NEVER;
  })
  .meta({
    id: 'Period',
    description: 'A period: `2024-10`, `2023`, `2024-Q3`, `FY2024` (April 2024 to March 2025) or `AY2023`',
  });
