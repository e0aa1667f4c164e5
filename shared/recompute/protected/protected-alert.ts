import type { AlertState } from '../../alerting/alert.ts';
import type { MetricDefinition } from '../../catalogue/metric.ts';
import type { Veil } from '../../disclosure/veil.ts';
import type { Dimensions } from '../../facts/cell.ts';
import { tells } from './protected-series.ts';
import { withheldReason } from './withheld-text.ts';

/** The series that an alert speaks of, and by which rule. */
export type AlertSubject = {
  readonly definition: MetricDefinition;
  readonly dimensions: Dimensions;
  readonly rule: 'plan' | 'limit' | 'interventions';
  /** Its chances rest on withheld figures. */
  readonly forecastWithheld: boolean;
  /** The rule still breaks by what callers without small numbers are shown. */
  readonly breaks: boolean;
};

/**
 * An alert as a caller without small numbers sees it: undefined where the ratings of its series are withheld or only a
 * withheld chance gives it, without figures where its own is, or where nobody says any more what it was about.
 */
export function protectedAlert(
  alert: AlertState,
  subject: AlertSubject | undefined,
  veil: Veil,
): AlertState | undefined {
  const { metric, period } = alert;
  if (metric === null) return alert;
  if (!subject) return withoutFigures(alert, metric);
  const { definition, dimensions, rule, forecastWithheld, breaks } = subject;
  if (veil.ratingsWithheld(metric, dimensions)) return undefined;
  const chance = rule === 'limit' && (forecastWithheld || veil.touches(metric, dimensions));
  // That it is there at all would tell how likely a withheld forecast takes it.
  if (chance && !breaks) return undefined;
  // It speaks of a year of figures, not only of the last.
  const shown =
    rule === 'interventions'
      ? !veil.touches(metric, dimensions)
      : period === null || veil.figure(metric, dimensions, period) === 'whole';
  // An earlier figure of it may be withheld where the present one is not.
  const history = alert.history.map((transition) =>
    chance || (transition.period !== null && veil.figure(metric, dimensions, transition.period) !== 'whole')
      ? { ...transition, value: null, reason: null }
      : transition,
  );
  if (shown && !chance) {
    const reasons = alert.reasons.map((reason) =>
      tells(veil, { metric, dimensions }, period, false, reason.rule)
        ? withheldReason(definition.shortName, period, reason)
        : reason,
    );
    const same = reasons[0] === alert.reasons[0];
    return { ...alert, reasons, history, ...(!same && { value: null, bound: null }) };
  }
  return withoutFigures(alert, definition.shortName);
}

function withoutFigures(alert: AlertState, name: string): AlertState {
  return {
    ...alert,
    title: alert.rating === null ? name : `${name}: ${alert.rating}`,
    reasons: alert.reasons.map((reason) => withheldReason(name, alert.period, reason)),
    value: null,
    bound: null,
    history: alert.history.map((transition) => ({ ...transition, value: null, reason: null })),
  };
}
