import type { Period } from '../period/period.ts';

/** A school year as people write it: `AY2023` is `2023/24`. Of what is none, the period itself. */
export function schoolYearText(period: Period): string {
  const year = /^AY(\d{4})$/.exec(period)?.[1];
  return year === undefined ? period : `${year}/${String((Number(year) + 1) % 100).padStart(2, '0')}`;
}
