import type { MetricDefinition } from '../../catalogue/metric.ts';
import { FINEST_STEP, rounded, roundingStep, WITHHELD } from '../../disclosure/policy.ts';
import type { Showing } from '../../disclosure/veil.ts';

type Figure = {
  readonly value: number | null;
  readonly status?: string | undefined;
  readonly numerator?: number | undefined;
  readonly denominator?: number | undefined;
};

/** What a caller without small numbers is shown of a figure: its value and, where it is none, why. */
export function protectedFigure(
  figure: Figure,
  showing: Showing,
  { derivation }: Pick<MetricDefinition, 'derivation'>,
): { readonly value: number | null; readonly status?: string; readonly changed: boolean } {
  const { value, status, denominator } = figure;
  const same = { value, ...(status !== undefined && { status }), changed: false };
  // What was published stands in as published; a reason that a file wrote in place of a count tells none.
  if (showing === 'whole' || status === 'published') return same;
  if (value === null) return derivation === undefined || status === 'too-few-months' ? same : hidden;
  if (showing === 'withheld') return hidden;
  const step = denominator === undefined ? FINEST_STEP : roundingStep(denominator);
  if (step === undefined) return hidden;
  return { value: rounded(value, step), ...(status !== undefined && { status }), changed: true };
}

const hidden = { value: null, status: WITHHELD, changed: true };
