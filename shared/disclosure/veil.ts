import { inputsOf } from '../catalogue/derivation-inputs.ts';
import type { MetricDefinition } from '../catalogue/metric.ts';
import type { Dimensions } from '../facts/cell.ts';
import { addMonths, monthsBetween } from '../period/month.ts';
import { asMonth, type Period } from '../period/period.ts';
import { figureThing, ratingsThing, seriesName } from './shown-things.ts';

/** How a figure shows: as it is, in whole percent, or not at all. */
export type Showing = 'whole' | 'rounded' | 'withheld';

/** What a caller without small numbers is shown, derived figures included. */
export type Veil = {
  readonly figure: (metric: string, dimensions: Dimensions, period: Period) => Showing;
  readonly ratingsWithheld: (metric: string, dimensions: Dimensions) => boolean;
  /** True when a figure of the series, of whatever period, is not shown whole. */
  readonly touches: (metric: string, dimensions: Dimensions) => boolean;
};

const WINDOW = 12;

/**
 * Spreads what is withheld over what follows from it. A quotient, a difference and a residual of a withheld figure are
 * withheld; so is the 12-month mean of counts; a 12-month rate is shown in whole percent.
 */
export function veilOf(withheld: readonly string[], catalogue: readonly MetricDefinition[]): Veil {
  const things = new Set(withheld);
  const definitions = new Map(catalogue.map((definition) => [definition.id, definition]));
  const touched = touchedSeries(things, catalogue);

  const follows = (metric: string, dimensions: Dimensions, period: Period): boolean => {
    const derivation = definitions.get(metric)?.derivation;
    const hidden = (input: string, at: Period = period) => figure(input, dimensions, at) !== 'whole';
    switch (derivation?.kind) {
      case undefined:
        return false;
      case 'quotient':
        return hidden(derivation.numerator) || hidden(derivation.denominator);
      case 'difference':
        return hidden(derivation.minuend) || hidden(derivation.subtrahend);
      case 'residual': {
        const month = asMonth(period);
        const before = month !== undefined && hidden(derivation.stock, addMonths(month, -1));
        return (
          before ||
          [derivation.stock, ...derivation.inflows, ...derivation.outflows].some((input) => hidden(input))
        );
      }
      case 'rolling-12': {
        const month = asMonth(period);
        const months = month === undefined ? [] : monthsBetween(addMonths(month, 1 - WINDOW), month);
        return months.some((each) => hidden(derivation.of, each));
      }
    }
  };

  const figure = (metric: string, dimensions: Dimensions, period: Period): Showing => {
    const series = seriesName(metric, dimensions);
    if (!touched.has(series)) return 'whole';
    if (things.has(figureThing(series, period))) return 'withheld';
    if (!follows(metric, dimensions, period)) return 'whole';
    const definition = definitions.get(metric);
    return definition?.derivation?.kind === 'rolling-12' && definition.unit === 'ratio'
      ? 'rounded'
      : 'withheld';
  };

  return {
    figure,
    ratingsWithheld: (metric, dimensions) => things.has(ratingsThing(seriesName(metric, dimensions))),
    touches: (metric, dimensions) => touched.has(seriesName(metric, dimensions)),
  };
}

/** The names of all series of which something is withheld, and of those that follow from them. */
function touchedSeries(
  things: ReadonlySet<string>,
  catalogue: readonly MetricDefinition[],
): ReadonlySet<string> {
  const touched = new Set<string>();
  for (const thing of things) {
    const [kind = '', name = ''] = [thing.slice(0, thing.indexOf(':')), thing.slice(thing.indexOf(':') + 1)];
    if (kind === 'figure') touched.add(name.slice(0, name.lastIndexOf('|')));
  }
  const splits = new Set([...touched].map((name) => name.slice(name.indexOf('|'))));
  for (let before = -1; before < touched.size; ) {
    before = touched.size;
    for (const { id, derivation } of catalogue) {
      const inputs = derivation ? inputsOf(derivation) : [];
      for (const split of splits)
        if (inputs.some((input) => touched.has(`${input}${split}`))) touched.add(`${id}${split}`);
    }
  }
  return touched;
}
