import { area, type System } from './system.ts';

const months = (first: number, count: number) =>
  Array.from({ length: count }, (_, at) => {
    const year = first + Math.floor(at / 12);
    return `${year}-${String((at % 12) + 1).padStart(2, '0')}`;
  });

/** A made-up council: 1,000 plans at first, about ten more each month for four years. */
const PLANS = months(2020, 48)
  .map((month, at) => `${month},${1000 + 10 * at + Math.round(6 * Math.sin(at * at))}`)
  .join('\n');

/** For the year after: a plan that growth passes half way, and a limit that it passes near the end. */
const AHEAD = months(2024, 12)
  .flatMap((month) => [`plan,mitigated,ehcp.active,${month},1530`, `plan,limit,ehcp.active,${month},1560`])
  .join('\n');

/** A council whose plans grow through the plan of 2024 half way in the year, and through a limit near its end. */
export async function dropGrowingCouncil(system: System): Promise<void> {
  await system.drop(`${area}/trajectory/plan.csv`, `trajectory,kind,metric,period,value\n${AHEAD}\n`);
  await system.drop(`${area}/send-monthly/plans.csv`, `month,ehcp_active\n${PLANS}\n`);
}
