import { gapText } from '../../shared/rating/figure-text.ts';
import type { ForecastView } from '../../shared/recompute/forecast-view.ts';
import type { SeriesView } from '../../shared/recompute/views.ts';
import { html } from '../dom/element.ts';
import { forecastText } from '../words/figure.ts';
import { section } from './section.ts';
import { type Column, NOTHING, table } from './table.ts';

type Row = {
  readonly horizon: number;
  readonly origins: number;
  readonly mae: number;
  readonly coverage80: number | null;
  /** Its error as a multiple of that of repeating the year before, where known. */
  readonly mase?: number | null;
};

/** How far forecasts of this measure have been off, or why that cannot be told; nothing without a forecast. */
export function accuracy({ forecast, unit }: SeriesView): readonly HTMLElement[] {
  if (!forecast) return [];
  return [
    section('accuracy', 'How good such forecasts have been', tried(forecast, unit), given(forecast, unit)),
  ];
}

function tried({ backtest, backtestNote }: ForecastView, unit: SeriesView['unit']): HTMLElement {
  return backtest.length === 0
    ? html('p', {}, backtestNote ?? 'It has not been tried on the figures so far.')
    : table(
        'Tried on the figures so far: what would have been forecast then, against what came',
        columns(
          unit,
          backtest.some(({ mase }) => mase !== null),
        ),
        backtest,
        'table-accuracy table-cards',
      );
}

function given({ record }: ForecastView, unit: SeriesView['unit']): HTMLElement {
  return record.length === 0
    ? html(
        'p',
        { class: 'fine' },
        'None of the forecasts that were really given can be held against a figure yet.',
      )
    : table(
        'Forecasts that were really given',
        columns(unit),
        record.map(({ forecasts, ...row }) => ({ ...row, origins: forecasts })),
        'table-accuracy table-cards',
      );
}

/** How far off: of shares in percentage points, for a percentage of a percentage misleads. */
function errorText(error: number, unit: SeriesView['unit']): string {
  return unit === 'ratio' ? gapText(error, unit) : forecastText(error, unit);
}

function columns(unit: SeriesView['unit'], compared = false): readonly Column<Row>[] {
  return [
    {
      heading: 'Months ahead',
      kind: 'row',
      cell: ({ horizon }) => `${horizon} month${horizon === 1 ? '' : 's'} ahead`,
    },
    { heading: 'Off by, on average', kind: 'number', cell: ({ mae }) => errorText(mae, unit) },
    ...(compared
      ? [
          {
            heading: 'Beside repeating last year’s figure',
            kind: 'number' as const,
            cell: ({ mase }: Row) => (mase == null ? NOTHING : `${Math.round(100 * mase)}% of that error`),
          },
        ]
      : []),
    {
      heading: 'Inside the “4 in 5” range',
      kind: 'number',
      // Counted, not in percent: all of three is not “over 99%”.
      cell: ({ coverage80, origins }) =>
        coverage80 === null ? NOTHING : `${Math.round(coverage80 * origins)} of ${origins}`,
    },
  ];
}
