import { stageOf } from '../../shared/catalogue/outcomes/stages.ts';
import { outcomeText } from '../../shared/outcomes/outcome-text.ts';
import type { SeriesView } from '../../shared/recompute/views.ts';
import { figureOr } from './figure.ts';

type Measured = Pick<SeriesView, 'metric' | 'unit'>;

/** A figure of a measure: results of schools as they are published (`38%`), any other as councils write it (`5.75%`). */
export function seriesFigure({ metric, unit }: Measured, value: number | null | undefined): string {
  return value == null || !stageOf(metric) ? figureOr(value, unit) : outcomeText(value, unit);
}
