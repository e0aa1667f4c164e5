import type { Month } from '../period/month.ts';
import { monthText } from '../period/month-text.ts';
import type { Expectation } from './year-end-moves.ts';

/** What a year-end forecast was made from, for its explanation. */
export type YearEndAccount = {
  readonly moves: number;
  readonly earlier: readonly (readonly Expectation[])[];
  readonly newest: Expectation;
  readonly end: Month;
  /** The usual change a quarter. */
  readonly drift: number;
  /** What the year comes to. */
  readonly expected: number;
};

/** Which moves were seen, the usual change that they give, and what the year comes to by it, in a sentence. */
export function yearEndExplanation({ moves, earlier, newest, end, drift, expected }: YearEndAccount): string {
  const before = earlier.filter((year) => year.length > 1).length;
  const years =
    before === 0 ? '' : before === 1 ? ' and of the year before' : ` and of ${before} years before`;
  const seen = moves === 1 ? `The one move` : `The ${moves} moves`;
  const give = moves === 1 ? 'gives' : 'give';
  const usual =
    drift === 0
      ? 'no usual change a quarter'
      : `a usual change of ${pounds(drift)} a quarter, drawn towards none as they are so few`;
  return `${seen} of the council’s own forecasts of this year’s end${years} ${give} ${usual}: from ${pounds(newest.value)} in ${monthText(newest.month)} it comes to ${pounds(expected)} in ${monthText(end)}.`;
}

/** As people read it: −£43.20m, £950,000. */
function pounds(value: number): string {
  const size = Math.abs(value);
  const figure =
    size >= 1e6
      ? `${(size / 1e6).toFixed(2)}m`
      : size.toLocaleString('en-GB', { maximumSignificantDigits: 3 });
  return `${value < 0 ? '−' : ''}£${figure}`;
}
