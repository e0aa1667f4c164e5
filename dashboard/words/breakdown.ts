import { groups } from '../../shared/catalogue/breakdowns/groups.ts';
import { schoolTypes } from '../../shared/catalogue/breakdowns/school-types.ts';
import { sexes } from '../../shared/catalogue/breakdowns/sexes.ts';
import { yearOf } from './figure.ts';

const NAMES = new Map([...groups, ...schoolTypes, ...sexes].map(({ id, name }) => [id, name]));

type Broken = Parameters<typeof yearOf>[0];

/** Whether a series is of a whole: of all pupils, or of one financial year. */
export function isWhole({ dimensions }: Broken): boolean {
  return Object.keys(dimensions).every((name) => name === 'financialYear');
}

/** Of whom a series is, such as `Disadvantaged, girls` or `2024/25`; empty for a whole. */
export function breakdownText(series: Broken): string {
  const parts = Object.entries(series.dimensions).map(([name, value]) =>
    name === 'financialYear' ? (yearOf(series) ?? value) : (NAMES.get(value) ?? value),
  );
  return parts.map((part, at) => (at === 0 ? part : part.charAt(0).toLowerCase() + part.slice(1))).join(', ');
}

/** The name of a measure with of whom it is. */
export function titleText(series: Broken & { readonly name: string }): string {
  const of = breakdownText(series);
  return of === '' ? series.name : `${series.name}: ${of}`;
}
