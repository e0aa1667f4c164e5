import { writeFile } from 'node:fs/promises';
import type { Bench, Figure } from './figure.ts';
import { costOf, total } from './scale/cost.ts';
import type { Deployed } from './scale/deployed.ts';
import { measure } from './scale/measured.ts';
import { council, monthOf } from './scale/month.ts';
import { type Modelled, scalePage } from './scale/page.ts';
import { type Seconds, secondsOf, unitsOf } from './scale/seconds.ts';
import { type DayOptions, dayOf, type Put, recomputeOfAll, withinAnHour } from './scale/worst-day.ts';

const MINUTE = 60;
/** Files that a council puts on the day when everything is due. */
const FILES = 12;
/** And a council that sends ten years of history at once. */
const FLOOD = 1000;

/** One council, all of England, and ten times as many: time to fresh on the worst day, and what a month costs. */
export const scaleBench: Bench = {
  name: 'scale',
  async measure() {
    const modelled = await model();
    if (process.argv.includes('--write')) await writeFile('docs/reference/scale.md', scalePage(modelled));
    const { days, months } = modelled;
    return [
      ...days.flatMap(({ what, day, target }): Figure[] =>
        target === undefined
          ? []
          : [
              {
                what: `model: ${what}, the last is fresh after`,
                value: Math.max(...day.fresh) / MINUTE,
                unit: 'min',
                against: { name: 'budget', value: target / MINUTE },
                better: 'lower',
              },
            ],
      ),
      ...months.map(
        ({ what, usage, target }): Figure => ({
          what: `model: a month of ${what}`,
          value: total(costOf(usage)),
          unit: '£',
          against: { name: 'budget', value: target },
          better: 'lower',
        }),
      ),
    ];
  },
};

/** Everybody opens ten pages within one hour while every queue is worked off as fast as it may be. */
function busiestHour(councils: number, seconds: Seconds, { wiring }: Deployed): Modelled['busiest'] {
  const requests = (councils * council.people * council.requestsADay) / 3600;
  const queues = Object.values(wiring).reduce((sum, { concurrency }) => sum + concurrency, 0);
  // Little's law: as many at once as come in the time that one takes.
  return { councils, requests, invocations: requests * seconds.read + queues, puts: FLOOD };
}

async function model(): Promise<Modelled> {
  const measured = await measure();
  // Only when it is needed: it synthesises the template.
  const { deployed } = await import('./scale/deployed.ts');
  const there = deployed();
  const seconds = secondsOf(measured, there.sizes);
  const units = unitsOf(measured);
  const options: DayOptions = { seconds, units, wiring: there.wiring, fair: true, anew: false };
  const flooding = 'council that floods';
  const flood: readonly Put[] = [
    ...Array.from({ length: FLOOD }, () => ({ at: 600, area: flooding })),
    ...withinAnHour(152, council.files),
  ];
  const floodDay = (fair: boolean) => {
    const day = dayOf(flood, { ...options, fair, flooding });
    return { ...day, fresh: day.freshOfOthers };
  };
  return {
    ...{ measured, seconds, busiest: busiestHour(1520, seconds, there) },
    days: [
      { what: '1 council', day: dayOf(withinAnHour(1, FILES), options), target: 10 * MINUTE },
      { what: '152 councils', day: dayOf(withinAnHour(152, FILES), options), target: 10 * MINUTE },
      { what: '1,520 councils', day: dayOf(withinAnHour(1520, FILES), options), target: 60 * MINUTE },
      {
        what: 'everything anew, 152 councils',
        day: recomputeOfAll(152, { ...options, anew: true }),
        target: 10 * MINUTE,
      },
      {
        what: 'everything anew, 1,520 councils',
        day: recomputeOfAll(1520, { ...options, anew: true }),
        target: 60 * MINUTE,
      },
      { what: '151 others, while one puts 1,000 files at once', day: floodDay(true), target: 5 * MINUTE },
      { what: 'the same if the queues were not fair (not in use)', day: floodDay(false) },
    ],
    months: [
      { what: 'one council, no traffic', usage: monthOf(1, measured, there, false), target: 10 },
      { what: 'one council', usage: monthOf(1, measured, there), target: 15 },
      { what: '152 councils', usage: monthOf(152, measured, there), target: 90 },
      { what: '1,520 councils', usage: monthOf(1520, measured, there), target: 700 },
    ],
  };
}
