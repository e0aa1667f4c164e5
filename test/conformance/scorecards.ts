import { join } from 'node:path';
import { scorecardSchema } from '../../shared/recompute/outcomes/scorecard-view.ts';
import { doors } from '../api/ask.ts';
import { sampleCouncil } from '../recompute/sample-council.ts';
import type { Check } from './check.ts';
import { handBeside } from './independent/beside.ts';
import { handLait } from './independent/lait.ts';
import { handPlaces } from './independent/places.ts';

const STAGES = ['early-years', 'ks1', 'ks2', 'ks4', 'absence'];
const DAY = '2025-01-09';
const SHOWN = 20;
/** The samples leave out the binary noise of the tool's workbook. */
const NOISE = 1e-6;

/**
 * Every cell of every scorecard of the sample council, as the API answers it, against the export of the Interactive Tool
 * read by hand: council, region, England, the mean of the neighbours, and the gaps between them. And the other way
 * round: no figure of the council in the export is missing.
 */
export async function* scorecardCells(folder: string): AsyncGenerator<Check> {
  const places = handPlaces(folder);
  const hand = handLait(join(folder, 'lait/wiltshire-and-neighbours.csv'), places);
  const beside = handBeside(hand.figures, folder, places);
  const { drops, blocks, elsewhere = [] } = await sampleCouncil();
  const { ask } = doors({ drops, blocks: [...blocks, ...elsewhere] });
  const shown = new Set<string>();
  for (const stage of STAGES) {
    const differences: string[] = [];
    let cells = 0;
    const latest = scorecardSchema.parse((await ask('GET', `/scorecards/${stage}?asOf=${DAY}`)).body);
    for (const year of latest.years) {
      const { body } = await ask('GET', `/scorecards/${stage}?year=${year}&asOf=${DAY}`);
      for (const { metric, dimensions, unit, gaps, ...row } of scorecardSchema.parse(body).rows) {
        const group = dimensions['group'] ?? '';
        const expected = beside(metric, group, year);
        const name = `${year} ${metric} ${group}`;
        if (row.council.value !== null) shown.add(name);
        const gapTo = (other: number | null) =>
          expected.council === null || other === null ? null : expected.council - other;
        const pairs = [
          ['council', row.council.value, expected.council],
          ['region', row.region.value, expected.region],
          ['England', row.national.value, expected.national],
          ['neighbours', row.neighbours.value, expected.neighbours],
          ['number of neighbours', row.neighbours.n, expected.n],
          ['gap to the region', gaps.region?.difference ?? null, gapTo(expected.region)],
          ['gap to England', gaps.national?.difference ?? null, gapTo(expected.national)],
          ['gap to neighbours', gaps.neighbours?.difference ?? null, gapTo(expected.neighbours)],
          ...(unit === 'ratio'
            ? ([['points', percentOf(gaps.national), times100(gapTo(expected.national))]] as const)
            : []),
        ] as const;
        for (const [what, found, wanted] of pairs) {
          cells += 1;
          if (!isEqual(found, wanted)) differences.push(`  ${name}, ${what}: ${found}, by hand ${wanted}`);
        }
      }
    }
    yield {
      right: differences.length === 0 && cells > 0,
      line: `${stage}: ${latest.years.length} years, ${cells} cells compared, ${cells - differences.length} equal`,
    };
    for (const line of differences.slice(0, SHOWN)) yield { right: false, line };
  }
  const council = places.council('865');
  const missing = hand.figures
    .filter(({ place, value, metric }) => place === council && value !== null && !metric.startsWith('sen2.'))
    .map(({ period, metric, group = '' }) => `${period} ${metric} ${group}`)
    .filter((name) => !shown.has(name));
  yield {
    right: missing.length === 0,
    line: `figures of the council in the export: ${shown.size} on scorecards, ${missing.length} missing`,
  };
  for (const name of missing.slice(0, SHOWN)) yield { right: false, line: `  ${name}` };
}

function percentOf(gap: { readonly percentagePoints: number | null } | null): number | null {
  return gap?.percentagePoints ?? null;
}

function times100(value: number | null): number | null {
  return value === null ? null : value * 100;
}

function isEqual(a: number | null, b: number | null): boolean {
  return a === null || b === null ? a === b : Math.abs(a - b) < NOISE;
}
