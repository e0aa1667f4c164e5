import { metrics } from '../../shared/catalogue/metrics.ts';
import type { CellBlock } from '../../shared/facts/cell.ts';
import type { Drop } from '../../shared/facts/drop.ts';
import { addMonths, monthAt } from '../../shared/period/month.ts';
import { dataQuality } from '../../shared/quality/data-quality.ts';
import type { Finding } from '../../shared/quality/finding.ts';
import { actual, blockOf, dropOf } from '../facts/make.ts';

const now = new Date('2025-01-09T10:00:00.000Z');

/** What each month's file says, by metric; the first month is January 2022. */
export type Months = readonly Readonly<Record<string, number>>[];

export const monthOf = (index: number) => addMonths(monthAt(2022 * 12), index);

/** The council's monthly files as drops and cells: each is known a month after the one before. */
export function files(months: Months): { drops: Drop[]; blocks: CellBlock[] } {
  const all = months.map((figures, index) => {
    const drop = dropOf({
      key: `E06000054/send-monthly/${monthOf(index)}.csv`,
      knownAt: `${monthOf(index + 1)}-08T00:00:00.000Z`,
    });
    const blocks = Object.entries(figures).map(([metric, value]) =>
      blockOf(drop, actual(metric), { [monthOf(index)]: value }),
    );
    return { drop, blocks };
  });
  return { drops: all.map(({ drop }) => drop), blocks: all.flatMap(({ blocks }) => blocks) };
}

/** What the checks say of such files. */
export function findings(months: Months): readonly Finding[] {
  const { drops, blocks } = files(months);
  return dataQuality('E06000054', { drops, blocks }, metrics, now);
}

/** A council of about so many plans whose files are right: plans grow by their flows, counts are Poisson-like, placements drift. */
export function cleanCouncil(random: () => number, length: number, scale: number): Record<string, number>[] {
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const count = (mean: number) => Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
  let active = Math.round(scale);
  let placed = Math.round(scale * 0.06);
  return Array.from({ length }, () => {
    const created = count(scale * 0.014);
    const moved = count(scale * 0.001);
    const ceased = count(scale * 0.005);
    // Recording is never exact: up to two in a thousand plans a month are told late.
    active += created + moved - ceased + Math.round(normal() * scale * 0.0007);
    placed = Math.max(0, placed + Math.round(normal() * Math.sqrt(placed) * 0.5));
    return {
      ...{ 'ehcp.active': active, 'ehcp.new-plans': created, 'ehcp.transferred-in': moved },
      ...{ 'ehcp.ceased': ceased, 'ehcp.requests': count(scale * 0.016), 'inmss.placed': placed },
    };
  });
}
