import type { Scorecard } from '../../../shared/recompute/outcomes/scorecard-view.ts';
import { yearText } from '../../words/outcomes.ts';
import { csvLink } from '../csv-link.ts';

/** The rows of a scorecard as a file to be taken along. */
export function scorecardCsv({ stage, year, name, region, rows }: Scorecard): HTMLElement {
  return csvLink(`scorecard-${stage}`, [
    [
      ...['result', 'pupils', 'school year', 'unit', name, 'status', 'number', 'of', region, 'England'],
      ...['similar councils', 'gap to England', 'rating'],
    ],
    ...rows.map(({ metric, of, unit, council, national, neighbours, gaps, rating, ...row }) => [
      ...[metric, of, year === null ? null : yearText(year), unit],
      ...[council.value, council.status, council.numerator, council.denominator],
      ...[row.region.value, national.value, neighbours.value, gaps.national?.difference ?? null, rating],
    ]),
  ]);
}
