import { metrics } from '../../shared/catalogue/metrics.ts';
import { type Month, parseMonth } from '../../shared/period/month.ts';
import { replay } from '../../shared/recompute/replay.ts';
import { sampleCouncil } from '../recompute/sample-council.ts';
import type { Bench, Figure } from './figure.ts';
import { falseSigns, stepsAlerted, stepsSeen } from './judgement-changes.ts';
import { RUNS } from './judgement-draws.ts';
import { falseAlerts, flipsOfMonthly, flipsOfRolling } from './judgement-rates.ts';

/** How often the product cries wolf, and how soon it sees what is true: simulated, seeds 1 to 2,000. */
export const judgementBench: Bench = {
  name: 'judgement',
  async measure() {
    process.stderr.write(`seeds 1 to ${RUNS}\n`);
    const signs = falseSigns();
    return [
      atMost(
        1,
        falseAlerts(true),
        'alerts',
        'false alerts a year of a flow of 97 a month that keeps to its plan',
      ),
      atMost(1, falseAlerts(false), 'alerts', 'the same if every month past a bound counted (not in use)'),
      atMost(1.5, flipsOfRolling(), 'changes', 'changes of rating a year of a 12-month rate on its bound'),
      atMost(
        1.5,
        flipsOfMonthly(),
        'changes',
        'the same of the rate of each month, of 70, as the catalogue rates it',
      ),
      atMost(1.5, flipsOfMonthly(STEADY), 'changes', STEADIED),
      atMost(1.5, 100 * signs.chart, '%', 'months in which an XmR chart begins a false sign'),
      atMost(1.5, 100 * signs.all, '%', 'months in which any sign of change begins falsely'),
      atLeast(80, 100 * stepsSeen(), '%', 'steps of 25% in requests seen within 3 months, without a plan'),
      atLeast(
        80,
        100 * stepsAlerted(),
        '%',
        'steps of 25% in requests alerted of within 3 months, with a plan',
      ),
      ...(await replayedFigures()),
    ];
  },
};

/** A rule that a council can set for a rate of few: 3 of 4 months make it worse, 4 of 5 make it better. */
const STEADY = { entering: { periods: 3, of: 4 }, leaving: { periods: 4, of: 5 } };
const STEADIED = 'the same by a council’s rule that 3 of 4 months make worse and 4 of 5 better';

type Of = (bound: number, value: number, unit: string, what: string) => Figure;

const atMost: Of = (bound, value, unit, what) => ({
  ...{ what, value, unit, better: 'lower' },
  against: { name: 'at most', value: bound },
});

const atLeast: Of = (bound, value, unit, what) => ({
  ...{ what, value, unit, better: 'higher' },
  against: { name: 'at least', value: bound },
});

/** What the source's own months give, looked back at with what was known at each month end. */
async function replayedFigures(): Promise<readonly Figure[]> {
  const rows = replay({
    ...{ area: 'E06000054', known: await sampleCouncil(), catalogue: metrics, metric: 'ehcp.active' },
    ...{ from: monthOf('2024-04'), to: monthOf('2025-01'), now: new Date('2025-01-09T09:00:00.000Z') },
  });
  const amber = rows.findLast(({ rating }) => rating === 'amber');
  const red = rows.findLast(({ rating }) => rating === 'red');
  const leading = `EHCPs amber on ${amber?.period} figures: before condition 3.1 was rated so`;
  const redOn = `EHCPs red: month of 2024 whose figure was the first (${red?.period})`;
  return [
    atLeast(3, amber?.leadMonths ?? 0, 'months', leading),
    atMost(8, Number(red?.period.slice(5)), '', redOn),
  ];
}

function monthOf(text: string): Month {
  const month = parseMonth(text);
  if (!month) throw new Error(`${text} is no month`);
  return month;
}
