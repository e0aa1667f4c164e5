import type { EvidenceSeries } from './evidence.ts';
import type { AccuracyRow } from './report-schema.ts';

const HORIZONS = [3, 12];

/**
 * How far forecasts of a series have been off, three and twelve months ahead: of those that were really given, and
 * until there are any, of what would have been forecast from the figures as they stood.
 */
export function forecastAccuracy({ view, shortName }: EvidenceSeries): readonly AccuracyRow[] {
  const { forecast, metric, unit } = view;
  if (!forecast) return [];
  const about = { metric, name: shortName, unit };
  return HORIZONS.flatMap((horizon): readonly AccuracyRow[] => {
    const given = forecast.record.find((row) => row.horizon === horizon);
    if (given) {
      const { forecasts, mae, coverage80 } = given;
      return [{ ...about, basis: 'given', horizon, forecasts, mae, coverage80 }];
    }
    const tried = forecast.backtest.find((row) => row.horizon === horizon);
    if (!tried) return [];
    const { origins: forecasts, mae, coverage80 } = tried;
    return [{ ...about, basis: 'tried', horizon, forecasts, mae, coverage80 }];
  });
}
