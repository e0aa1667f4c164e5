import { comparePeriods, type Period } from '../../shared/period/period.ts';
import type { SeriesView } from '../../shared/recompute/views.ts';
import type { ChartRow } from '../chart/rows.ts';
import { html } from '../dom/element.ts';
import { figureOr, periodText } from '../words/figure.ts';

const KINDS = {
  mitigated: 'with the planned measures',
  unmitigated: 'without measures',
  budget: 'budget',
  limit: 'limit',
  target: 'target',
} as const;

/** Plan figures for months that the chart does not reach: nothing is drawn between them that nobody published. */
export function laterPlans({ plans, unit }: SeriesView, rows: readonly ChartRow[]): HTMLElement | null {
  const end: Period | undefined = rows.at(-1)?.month;
  const later = plans
    .flatMap(({ trajectory, kind, points }) => points.map((point) => ({ trajectory, kind, ...point })))
    .filter(({ period }) => end !== undefined && comparePeriods(period, end) > 0)
    .toSorted((a, b) => comparePeriods(a.period, b.period) || (a.value ?? 0) - (b.value ?? 0));
  if (later.length === 0) return null;
  return html(
    'div',
    { class: 'later-plans fine' },
    html('p', {}, 'Plans and forecasts of the council for later:'),
    html(
      'ul',
      {},
      later.map(({ period, value, kind, trajectory }) =>
        html('li', {}, `${periodText(period)}: ${figureOr(value, unit)} ${KINDS[kind]} (${trajectory})`),
      ),
    ),
  );
}
