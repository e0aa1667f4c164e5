import { addMonths, type Month, monthIndex } from '../period/month.ts';
import type { Forecast, ForecastPoint, NotEnough } from './answer.ts';
import { drawn } from './drawn.ts';
import { sequence } from './sequence.ts';
import { sum } from './statistics.ts';

/** What a council expected of a year's end, and the month it expected it in. */
export type Expectation = { readonly month: Month; readonly value: number };

export type YearEndInput = {
  /** The expectations of this year, in order of month. */
  readonly year: readonly Expectation[];
  /** The last month of the year. */
  readonly end: Month;
  /** The expectations of years before, a list for each. */
  readonly earlier: readonly (readonly Expectation[])[];
  readonly seed: number;
};

/** How an expectation moved, and over how many quarters. */
type Move = { readonly by: number; readonly quarters: number };

/**
 * A quarter that did not move is imagined beside those seen: one move may be the whole of it, and is carried on at
 * half; of five, five sixths are. It also counts as seen when it is asked how far moves scatter.
 */
const IMAGINED = 1;

/** How many deviations cover 80% and 95% by degrees of freedom: Student's quantiles. */
const STUDENT = [
  { from: 30, times80: 1.31, times95: 2.042 },
  { from: 15, times80: 1.341, times95: 2.131 },
  { from: 8, times80: 1.397, times95: 2.306 },
  { from: 6, times80: 1.44, times95: 2.447 },
  { from: 5, times80: 1.476, times95: 2.571 },
  { from: 4, times80: 1.533, times95: 2.776 },
  { from: 3, times80: 1.638, times95: 3.182 },
] as const;
const FEWEST = { times80: 1.886, times95: 4.303 } as const;

/**
 * What a council will expect of a year's end in each month up to that end, where it is the outturn: from its newest
 * expectation, by how far expectations have moved each quarter, in this year and in years before.
 */
export function yearEndForecast({ year, end, earlier, seed }: YearEndInput): Forecast | NotEnough {
  const newest = year.at(-1);
  if (newest === undefined) return notEnough('there is no figure of the year');
  const months = monthIndex(end) - monthIndex(newest.month);
  if (months < 1) {
    return notEnough('the figure of the year’s last month is known, and is what the year came to', '');
  }
  const moves = [year, ...earlier].flatMap(movesOf);
  if (moves.length === 0) {
    return notEnough('there is one figure of the year, and no year before shows how far such figures move');
  }
  const { drift, sigma: scatter } = scatterOf(moves);
  // Expectations that never moved may still do so: a twentieth of them, the less likely the longer they stood.
  const sigma = scatter > 0 ? scatter : Math.abs(newest.value) / 20 / Math.sqrt(moves.length + 1);
  const quarters = sum(moves.map((move) => move.quarters)) + IMAGINED;
  const deviation = sequence(months, (ahead) => {
    const away = (ahead + 1) / 3;
    // Its own steps, and that the usual move is known from so few.
    return sigma * Math.sqrt(away + away ** 2 / quarters);
  });
  const degrees = moves.length + IMAGINED;
  const { times80, times95 } = STUDENT.find(({ from }) => degrees >= from) ?? FEWEST;
  const points = deviation.map((spread, ahead): ForecastPoint => {
    const value = newest.value + (drift * (ahead + 1)) / 3;
    return {
      period: addMonths(newest.month, ahead + 1),
      value,
      lower80: value - times80 * spread,
      upper80: value + times80 * spread,
      lower95: value - times95 * spread,
      upper95: value + times95 * spread,
    };
  });
  return drawn({
    kind: 'forecast',
    method: 'how far forecasts of the year’s end moved each quarter',
    explanation: explained(moves.length, earlier, {
      newest,
      end,
      drift,
      expected: newest.value + (drift * months) / 3,
    }),
    backtest: [],
    points,
    ...{ deviation, seed },
  });
}

function movesOf(year: readonly Expectation[]): Move[] {
  return year.slice(1).map(({ month, value }, place) => {
    const before = year[place] ?? { month, value };
    return { by: value - before.value, quarters: (monthIndex(month) - monthIndex(before.month)) / 3 };
  });
}

/** The usual move of a quarter, drawn to none by the imagined one, and the standard deviation about it. */
function scatterOf(moves: readonly Move[]): { drift: number; sigma: number } {
  const drift = sum(moves.map(({ by }) => by)) / (sum(moves.map(({ quarters }) => quarters)) + IMAGINED);
  const squares = moves.map(({ by, quarters }) => (by - drift * quarters) ** 2 / quarters);
  return { drift, sigma: Math.sqrt((sum(squares) + IMAGINED * drift ** 2) / moves.length) };
}

function explained(
  moves: number,
  earlier: YearEndInput['earlier'],
  of: {
    readonly newest: Expectation;
    readonly end: Month;
    readonly drift: number;
    readonly expected: number;
  },
): string {
  const { newest, end, drift, expected } = of;
  const before = earlier.filter((year) => year.length > 1).length;
  const years =
    before === 0 ? '' : before === 1 ? ' and of the year before' : ` and of ${before} years before`;
  const seen = moves === 1 ? `The one move` : `The ${moves} moves`;
  const give = moves === 1 ? 'gives' : 'give';
  const usual =
    drift === 0
      ? 'no usual change a quarter'
      : `a usual change of ${pounds(drift)} a quarter, drawn towards none as they are so few`;
  return `${seen} of the council’s own forecasts of this year’s end${years} ${give} ${usual}: from ${pounds(newest.value)} in ${monthInWords(newest.month)} it comes to ${pounds(expected)} in ${monthInWords(end)}.`;
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

function monthInWords(month: Month): string {
  return new Date(`${month}-01T00:00:00Z`).toLocaleDateString('en-GB', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}

function notEnough(why: string, opening = 'Not enough to forecast the year’s end: '): NotEnough {
  const reason = opening === '' ? `There is nothing left to forecast: ${why}.` : `${opening}${why}.`;
  return { kind: 'not-enough', reason };
}
