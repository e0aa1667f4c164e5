import { readFile } from 'node:fs/promises';
import { type Month, parseMonth } from '../../shared/period/month.ts';
import { financeScenario } from '../../shared/scenario/finance/finance.ts';
import { financeSchema } from '../../shared/scenario/finance/finance-schema.ts';
import { systemFlow } from '../../shared/scenario/flow/system-flow.ts';
import { systemFlowSchema } from '../../shared/scenario/flow/system-flow-schema.ts';
import { type Bench, quantile, timed } from './figure.ts';

const none = { requests: [], noToAssessRate: [], noToIssueRate: [], ceased: [] };
const scenarios = new URL('../../samples/E06000054/scenarios/', import.meta.url);

/** The two models on the sample scenarios, on one core. */
export const scenarioBench: Bench = {
  name: 'scenario',
  async measure() {
    const flow = { ...(await sample('flow-interventions')), horizonMonths: 120 };
    const finance = await sample('finance-reforecast');
    const plain = systemFlowSchema.parse(flow);
    const asked = (more: object) =>
      financeSchema.parse({ ...finance, monteCarlo: { paths: 10_000 }, ...more });
    const [given, fromFlow] = [asked({}), asked({ flow, placements: unnumbered(finance['placements']) })];
    const next = monthOf('2025-02');
    const flowTimes = await timed(50, 10, () => systemFlow(plain, next, none));
    const givenTimes = await timed(3, 1, () => financeScenario(given, none));
    const flowedTimes = await timed(3, 1, () => financeScenario(fromFlow, none));
    return [
      row('a monthly flow of 10 years with interventions and placements', flowTimes, 5),
      row('Monte Carlo of 10,000 paths with finance, numbers given', givenTimes, 2000),
      row('the same, each path with its own flow of plans', flowedTimes, 2000),
    ];
  },
};

function row(what: string, times: readonly number[], budget: number) {
  const against = { name: 'budget', value: budget };
  return { what, value: quantile(times, 0.5), unit: 'ms', against, better: 'lower' } as const;
}

async function sample(name: string): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(new URL(`${name}.json`, scenarios), 'utf8'));
}

/** Mainstream and INMSS as the flow gives them, the rest as the sample does. */
function unnumbered(placements: unknown): unknown {
  const all = Array.isArray(placements) ? placements : [];
  return all.map(({ numbers, ...rest }) =>
    ['mainstream', 'inmss'].includes(rest.placement) ? rest : { ...rest, numbers },
  );
}

function monthOf(text: string): Month {
  const month = parseMonth(text);
  if (!month) throw new Error(`Not a month: ${text}`);
  return month;
}
