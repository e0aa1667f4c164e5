import { type Month, monthIndex } from '../period/month.ts';
import type { Forecast, NotEnough } from './answer.ts';
import { drawn } from './drawn.ts';
import { yearEndBacktest } from './year-end-backtest.ts';
import { yearEndExplanation } from './year-end-explanation.ts';
import { type Expectation, movedOn, movesOf } from './year-end-moves.ts';

export type { Expectation } from './year-end-moves.ts';

export type YearEndInput = {
  /** The expectations of this year, in order of month. */
  readonly year: readonly Expectation[];
  /** The last month of the year. */
  readonly end: Month;
  /** The expectations of years before, a list for each. */
  readonly earlier: readonly (readonly Expectation[])[];
  readonly seed: number;
};

const METHOD = 'how far forecasts of the year’s end moved each quarter';

const NOT_TRIED =
  'This forecast cannot be tried on the figures so far: that takes a move, in this year or one before, and after it another figure of the same year’s end.';

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
  const { drift, deviation, points } = movedOn(newest, moves, months);
  const backtest = yearEndBacktest([...earlier, year]);
  return drawn({
    kind: 'forecast',
    method: METHOD,
    explanation: yearEndExplanation({
      ...{ moves: moves.length, earlier, newest, end, drift },
      expected: newest.value + (drift * months) / 3,
    }),
    basis: {
      figures: year.length,
      methods: [{ name: METHOD, weight: 1 }],
      ...{ origins: 0, seasonal: false, levelMoved: null, apart: 0 },
    },
    backtest,
    backtestNote: backtest.length === 0 ? NOT_TRIED : null,
    tried: [],
    points,
    ...{ deviation, seed },
  });
}

function notEnough(why: string, opening = 'Not enough to forecast the year’s end: '): NotEnough {
  const reason = opening === '' ? `There is nothing left to forecast: ${why}.` : `${opening}${why}.`;
  return { kind: 'not-enough', reason };
}
