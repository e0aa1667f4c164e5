import type { AlertState } from '../alerting/alert.ts';
import type { RatingChange } from './rating-change.ts';
import type { KeptForecasts } from './series-forecast.ts';
import type { RatingItem } from './views.ts';

/** What a run goes on from: what the run before it kept. Before the first there is no alert and no forecast. */
export type Earlier = {
  readonly alerts: readonly AlertState[];
  readonly forecasts: KeptForecasts;
  /** Absent before the first run, and where that kept no changes yet: they are then told anew from the figures. */
  readonly answers?: EarlierAnswers;
};

/** The three answers as they stood, and every change of them until then. */
export type EarlierAnswers = {
  readonly items: readonly RatingItem[];
  readonly changes: readonly RatingChange[];
};
