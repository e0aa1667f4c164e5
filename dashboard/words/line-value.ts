import type { Unit } from '../../shared/catalogue/metric.ts';
import { forecastText } from './figure.ts';
import { poundsText } from './money.ts';

/** A figure of a scenario: pounds as people say them, plans whole. */
export function lineValueText(value: number, unit: Unit): string {
  return unit === 'gbp' ? poundsText(value) : forecastText(value, unit);
}
