import { monthAt, monthIndex } from '../../period/month.ts';
import { type Flow, plannedLevers, runFlow } from '../flow/flow.ts';
import { elsewhere, type Placement, placedElsewhere } from '../flow/placements.ts';
import { flowOf } from '../flow/system-flow-schema.ts';
import type { Finance } from './finance-schema.ts';
import { monthsOf, yearAfter } from './years.ts';

/** Children by placement and year, before mitigations in money. */
export type Numbers = ReadonlyMap<Placement, readonly number[]>;

/** Numbers with what the flow's interventions do, and without. */
export type TwoNumbers = { readonly mitigated: Numbers; readonly unmitigated: Numbers };

/** The numbers of a scenario: as given, else the means of the month ends that the flow leads to in each year. */
export function numbersOf(finance: Finance): TwoNumbers {
  const flow = flowThrough(finance);
  if (!flow) {
    const given: Numbers = new Map(
      finance.placements.map(({ placement, numbers = [] }) => [placement, numbers]),
    );
    return { mitigated: given, unmitigated: given };
  }
  const numbersIn = (course: Flow) =>
    numbersByFlow(finance, course)(runFlow(course, plannedLevers(course)).active);
  return { mitigated: numbersIn(flow), unmitigated: numbersIn({ ...flow, interventions: [] }) };
}

/** The flow of a scenario; it begins with the first year when it does not say. */
export function flowIn({ flow, from }: Finance): Flow | undefined {
  return flow && flowOf(flow, monthAt(monthsOf(yearAfter(from, 0)).first));
}

/** The flow as far as the years of the scenario reach: what comes later costs time and says nothing. */
export function flowThrough(finance: Finance): Flow | undefined {
  const flow = flowIn(finance);
  const { last } = monthsOf(yearAfter(finance.from, finance.years - 1));
  return flow && { ...flow, horizonMonths: Math.min(flow.horizonMonths, last - monthIndex(flow.from) + 1) };
}

/** From the open plans of each month of a flow to the numbers of each year: of placements that have none given. */
export function numbersByFlow(finance: Finance, flow: Flow): (active: Float64Array) => Numbers {
  const placed = placedElsewhere(finance.flow?.placements ?? {}, flow);
  const yearly = (column: Float64Array) => yearMeans(finance, flow, column);
  const means = new Map<Placement, readonly number[]>(elsewhere.map((each) => [each, yearly(placed[each])]));
  return (active) => {
    const mainstream = yearly(active).map((open, year) =>
      elsewhere.reduce((left, each) => left - (means.get(each)?.[year] ?? 0), open),
    );
    return new Map(
      finance.placements.map(({ placement, numbers }) => [
        placement,
        numbers ?? (placement === 'mainstream' ? mainstream : (means.get(placement) ?? [])),
      ]),
    );
  };
}

function yearMeans({ from, years }: Finance, flow: Flow, column: Float64Array): readonly number[] {
  const { first, last } = monthsOf(yearAfter(from, 0));
  const months = last - first + 1;
  const begins = first - monthIndex(flow.from);
  return Array.from({ length: years }, (_, year) => {
    let sum = 0;
    for (let at = 0; at < months; at++) sum += column[begins + year * months + at] ?? 0;
    return sum / months;
  });
}
