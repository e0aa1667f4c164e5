import type { Veil } from '../disclosure/veil.ts';
import { dimensionsId } from '../facts/cell.ts';
import type { AreaSeries } from './figures.ts';
import { rollingForecast } from './rolling-forecast.ts';
import {
  type ForecastRequest,
  type KeptForecasts,
  type SeriesForecast,
  seriesForecast,
} from './series-forecast.ts';
import type { Route } from './through/route.ts';

/** A forecast, and what failed on our side, if anything did. */
export type Attempt = { readonly made: SeriesForecast; readonly fault: string | null };

/** The forecast of a rolling form follows from that of its monthly series, which the catalogue lists before it. */
export function rolled(
  { definition, series }: AreaSeries,
  all: readonly AreaSeries[],
  made: ReadonlyMap<string, SeriesForecast>,
): Attempt | undefined {
  if (definition.derivation?.kind !== 'rolling-12') return undefined;
  const { of } = definition.derivation;
  const dimensions = dimensionsId(series.dimensions);
  const monthly = all.find(
    (each) => each.series.metric === of && dimensionsId(each.series.dimensions) === dimensions,
  );
  const forecast = made.get(`${of}|${dimensions}`);
  const found = monthly && forecast && rollingForecast(monthly.series.points, forecast);
  return found && { made: found, fault: null };
}

/** A fault of the engine costs one series its forecast, never the council its ratings and alerts. */
export function attempted(request: ForecastRequest, before: SeriesForecast | undefined): Attempt {
  try {
    return { made: seriesForecast(request, before), fault: null };
  } catch (error) {
    const note = 'There is no forecast: it failed on our side, and we have been told.';
    return {
      made: { inputHash: '', forecast: null, note, passing: null, rollingBacktest: [] },
      fault: `${request.id}: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
}

/** Whether the usual forecast of a series rests on withheld figures of others while its own are all shown. */
export function restsOnWithheld({ series }: AreaSeries, route: Route | undefined, veil: Veil): boolean {
  if (!route || veil.touches(series.metric, series.dimensions)) return false;
  return [...route.needs, ...route.uses].some((metric) => veil.touches(metric, {}));
}

/** The forecast of a series from its own figures alone. */
export function ownForecast(
  { through: _, ...asked }: ForecastRequest,
  forecasts: KeptForecasts,
): SeriesForecast {
  return attempted(asked, forecasts[ownId(asked.id)]).made;
}

/** Under which the forecast of a series from its own figures alone is kept. */
export function ownId(id: string): string {
  return `${id}#own`;
}
